import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkConfiguration } from './check-configuration.ts';

const page = readFileSync(`${import.meta.dirname}/../../docs/registering.md`, 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => json);

describe('the configurations in docs/registering.md', () => {
  it('are there for each of the three kinds of server', () => {
    expect(examples).toHaveLength(3);
  });

  it.each(examples.map((example, index) => ({ index, example })))(
    'can be copied: nothing is wrong with no. $index but what must be filled in',
    ({ example }) => {
      const { findings, config } = checkConfiguration(example);
      expect(config).toBeDefined();
      expect(findings.filter(({ path }) => !path.endsWith('.clientId'))).toEqual([]);
      expect(findings).toHaveLength(config?.issuers.length ?? 0);
    },
  );
});
