import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from './adapters/node.ts';
import { faultNames, faultStrikes, strikes, type Fault } from './faults.ts';
import type { FhirVersion } from './session.ts';
import { smallChartDocuments } from './testing/small-charts.ts';
import {
  getJson,
  locationOf,
  parseObject,
  prepareDance,
  startTestSandbox,
} from './testing/oauth-client.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

/** A session with faults, past its launch. */
async function open(faults: readonly Fault[], fhirVersion: FhirVersion = 'r4') {
  const created = await sandbox.createSession({ fhirVersion, faults, ccdSeconds: 0 });
  const dance = await prepareDance(created.launchUrl);
  const back = locationOf(await dance.authorize());
  const token = parseObject(await (await dance.exchange(back)).text());
  const accessToken = String(token['access_token']);
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(path.startsWith('http') ? path : `${created.iss}/${path}`, {
      redirect: 'manual',
      ...init,
      headers: { Authorization: `Bearer ${accessToken}`, ...init.headers },
    });
  return { ...created, accessToken, get, session: sandbox.session(created.id) };
}

const list = 'DocumentReference?patient=1001';
const binary = 'Binary/TR-ordinary-1';
const asHtml = { headers: { Accept: 'text/html' } };

function nextOf(bundle: Readonly<Record<string, unknown>>): string {
  const links: unknown = bundle['link'];
  const next = Array.isArray(links) ? links.find((link) => link.relation === 'next') : undefined;
  return String(next?.url);
}

function idsOf(bundle: Readonly<Record<string, unknown>>): readonly string[] {
  const entries: unknown = bundle['entry'];
  return Array.isArray(entries) ? entries.map((entry) => String(entry.resource.id)) : [];
}

describe('where a fault strikes', () => {
  const get = (path: string, page = 1) => ({ method: 'GET', path, page });
  const cases = [
    { pattern: 'GET Binary', probe: get('Binary/XR-1'), expected: true },
    { pattern: 'Binary', probe: get('Binary/$autogen-ccd-if'), expected: true },
    { pattern: 'GET Binary/XR-1', probe: get('Binary/XR-10'), expected: false },
    { pattern: 'GET', probe: get('Patient/1'), expected: true },
    { pattern: 'GET', probe: { ...get('Patient/1'), method: 'OPTIONS' }, expected: false },
    {
      pattern: 'OPTIONS Patient',
      probe: { ...get('Patient/1'), method: 'OPTIONS' },
      expected: true,
    },
    { pattern: 'page 2', probe: get('DocumentReference', 2), expected: true },
    { pattern: 'GET DocumentReference page 2', probe: get('DocumentReference'), expected: false },
    { pattern: 'GET metadata', probe: get('metadata'), expected: true },
    {
      pattern: 'POST token',
      probe: { method: 'POST', path: 'token/code', page: 1 },
      expected: true,
    },
  ];
  for (const { pattern, probe, expected } of cases) {
    it(`"${pattern}" ${expected ? 'means' : 'does not mean'} ${probe.method} ${probe.path} page ${probe.page}`, () => {
      expect(strikes(pattern, probe)).toBe(expected);
    });
  }

  it('is known for every fault without being said', () => {
    const probes = ['DocumentReference', 'DiagnosticReport', 'Binary/x'].map((path) => get(path));
    const others = [
      get('authorize'),
      get('metadata'),
      { method: 'POST', path: 'token/code', page: 1 },
      { method: 'POST', path: 'token/refresh', page: 1 },
    ];
    for (const name of faultNames) {
      expect([...probes, ...others].some((probe) => faultStrikes({ name }, probe))).toBe(true);
    }
  });

  it('can depend on what the request accepts', () => {
    const fault = { name: '406', on: 'GET Binary', accept: 'text/html' } as const;
    const accepting = (accept: string) => ({ ...get('Binary/TR-1'), accept });
    expect(faultStrikes(fault, accepting('text/html'))).toBe(true);
    expect(faultStrikes(fault, accepting('application/fhir+json'))).toBe(false);
    expect(faultStrikes(fault, get('Binary/TR-1'))).toBe(false);
  });
});

