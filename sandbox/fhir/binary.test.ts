import { describe, expect, it } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { ask, createTestSession } from './test-chart.ts';

const rows: readonly (readonly [id: string, accept: string, expected: string])[] = [
  ['XR-1', 'application/pdf', 'application/pdf'],
  ['XR-1', 'application/pdf;q=0.9', 'application/pdf'],
  ['XR-1', 'text/html', '406'],
  ['XR-1', '*/*', '406'],
  ['XR-1', '', '406'],
  ['XR-1', 'application/json', '406'],
  ['XR-1', 'application/pdf;q=0', '406'],
  ['XR-1', 'image/png, application/json+fhir', 'application/json+fhir; charset=utf-8'],
  ['TR-1', 'html', 'text/html;charset=windows-1252'],
  ['TR-1', 'text/html', 'text/html;charset=windows-1252'],
  ['TR-1', 'application/xhtml+xml', 'text/html;charset=windows-1252'],
  ['TR-1', 'text/html;charset=utf-8', 'text/html;charset=windows-1252'],
  ['TR-1', 'application/pdf', '406'],
  ['B-xml', 'application/xml', 'application/xml'],
  ['B-xml', 'aapplication/xml', '406'],
  ['B-xml', 'text/xml', '406'],
  ['B-json', 'application/json', 'application/json'],
  ['B-untyped', 'application/octet-stream', 'application/octet-stream'],
  ['B-untyped', 'application/json', '406'],
  ['B-inline', 'text/plain', '404'],
  ['B-foreign', 'text/plain', '404'],
  ['nowhere', 'text/plain', '404'],
  ['XR-1?_format=json', 'application/pdf', '400'],
];

describe('readBinary', () => {
  it.each(rows)('gives %s for Accept "%s" as %s', async (id, accept, expected) => {
    const answer = await ask(`Binary/${id}`, { accept });
    const got = answer.ok ? answer.headers.get('content-type') : String(answer.status);
    expect(got).toBe(expected);
  });

  it.each([
    ['dstu2', 'application/json+fhir', 'content', 'data'],
    ['r4', 'application/fhir+json', 'data', 'content'],
  ] as const)(
    'envelopes a document of %s for %s in `%s`',
    async (version, accept, member, other) => {
      const envelope = await (await ask('Binary/TR-1', { version, accept })).json();
      expect(envelope).toMatchObject({
        resourceType: 'Binary',
        id: 'TR-1',
        contentType: 'text/html;charset=windows-1252',
      });
      expect(envelope[member]).toBe(btoa('bytes of TR-1'));
      expect(other in envelope).toBe(false);
    },
  );

  it('gives the bytes as they are, with their length', async () => {
    const answer = await ask('Binary/XR-1', { accept: 'application/pdf' });
    expect(answer.headers.get('content-length')).toBe('13');
    expect(await answer.text()).toBe('bytes of XR-1');
  });
});

