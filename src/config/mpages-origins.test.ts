import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { mpagesOrigins } from './mpages-origins.ts';

it('the pages that may show MPages are those that the installed library answers', () => {
  const library = readFileSync(
    fileURLToPath(import.meta.resolve('cerner-smart-embeddable-lib')).replace(
      /index\.js$/,
      'cerner-smart-embeddable-lib.js',
    ),
    'utf8',
  );
  const list = /\bacls: (\[[^\]]*\])/.exec(library)?.[1] ?? '';
  expect([...mpagesOrigins].toSorted()).toEqual(
    [...list.matchAll(/'([^']+)'/g)].map(([, origin]) => origin).toSorted(),
  );
});