describe('a fault that replaces the answer', () => {
  const cases: readonly {
    readonly fault: Fault;
    readonly path: string;
    readonly status: number;
    readonly type: string | null;
    readonly body: RegExp;
  }[] = [
    {
      fault: { name: '400' },
      path: list,
      status: 400,
      type: 'text/plain; charset=utf-8',
      body: /^no supported search parameters provided$/,
    },
    { fault: { name: '401' }, path: list, status: 401, type: null, body: /^$/ },
    {
      fault: { name: '403', on: 'GET DocumentReference' },
      path: list,
      status: 403,
      type: 'text/plain; charset=utf-8',
      body: /Tenant not valid/,
    },
    {
      fault: { name: '404' },
      path: binary,
      status: 404,
      type: 'application/fhir+json',
      body: /not-found/,
    },
    { fault: { name: '406' }, path: binary, status: 406, type: null, body: /^$/ },
    { fault: { name: '410' }, path: binary, status: 410, type: null, body: /^$/ },
    {
      fault: { name: '429' },
      path: list,
      status: 429,
      type: 'text/plain; charset=utf-8',
      body: /./,
    },
    {
      fault: { name: '500' },
      path: list,
      status: 500,
      type: 'application/fhir+json',
      body: /OperationOutcome/,
    },
    {
      fault: { name: '422' },
      path: list,
      status: 422,
      type: 'application/fhir+json',
      body: /^\{.*OperationOutcome.*business-rule/,
    },
    {
      fault: { name: 'outcomeList' },
      path: list,
      status: 422,
      type: 'application/fhir+json',
      body: /^\[.*OperationOutcome.*\]$/,
    },
    { fault: { name: '502' }, path: binary, status: 502, type: 'text/html', body: /Bad Gateway/ },
    {
      fault: { name: '503' },
      path: binary,
      status: 503,
      type: 'text/plain; charset=utf-8',
      body: /unavailable/,
    },
    { fault: { name: '504' }, path: binary, status: 504, type: 'text/html', body: /Gateway/ },
    {
      fault: { name: 'emptyBody', on: 'GET DocumentReference' },
      path: list,
      status: 200,
      type: 'application/fhir+json',
      body: /^$/,
    },
    {
      fault: { name: 'loginPage' },
      path: list,
      status: 200,
      type: 'text/html; charset=utf-8',
      body: /Sign in/,
    },
    {
      fault: { name: 'brokenJson' },
      path: list,
      status: 200,
      type: 'application/fhir+json',
      body: /resource":$/,
    },
    { fault: { name: 'redirect' }, path: binary, status: 302, type: null, body: /^$/ },
  ];
  for (const { fault, path, status, type, body } of cases) {
    it(`named ${fault.name} is ${status} with request id and CORS, as often as told`, async () => {
      const { get } = await open([{ ...fault, times: 1 }]);
      const answer = await get(path, asHtml);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('Content-Type')).toBe(type);
      expect(answer.headers.get('Cache-Control')).toBeNull();
      expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await answer.text()).toMatch(body);
      const accept = path === list ? 'application/fhir+json' : 'text/html';
      expect((await get(path, { headers: { Accept: accept } })).status).toBe(200);
    });
  }

  it('named 401 says which scheme is wanted', async () => {
    const { get } = await open([{ name: '401' }]);
    expect((await get(list)).headers.get('WWW-Authenticate')).toContain('Bearer');
  });

  it('named redirect leads to another host', async () => {
    const { get } = await open([{ name: 'redirect' }]);
    expect(locationOf(await get(binary, asHtml)).origin).toBe(sandbox.origins.storage);
  });
});

describe('a fault of the connection', () => {
  it('named truncated breaks it before Content-Length is reached', async () => {
    const { get } = await open([{ name: 'truncated' }]);
    const answer = await get(binary, asHtml);
    expect(Number(answer.headers.get('Content-Length'))).toBeGreaterThan(10);
    await expect(answer.arrayBuffer()).rejects.toThrow('terminated');
  });

  it('named reset breaks it before any answer', async () => {
    const { get } = await open([{ name: 'reset', times: 1 }]);
    await expect(get(binary, asHtml)).rejects.toThrow('fetch failed');
    expect((await get(binary, asHtml)).status).toBe(200);
  });

  it('named noCors keeps discovery from pages of the app', async () => {
    const { launchUrl } = await sandbox.createSession({ faults: [{ name: 'noCors', times: 1 }] });
    const iss = new URL(launchUrl).searchParams.get('iss') ?? '';
    const discover = () => fetch(`${iss}/.well-known/smart-configuration`);
    const origins = [await discover(), await discover()].map((answer) =>
      answer.headers.get('Access-Control-Allow-Origin'),
    );
    expect(origins).toEqual(['https://elsewhere.example', '*']);
  });

  it('named hang answers nothing until the client gives up', async () => {
    const { get } = await open([{ name: 'hang' }]);
    const controller = new AbortController();
    const pending = get(binary, { ...asHtml, signal: controller.signal });
    const first = await Promise.race([pending, get(list).then((answer) => answer.status)]);
    expect(first).toBe(200);
    controller.abort();
    await expect(pending).rejects.toThrow('abort');
  });

  it('named slow answers in the end', async () => {
    const { get } = await open([{ name: 'slow', milliseconds: 20, times: 1 }]);
    expect((await get(list)).status).toBe(200);
  });
});

