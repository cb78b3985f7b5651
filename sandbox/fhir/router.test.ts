import { array, assert, asyncProperty, constantFrom, oneof, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allScopes, ask, createTestSession, grant, type TestRequest } from './test-chart.ts';

const without = (type: string): TestRequest => ({
  grant: { ...grant, scopes: allScopes.filter((scope) => !scope.includes(type)) },
});

const rows: readonly { title: string; path: string; options?: TestRequest; status: number }[] = [
  {
    title: 'metadata needs no token',
    path: 'metadata',
    options: { grant: undefined },
    status: 200,
  },
  { title: 'a patient is read', path: 'Patient/1', status: 200 },
  { title: 'another patient is refused', path: 'Patient/2', status: 403 },
  {
    title: 'a request without token is refused',
    path: 'Patient/1',
    options: { grant: undefined },
    status: 401,
  },
  {
    title: 'an expired token is refused',
    path: 'Patient/1',
    options: { grant: { ...grant, expired: true } },
    status: 401,
  },
  {
    title: 'a missing scope is refused',
    path: 'Patient/1',
    options: without('Patient'),
    status: 403,
  },
  {
    title: 'a search needs its scope',
    path: 'DocumentReference?patient=1',
    options: without('DocumentReference'),
    status: 403,
  },
  {
    title: 'a report as HTML needs DiagnosticReport.read',
    path: 'Binary/TR-1',
    options: { ...without('DiagnosticReport'), accept: 'text/html' },
    status: 403,
  },
  {
    title: 'a report as PDF needs DocumentReference.read',
    path: 'Binary/XR-1',
    options: { ...without('DocumentReference'), accept: 'application/pdf' },
    status: 403,
  },
  {
    title: 'a report as PDF needs no DiagnosticReport.read',
    path: 'Binary/XR-1',
    options: { ...without('DiagnosticReport'), accept: 'application/pdf' },
    status: 200,
  },
  {
    title: 'a report as HTML needs no DocumentReference.read',
    path: 'Binary/TR-1',
    options: { ...without('DocumentReference'), accept: 'text/html' },
    status: 200,
  },
  {
    title: 'Binary needs its own scope',
    path: 'Binary/XR-1',
    options: { ...without('Binary'), accept: 'application/pdf' },
    status: 403,
  },
  { title: 'a write is refused', path: 'Patient/1', options: { method: 'POST' }, status: 405 },
  {
    title: 'a write is refused before the token is looked at',
    path: 'Patient/1',
    options: { method: 'DELETE', grant: undefined },
    status: 405,
  },
  { title: 'an unknown type is not there', path: 'Observation?patient=1', status: 404 },
  { title: 'a name of Object.prototype is no type', path: 'constructor/1', status: 404 },
  { title: 'an unknown operation is not there', path: 'Patient/$everything', status: 404 },
  { title: 'an operation without its dollar is an id', path: 'Binary/autogen-ccd-if', status: 404 },
  { title: 'history is not there', path: 'Patient/1/_history', status: 404 },
  { title: 'a broken escape is not there', path: 'Patient/%E0%A4%A', status: 404 },
  {
    title: 'the DSTU2 server does not speak R4 types',
    path: 'Patient/1',
    options: { accept: 'application/fhir+json' },
    status: 406,
  },
  {
    title: 'the R4 server does not speak DSTU2 types',
    path: 'Patient/1',
    options: { version: 'r4', accept: 'application/json+fhir' },
    status: 406,
  },
  {
    title: 'plain JSON is a name of a resource',
    path: 'Patient/1',
    options: { accept: 'application/json' },
    status: 200,
  },
  {
    title: 'any type is fine for a resource',
    path: 'Patient/1',
    options: { accept: '*/*' },
    status: 200,
  },
  {
    title: 'XML is not spoken',
    path: 'Patient/1',
    options: { accept: 'application/xml' },
    status: 406,
  },
  { title: 'an encounter is read', path: 'Encounter/E1', status: 200 },
  { title: 'a document is read', path: 'DocumentReference/D-absolute', status: 200 },
  { title: 'a report is no document', path: 'DocumentReference/R1', status: 404 },
];

describe('handleFhir', () => {
  it.each(rows)('$title', async ({ path, options, status }) => {
    expect((await ask(path, options)).status).toBe(status);
  });

  it('names the bearer scheme when a token is missing or expired', async () => {
    const missing = await ask('Patient/1', { grant: undefined });
    const expired = await ask('Patient/1', { grant: { ...grant, expired: true } });
    expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="sandbox"');
    expect(expired.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('answers 406 with an empty body', async () => {
    const answer = await ask('Patient/1', { accept: 'text/turtle' });
    expect(answer.headers.get('content-length')).toBe('0');
    expect(await answer.text()).toBe('');
  });

  it('declares the JSON type of each version, with a charset in DSTU2', async () => {
    const dstu2 = await ask('Patient/1');
    const r4 = await ask('Patient/1', { version: 'r4' });
    expect(dstu2.headers.get('content-type')).toBe('application/json+fhir; charset=utf-8');
    expect(r4.headers.get('content-type')).toBe('application/fhir+json');
  });

  it('writes a patient in the words of each version', async () => {
    const dstu2 = await (await ask('Patient/1')).json();
    const r4 = await (await ask('Patient/1', { version: 'r4' })).json();
    expect(dstu2.name).toEqual([
      { use: 'official', text: 'Ann Small', family: ['Small'], given: ['Ann'] },
    ]);
    expect(r4.name).toEqual([
      { use: 'official', text: 'Ann Small', family: 'Small', given: ['Ann'] },
    ]);
    expect(dstu2.address[0].line).toEqual(['1 Main St']);
    expect(r4.identifier).toEqual([
      { use: 'usual', type: { text: 'MRN' }, system: 'urn:oid:2.999.1', value: '42' },
    ]);
  });

  it('states the authorization server in metadata', async () => {
    const dstu2 = await (await ask('metadata')).json();
    const r4 = await (await ask('metadata', { version: 'r4' })).json();
    expect([dstu2.resourceType, dstu2.fhirVersion]).toEqual(['Conformance', '1.0.2']);
    expect([r4.resourceType, r4.fhirVersion]).toEqual(['CapabilityStatement', '4.0.1']);
    const [extension] = dstu2.rest[0].security.extension;
    expect(extension.url).toMatch(/\/oauth-uris$/);
    expect(extension.extension.map(({ url }: { url: string }) => url)).toEqual(
      expect.arrayContaining(['authorize', 'token']),
    );
  });

  it('keeps the base that was called when a session serves the fixed tenant', async () => {
    const session = createTestSession();
    const demo = { ...session, id: 'demo' };
    const bundle = await (await ask('DocumentReference?_id=D-absolute', { session: demo })).json();
    expect(bundle.entry[0].resource.content[0].attachment.url).toBe(
      'http://127.0.0.1:1001/dstu2/demo/Binary/B-absolute',
    );
  });

  it('answers whatever path and parameters come, with a documented status', async () => {
    const word = oneof(
      string(),
      constantFrom('patient', 'date', 'created', '_count', 'start', 'type', 'pageContext', '1'),
    );
    const path = array(
      oneof(word, constantFrom('Binary', 'DocumentReference', '$docref', '$autogen-ccd-if')),
      { maxLength: 3 },
    );
    await assert(
      asyncProperty(path, array(tuple(word, word)), async (segments, pairs) => {
        const query = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
        const answer = await ask(`${segments.map(encodeURIComponent).join('/')}?${query}`);
        expect([200, 400, 403, 404, 406]).toContain(answer.status);
      }),
      { numRuns: 300 },
    );
  });
});