describe('$autogen-ccd-if', () => {
  it.each([
    ['patient=1', 200],
    ['patient=1&start=2014-09-24T12:00:00.000Z', 200],
    ['patient=1&end=eq2016-09-24T12:00:00.000Z', 200],
    ['patient=1&start=2014-09-24T12:00:00-05:00&end=2014-09-25T12:00:00%2B02:00', 200],
    ['patient=1&start=2014-09-24T12:00:00+02:00', 400],
    ['patient=1&start=2014-09-24', 400],
    ['patient=1&start=2014-09-24T12:00:00', 400],
    ['patient=1&start=ge2014-09-24T12:00:00Z', 400],
    ['patient=1&start=2014-02-30T12:00:00Z', 400],
    ['patient=1&start=2016-01-01T00:00:00Z&end=2015-01-01T00:00:00Z', 400],
    ['patient=1&encounter=E1', 400],
    ['start=2014-09-24T12:00:00Z', 400],
    ['', 400],
    ['patient=2', 403],
  ])('answers ?%s with %i', async (query, status) => {
    const answer = await ask(`Binary/$autogen-ccd-if?${query}`, { accept: 'application/xml' });
    expect(answer.status).toBe(status);
  });

  it.each([
    ['application/xml', 'application/xml'],
    ['application/json+fhir', 'application/json+fhir; charset=utf-8'],
    ['application/json', null],
    ['text/xml', null],
    ['*/*', null],
  ])('for Accept %s gives %s', async (accept, type) => {
    const answer = await ask('Binary/$autogen-ccd-if?patient=1', { accept });
    expect(answer.status).toBe(type === null ? 406 : 200);
    expect(answer.headers.get('content-type')).toBe(type);
  });

  it('takes an encounter in R4 and knows which there are', async () => {
    const options = { version: 'r4', accept: 'application/xml' } as const;
    const known = await ask('Binary/$autogen-ccd-if?patient=1&encounter=E1', options);
    const unknown = await ask('Binary/$autogen-ccd-if?patient=1&encounter=E9', options);
    expect([known.status, unknown.status]).toEqual([200, 404]);
    expect(await known.text()).toContain('20191226150000');
  });

  it('stops when the client goes away', async () => {
    const session = createTestSession({ ccdSeconds: 600 });
    const leaving = new AbortController();
    const answer = ask('Binary/$autogen-ccd-if?patient=1', {
      session,
      accept: 'application/xml',
      signal: leaving.signal,
    });
    leaving.abort();
    expect((await answer).status).toBe(499);
  });
});

describe('$docref', () => {
  const type = 'type=http://loinc.org|34133-9';

  it.each([
    ['dstu2', `patient=1&${type}`, 200],
    ['dstu2', 'patient=1', 400],
    ['dstu2', 'patient=1&type=34133-9', 400],
    ['dstu2', type, 400],
    ['dstu2', `patient=1&${type}&start=2014-09-24`, 400],
    ['dstu2', `patient=1&${type}&period=2014`, 400],
    ['dstu2', `patient=2&${type}`, 403],
    ['r4', 'patient=1', 200],
  ] as const)('of %s answers ?%s with %i', async (version, query, status) => {
    expect((await ask(`DocumentReference/$docref?${query}`, { version })).status).toBe(status);
  });

  it.each([
    ['own', 'http://127.0.0.1:1001/dstu2/tenant-1'],
    ['foreign', 'http://127.0.0.1:1003/tenant-1'],
  ] as const)('of a tenant with %s links leads to %s, the range kept', async (docrefLink, root) => {
    const session = createTestSession({ docrefLink });
    const query = `patient=1&${type}&start=eq2014-09-24T00:00:00.000Z&end=2014-09-25T00:00:00%2B02:00`;
    const bundle = await (await ask(`DocumentReference/$docref?${query}`, { session })).json();
    const { attachment, format } = bundle.entry[0].resource.content[0];
    expect(attachment.contentType).toBe('application/xml');
    expect(format).toHaveLength(1);
    expect(attachment.url).toBe(
      `${root}/Binary/$autogen-ccd-if?patient=1&start=eq2014-09-24T00%3A00%3A00.000Z&end=2014-09-25T00%3A00%3A00%2B02%3A00`,
    );
  });

  it('gives a link that makes the summary', async () => {
    const bundle = await (await ask(`DocumentReference/$docref?patient=1&${type}`)).json();
    const { url } = bundle.entry[0].resource.content[0].attachment;
    const answer = await ask(url, { accept: 'application/xml' });
    expect(await answer.text()).toContain('<ClinicalDocument');
  });

  it('is not there on a tenant that does not support it', async () => {
    const session = createTestSession({ docrefLink: 'unsupported' });
    const answer = await ask(`DocumentReference/$docref?patient=1&${type}`, { session });
    expect([answer.status, (await answer.json()).resourceType]).toEqual([404, 'OperationOutcome']);
  });

  it('knows no other type of document', async () => {
    const bundle = await (
      await ask('DocumentReference/$docref?patient=1&type=http://loinc.org|11506-3')
    ).json();
    expect(bundle.entry).toBeUndefined();
  });
});

describe('encodeBase64', () => {
  it.each([0, 1, 2, 3, 100_000])('encodes %i bytes as the platform does', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => index % 256);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });
});
