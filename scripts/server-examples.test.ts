import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config/parse-config.ts';
import { securityHeaders } from '../src/config/security-headers.ts';
import { serverExample, serverNames } from './server-examples.ts';

const parsed = parseConfig({
  version: 1,
  issuers: [{ name: 'Example', clientId: 'x', iss: 'https://fhir.example.org/r4/1' }],
  frameAncestors: ['https://ehr.example.org'],
});
if (!parsed.ok) throw new Error('the configuration of this test is wrong');
const config = parsed.value;

describe('the examples for web servers', () => {
  it.each(serverNames)('for %s hold each header of the page, word for word', (server) => {
    const example = serverExample(server, config);
    for (const [name, value] of Object.entries(securityHeaders(config, 'document'))) {
      expect(example).toContain(name);
      expect(example).toContain(value);
    }
  });
});
