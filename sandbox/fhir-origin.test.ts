import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningSandbox } from './adapters/node.ts';
import { getJson, startTestSandbox } from './testing/oauth-client.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

it('answers preflights as documented: any origin, three headers, nothing kept', async () => {
  const { iss } = await sandbox.createSession();
  const answer = await fetch(`${iss}/Patient/1001`, { method: 'OPTIONS' });
  expect(answer.status).toBe(204);
  const headers = Object.fromEntries(answer.headers);
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'Authorization, Accept, Content-Type',
    'access-control-max-age': '0',
    'access-control-expose-headers':
      'ETag, Content-Location, Location, X-Request-Id, WWW-Authenticate, Date',
  });
});

it('refuses requests without a token, with CORS so that scripts can read why', async () => {
  const { iss } = await sandbox.createSession();
  const answer = await fetch(`${iss}/Patient/1001`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('WWW-Authenticate')).toContain('Bearer');
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

it('calls an unknown tenant not valid', async () => {
  const answer = await fetch(`${sandbox.origins.fhir}/r4/nobody/metadata`);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toBe('Tenant not valid or accessible');
});

it.each(['dstu2', 'r4'] as const)(
  'is discovered on %s by metadata alone where the well-known document is missing',
  async (fhirVersion) => {
    const { iss } = await sandbox.createSession({ fhirVersion, discovery: 'metadata' });
    expect((await fetch(`${iss}/.well-known/smart-configuration`)).status).toBe(404);
    const metadata = JSON.stringify(await getJson(`${iss}/metadata`));
    const uris = iss
      .replace(sandbox.origins.fhir, '')
      .replace(/^\/(\w+)\/(.*)/, '/tenants/$2/fhir/$1');
    expect(metadata).toContain(`${sandbox.origins.authorization}${uris}/authorize`);
    expect(metadata).toContain(`${sandbox.origins.authorization}${uris}/token`);
  },
);

it('advertises what the vendor does and S256', async () => {
  const { iss } = await sandbox.createSession();
  const discovery = await getJson(`${iss}/.well-known/smart-configuration`);
  expect(discovery['code_challenge_methods_supported']).toEqual(['S256']);
  expect(discovery['capabilities']).toEqual(
    expect.arrayContaining(['launch-ehr', 'launch-standalone', 'client-public', 'permission-v1']),
  );
  expect(discovery['capabilities']).not.toContain('permission-v2');
});