describe.each(['dstu2', 'r4'] as const)('a fault in the links of %s', (version) => {
  it('named duplicatePage brings the first page once more on the second', async () => {
    const { accessToken, iss } = await open([{ name: 'duplicatePage' }], version);
    const first = await getJson(`${iss}/${list}`, accessToken);
    const second = await getJson(nextOf(first), accessToken);
    expect(idsOf(second).slice(0, 10)).toEqual(idsOf(first));
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(smallChartDocuments);
  });

  it('named loopingNext leads from a page to itself', async () => {
    const { accessToken, iss } = await open([{ name: 'loopingNext' }], version);
    expect(nextOf(await getJson(`${iss}/${list}`, accessToken))).toBe(`${iss}/${list}`);
  });

  it('named bareBundle leaves nothing of a list but its type', async () => {
    const { accessToken, iss } = await open([{ name: 'bareBundle' }], version);
    const bundle = await getJson(`${iss}/${list}`, accessToken);
    expect(bundle).toEqual({ resourceType: 'Bundle', type: 'searchset' });
  });

  it('named foreignNext leads to another host, whose log sees who comes', async () => {
    const { accessToken, iss, session } = await open([{ name: 'foreignNext' }], version);
    const next = nextOf(await getJson(`${iss}/${list}`, accessToken));
    expect(new URL(next).origin).toBe(sandbox.origins.storage);
    await fetch(next, { headers: { Authorization: 'Bearer x' } });
    const seen = session.requests.filter((entry) => entry.origin === 'storage');
    expect(seen).toMatchObject([{ method: 'GET', authorization: true, status: 200 }]);
  });

  it('named foreignAttachment points every attachment at another host', async () => {
    const { get } = await open([{ name: 'foreignAttachment' }], version);
    const text = await (await get(list)).text();
    const urls = [...text.matchAll(/"url":"([^"]*(?:Binary|docs)[^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(urls).toHaveLength(10);
    expect(urls.every((url) => url?.startsWith(`${sandbox.origins.storage}/`))).toBe(true);
  });

  it("named wrongPatient makes the page's first document another patient's", async () => {
    const { get } = await open([{ name: 'wrongPatient' }], version);
    const text = await (await get(list)).text();
    expect(text.match(/Patient\/99999999/g)).toHaveLength(1);
  });

  it('strikes a page by its number', async () => {
    const on = 'GET DocumentReference page 2';
    const { get, accessToken, iss } = await open([{ name: '500', on }], version);
    const first = await getJson(`${iss}/${list}`, accessToken);
    expect((await get(nextOf(first))).status).toBe(500);
  });
});

it('wrongPatient rewrites the patient of a CDA document', async () => {
  const { get } = await open([{ name: 'wrongPatient', on: 'GET Binary' }]);
  const text = await (
    await get('Binary/$autogen-ccd-if?patient=1001', { headers: { Accept: 'application/xml' } })
  ).text();
  expect(text).toContain('Quimby');
  expect(text).not.toContain('>Small<');
});

describe('a fault of the authorization server', () => {
  const refusals = [
    { name: 'accessDenied', error: 'access_denied' },
    { name: 'invalidScope', error: 'invalid_scope' },
    { name: 'invalidClient', error: 'invalid_client' },
  ] as const;
  for (const { name, error } of refusals) {
    it(`named ${name} leads back with ${error}, and uses no launch code up`, async () => {
      const { launchUrl } = await sandbox.createSession({ faults: [{ name, times: 1 }] });
      const dance = await prepareDance(launchUrl);
      const back = locationOf(await dance.authorize());
      expect(back.searchParams.get('error')).toBe(error);
      expect(back.searchParams.get('state')).toBe('state-1');
      expect(back.searchParams.get('error_uri')).toContain(`/errors/${error}`);
      expect(locationOf(await dance.authorize()).searchParams.has('code')).toBe(true);
    });
  }

  for (const { name, status, error } of [
    { name: 'invalidGrant', status: 400, error: 'invalid_grant' },
    { name: 'invalidClient', status: 401, error: 'invalid_client' },
  ] as const) {
    it(`named ${name} makes the exchange of a code a ${status}`, async () => {
      const faults = [{ name, on: 'POST token/code' }];
      const dance = await prepareDance((await sandbox.createSession({ faults })).launchUrl);
      const answer = await dance.exchange(locationOf(await dance.authorize()));
      expect(answer.status).toBe(status);
      expect(parseObject(await answer.text())).toMatchObject({
        error,
        error_description: `the sandbox plays ${error}`,
      });
    });
  }
});
