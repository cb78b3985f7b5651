import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '../../sandbox/adapters/listen.ts';
import { startSandbox, type RunningSandbox } from '../../sandbox/adapters/node.ts';
import type { SessionOptions } from '../../sandbox/session.ts';
import { smallCharts } from '../../sandbox/testing/small-charts.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { discoveryFindings } from './discovery-check.ts';
import { lineOf } from './finding.ts';

const origin = 'https://app.example.org';

/** What a proxy in front of the FHIR server does to its answers. */
interface Change {
  readonly method?: string;
  /** After the base. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

describe('asking the FHIR servers', () => {
  let sandbox: RunningSandbox;
  let proxy: { readonly port: number; close(): Promise<void> };
  let change: Change | undefined;

  beforeAll(async () => {
    sandbox = await startSandbox({
      appUrl: `${origin}/`,
      charts: smallCharts,
      ports: { fhir: 5230, authorization: 5240, storage: 5250, ehr: 5260 },
    });
    proxy = await listenOnLoopback(changing, 5270);
  });
  afterAll(() => Promise.all([proxy.close(), sandbox.close()]));

  function changing(): Server {
    return createServer((request, response) => {
      void (async () => {
        const { method = 'GET', url = '/' } = request;
        const answer = await fetch(new URL(url, sandbox.origins.fhir), { method });
        const headers = new Headers(answer.headers);
        const isMeant = change !== undefined && url.endsWith(`/${change.path}`);
        const own = isMeant && method === (change?.method ?? 'GET') ? change : undefined;
        for (const [name, value] of Object.entries(own?.headers ?? {})) {
          if (value === undefined) headers.delete(name);
          else headers.set(name, value);
        }
        const body = own?.body ?? (await answer.text());
        headers.delete('transfer-encoding');
        headers.delete('content-length');
        response.writeHead(answer.status, Object.fromEntries(headers)).end(body);
      })();
    });
  }

  async function linesFor(
    iss: string,
    issuer: Readonly<Record<string, unknown>> = {},
    patience = 5000,
  ): Promise<readonly string[]> {
    const parsed = parseConfig({
      version: 1,
      issuers: [
        {
          iss,
          name: 'Sandbox',
          clientId: 'a',
          authOrigins: [sandbox.origins.authorization],
          ...issuer,
        },
      ],
    });
    if (!parsed.ok) throw new Error('the configuration of this test is wrong');
    const findings = await discoveryFindings(parsed.value, { origin, patience });
    return findings.map(lineOf).map((line) => line.replaceAll(iss, ''));
  }

  it.each(['dstu2', 'r4'] as const)(
    'finds nothing wrong with the sandbox (%s)',
    async (version) => {
      const { iss } = await sandbox.createSession({ fhirVersion: version });
      expect(await linesFor(iss)).toEqual([]);
    },
  );

  it('asks each listed tenant of a pattern, and says where none is listed', async () => {
    const { iss } = await sandbox.createSession({ fhirVersion: 'r4' });
    const tenant = iss.slice(iss.lastIndexOf('/') + 1);
    const issPattern = iss.replace(tenant, '{tenant}');
    const listed = { iss: undefined, issPattern, tenants: [tenant, 'nobody'] };
    const lines = await linesFor(iss, listed);
    expect(lines.filter((line) => line.includes('answers with status 403'))).toEqual([
      `error  ${issPattern.replace('{tenant}', 'nobody')}/metadata  answers with status 403 in place of 200.`,
      expect.stringContaining('nobody/.well-known/smart-configuration  is not of use'),
    ]);
    expect(lines.some((line) => line.includes(`  /`))).toBe(false);
    expect(await linesFor(iss, { iss: undefined, issPattern })).toEqual([
      'warning  issuers[0].issPattern  was not asked: no tenant is named, so there is no address to ask.',
    ]);
  });

  interface Row {
    readonly title: string;
    readonly session: Partial<SessionOptions>;
    readonly issuer?: Readonly<Record<string, unknown>>;
    /** The beginnings of the lines to come. */
    readonly expected: readonly string[];
  }

  it.each<Row>([
    {
      title: 'no S256, where it is required',
      session: { advertisePkce: false },
      issuer: { pkce: 'required' },
      expected: ['error  issuers[0].pkce  is "required", but the server does not advertise S256;'],
    },
    {
      title: 'no S256, where it is used if offered',
      session: { advertisePkce: false },
      issuer: { pkce: 'ifAdvertised' },
      expected: ['warning  issuers[0].pkce  is "ifAdvertised" and the server advertises no S256:'],
    },
    {
      title: 'no S256, where it is always sent',
      session: { advertisePkce: false },
      expected: ['warning  issuers[0].pkce  is "always" and the server advertises no S256:'],
    },
    {
      title: 'an authorization server that is not configured',
      session: {},
      issuer: { authOrigins: ['https://other.example.org'] },
      expected: ['error  issuers[0].authOrigins  lacks http://127.0.0.1:'],
    },
    {
      title: 'a server that keeps its endpoints in metadata alone',
      session: { discovery: 'metadata' },
      expected: [
        'warning  /.well-known/smart-configuration  is not of use, so that metadata counts: it answers with status 404',
        'warning  issuers[0].pkce  is "always" and',
      ],
    },
    {
      title: 'scopes that the server does not know',
      session: { scopes: 'v1' },
      issuer: { scopes: 'online_access patient/Patient.rs' },
      expected: [
        'warning  /.well-known/smart-configuration  does not list scopes that the app asks for: patient/Patient.rs.',
      ],
    },
    {
      title: 'metadata that fails',
      session: { faults: [{ name: '500', on: 'GET metadata' }] },
      expected: ['error  /metadata  answers with status 500 in place of 200.'],
    },
    {
      title: 'a login page',
      session: { faults: [{ name: 'loginPage', on: 'GET metadata' }] },
      expected: ['error  /metadata  answers with something that is not JSON.'],
    },
    {
      title: 'both in pieces',
      session: {
        faults: [
          { name: 'brokenJson', on: 'GET metadata' },
          { name: 'brokenJson', on: 'GET .well-known/smart-configuration' },
        ],
      },
      expected: [
        'error  /metadata  answers with something that is not JSON.',
        'warning  /.well-known/smart-configuration  is not of use, so that metadata counts: it answers',
        'error    tells nowhere how to authorize:',
      ],
    },
    {
      title: 'a redirect to another host',
      session: { faults: [{ name: 'redirect', on: 'GET metadata' }] },
      expected: ['error  /metadata  answers with a redirect to http://127.0.0.1:'],
    },
  ])('tells $title', async ({ session, issuer, expected }) => {
    const { iss } = await sandbox.createSession({ fhirVersion: 'r4', ...session });
    const lines = await linesFor(iss, issuer);
    expect(lines.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
  });

  const wellKnown = '.well-known/smart-configuration';
  const cors = 'access-control-allow-origin';

  it.each<{ readonly title: string; readonly input: Change; readonly expected: readonly string[] }>(
    [
      {
        title: 'discovery that no page may read',
        input: { path: wellKnown, headers: { [cors]: undefined } },
        expected: [
          `error  /.well-known/smart-configuration  does not let a page of ${origin} read it (Access-Control-Allow-Origin is missing);`,
        ],
      },
      {
        title: 'metadata that another page alone may read',
        input: { path: 'metadata', headers: { [cors]: 'https://other.example.org' } },
        expected: [
          `error  /metadata  does not let a page of ${origin} read it (Access-Control-Allow-Origin is https://other.example.org);`,
        ],
      },
      {
        title: 'metadata that this page alone may read',
        input: { path: 'metadata', headers: { [cors]: origin } },
        expected: [],
      },
      {
        title: 'a preflight that forbids the token',
        input: {
          method: 'OPTIONS',
          path: 'DocumentReference',
          headers: { 'access-control-allow-headers': 'Accept' },
        },
        expected: ['error  /DocumentReference  does not allow the Authorization header to pages'],
      },
      {
        title: 'another FHIR version',
        input: {
          path: 'metadata',
          body: '{"resourceType":"CapabilityStatement","fhirVersion":"3.0.2"}',
        },
        expected: ['error  /metadata  says FHIR 3.0.2; the app reads DSTU2 (1.0) and R4 (4).'],
      },
      {
        title: 'no FHIR version',
        input: { path: 'metadata', body: '{}' },
        expected: ['error  /metadata  does not say which FHIR version the server speaks.'],
      },
    ],
  )('tells $title', async ({ input, expected }) => {
    const { iss } = await sandbox.createSession({ fhirVersion: 'r4' });
    change = input;
    const lines = await linesFor(
      iss.replace(sandbox.origins.fhir, `http://127.0.0.1:${proxy.port}`),
    );
    expect(lines.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
  });

  it('tells capabilities that are missing, with what is lost', async () => {
    const { iss } = await sandbox.createSession({ fhirVersion: 'r4' });
    const auth = sandbox.origins.authorization;
    change = {
      path: wellKnown,
      body: JSON.stringify({
        authorization_endpoint: `${auth}/authorize`,
        token_endpoint: `${auth}/token`,
        revocation_endpoint: 'https://revoke.example.org/',
        code_challenge_methods_supported: ['S256'],
        capabilities: ['launch-standalone', 'context-standalone-patient'],
      }),
    };
    const lines = await linesFor(
      iss.replace(sandbox.origins.fhir, `http://127.0.0.1:${proxy.port}`),
    );
    expect(lines).toEqual([
      'warning  issuers[0].authOrigins  lacks https://revoke.example.org, so that signing out revokes no token; add it.',
      expect.stringContaining('does not list the capability launch-ehr:'),
      expect.stringContaining('does not list the capability context-ehr-patient:'),
      expect.stringContaining('does not list the capability client-public:'),
      expect.stringContaining('does not offer online_access:'),
    ]);
  });

  it('sends no token and asks for no patient', async () => {
    const session = await sandbox.createSession({ fhirVersion: 'r4' });
    await linesFor(session.iss);
    const seen = sandbox.session(session.id).requests;
    expect(
      seen.map(({ method, url }) => `${method} ${url.slice(url.indexOf('/', 4))}`),
    ).toHaveLength(3);
    expect(seen.some(({ authorization }) => authorization)).toBe(false);
    expect(seen.some(({ url }) => url.includes('?'))).toBe(false);
  });

  it('gives up on a server that never answers', async () => {
    const { iss } = await sandbox.createSession({
      fhirVersion: 'r4',
      faults: [{ name: 'hang', on: 'GET metadata' }],
    });
    expect(await linesFor(iss, {}, 1500)).toEqual([
      expect.stringMatching(
        /^error {2}\/metadata {2}127\.0\.0\.1:\d+ did not answer within 1\.5 s\.$/,
      ),
    ]);
  });
});
