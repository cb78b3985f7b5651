import { describe, expect, it } from 'vitest';
import type { Result } from '../shared/result.ts';
import { createNet } from '../net/net.ts';
import type { BundlePage } from './bundle-page.ts';
import type { FhirError } from './fhir-error.ts';
import { createFhirReader } from './fhir-reader.ts';
import { readPatient } from './read-patient.ts';
import { readDocref } from './docref.ts';
import { autogenCcdAddress } from './autogen-ccd.ts';
import { parseClinicalDate } from '../model/parse-clinical-date.ts';

const base = 'https://ehr.example.org/r4/t';

interface Asked {
  readonly url: string;
  readonly accept: string | null;
}

/** A reader of a server that answers by path and query, and what it was asked. */
function readerOf(answer: (path: string) => Response, version: 'dstu2' | 'r4' = 'r4') {
  const asked: Asked[] = [];
  const net = createNet({
    base,
    authOrigins: [],
    styleOrigins: [],
    resourcePrefixes: [],
    random: () => 0,
    fetch: (input, init) => {
      const url = String(input);
      asked.push({ url, accept: new Headers(init?.headers).get('accept') });
      return Promise.resolve(answer(url.slice(base.length + 1)));
    },
  });
  return { reader: createFhirReader({ base: `${base}/`, version, net }), asked };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/fhir+json', 'x-request-id': 'r-9' },
  });

const bundle = (ids: readonly string[], next?: string, more: object = {}) =>
  json({
    resourceType: 'Bundle',
    type: 'searchset',
    ...(ids.length === 0
      ? {}
      : { entry: ids.map((id) => ({ resource: { resourceType: 'DocumentReference', id } })) }),
    ...(next === undefined ? {} : { link: [{ relation: 'next', url: next }] }),
    ...more,
  });

async function pagesOf(answer: (path: string) => Response) {
  const { reader, asked } = readerOf(answer);
  const pages: Result<BundlePage, FhirError>[] = [];
  const params = new URLSearchParams({ patient: '1', _count: '100' });
  for await (const page of reader.searchPages('DocumentReference', params)) pages.push(page);
  const ids = pages.map((page) =>
    page.ok ? page.value.resources.map(({ id }) => id).join(' ') : page.error.kind,
  );
  return { pages, ids, asked };
}

describe('read', () => {
  it.each([
    ['dstu2', 'application/json+fhir'],
    ['r4', 'application/fhir+json'],
  ] as const)('asks a %s server for %s', async (version, accept) => {
    const { reader, asked } = readerOf(() => json({ resourceType: 'Patient', id: '1' }), version);
    expect((await reader.read('Patient/1')).ok).toBe(true);
    expect(asked).toEqual([{ url: `${base}/Patient/1`, accept }]);
  });

  const issue = [{ code: 'required', diagnostics: 'patient is missing' }];
  const rows: { title: string; answer: () => Response; error: unknown }[] = [
    {
      title: 'a login page',
      answer: () => new Response('<!DOCTYPE html><html></html>'),
      error: { kind: 'loginPage' },
    },
    {
      title: 'an empty body',
      answer: () => new Response(''),
      error: { kind: 'notFhir', reason: 'empty' },
    },
    {
      title: 'broken JSON',
      answer: () => new Response('{"resourceType":"Pat'),
      error: { kind: 'notFhir', reason: 'broken JSON' },
    },
    {
      title: 'another resource',
      answer: () => json({ resourceType: 'Observation' }),
      error: { kind: 'notFhir', reason: 'Observation in place of Patient', requestId: 'r-9' },
    },
    {
      title: 'an OperationOutcome with status 200',
      answer: () => json({ resourceType: 'OperationOutcome', issue }),
      error: { kind: 'notFhir', reason: 'patient is missing', requestId: 'r-9' },
    },
    {
      title: 'a 422 whose outcome is in an array',
      answer: () => json([{ resourceType: 'OperationOutcome', issue }], 422),
      error: {
        kind: 'clientError',
        failure: {
          status: 422,
          outcome: 'patient is missing',
          requestId: 'r-9',
          request: 'GET /r4/t/Patient/{id}',
        },
      },
    },
    {
      title: 'a 403 in plain text',
      answer: () =>
        new Response('Tenant not valid or accessible\nmore', {
          status: 403,
          headers: { 'content-type': 'text/plain' },
        }),
      error: {
        kind: 'forbidden',
        failure: {
          status: 403,
          outcome: 'Tenant not valid or accessible',
          request: 'GET /r4/t/Patient/{id}',
        },
      },
    },
    {
      title: 'an empty 406',
      answer: () => new Response(null, { status: 406 }),
      error: {
        kind: 'notAcceptable',
        failure: { status: 406, request: 'GET /r4/t/Patient/{id}' },
      },
    },
  ];
  it.each(rows)('tells $title by its tag', async ({ answer, error }) => {
    expect(await readerOf(answer).reader.read('Patient/1')).toEqual({ ok: false, error });
  });
});

describe('searchPages', () => {
  it('follows next exactly as given and drops entries that came before', async () => {
    const next = `${base}/DocumentReference?pageContext=%7Ba%7D&direction=NEXT`;
    const { ids, asked, pages } = await pagesOf((path) =>
      path.includes('pageContext') ? bundle(['b', 'c']) : bundle(['a', 'b'], next, { total: 3 }),
    );
    expect(ids).toEqual(['a b', 'c']);
    expect(asked.map(({ url }) => url)).toEqual([
      `${base}/DocumentReference?patient=1&_count=100`,
      next,
    ]);
    expect(asked[1]?.accept).toBe('application/fhir+json');
    expect(pages[0]?.ok && pages[0].value.total).toBe(3);
  });

  it('takes a Bundle without entries for an empty page', async () => {
    expect((await pagesOf(() => bundle([]))).ids).toEqual(['']);
  });

  it('passes over outcomes and empty entries', async () => {
    const { ids } = await pagesOf(() =>
      json({
        resourceType: 'Bundle',
        entry: [
          {},
          { resource: null },
          { resource: { resourceType: 'OperationOutcome' } },
          { resource: { resourceType: 'DocumentReference', id: 'a' } },
        ],
      }),
    );
    expect(ids).toEqual(['a']);
  });

  it('stops where next leads back', async () => {
    const { ids } = await pagesOf(() => bundle(['a'], `${base}/DocumentReference?page=2`));
    expect(ids).toEqual(['a', '', 'pagesLoop']);
  });

  it('stops where ever new links bring nothing new', async () => {
    let count = 0;
    const { ids } = await pagesOf(() =>
      bundle(['a'], `${base}/DocumentReference?page=${(count += 1)}`),
    );
    expect(ids).toEqual(['a', '', '', '', 'pagesLoop']);
  });

  it('asks nothing of another server', async () => {
    const { ids, asked } = await pagesOf(() => bundle(['a'], 'https://evil.example.org/p2'));
    expect(ids).toEqual(['a', 'refusedAddress']);
    expect(asked).toHaveLength(1);
  });

  it('resolves a relative next against the base', async () => {
    const { ids } = await pagesOf((path) =>
      path.includes('page=2') ? bundle(['b']) : bundle(['a'], 'DocumentReference?page=2'),
    );
    expect(ids).toEqual(['a', 'b']);
  });

  it('keeps earlier pages when a later one fails', async () => {
    const { ids } = await pagesOf((path) =>
      path.includes('page=2')
        ? new Response(null, { status: 400 })
        : bundle(['a'], `${base}/DocumentReference?page=2`),
    );
    expect(ids).toEqual(['a', 'clientError']);
  });
});

describe('readPatient', () => {
  it('reads both shapes of a name, identifiers and links of the same server', async () => {
    const { reader } = readerOf(() =>
      json({
        resourceType: 'Patient',
        id: '1',
        name: [
          { use: 'official', family: ['SMART'], given: ['NANCY', 'U'], text: 'SMART, NANCY U' },
          { use: 'old', family: 'OLD', given: ['NANCY'] },
        ],
        birthDate: '1980-08-11',
        gender: 'female',
        identifier: [
          { system: 'urn:oid:1.2.3', value: '000123', type: { text: 'MRN' } },
          { system: 'urn:oid:1.2.3' },
        ],
        deceasedBoolean: false,
        link: [
          { other: { reference: 'Patient/2' }, type: 'seealso' },
          { other: { reference: `${base}/Patient/3` }, type: 'replaces' },
          { other: { reference: 'https://other.example.org/r4/Patient/4' }, type: 'refer' },
        ],
      }),
    );
    const patient = await reader.read('Patient/1');
    expect(patient.ok).toBe(true);
    expect(await readPatient(reader, '1')).toEqual({
      ok: true,
      value: {
        base,
        fhirVersion: 'r4',
        id: '1',
        identity: {
          names: [
            {
              family: ['SMART'],
              given: ['NANCY', 'U'],
              prefix: [],
              suffix: [],
              text: 'SMART, NANCY U',
              use: 'official',
            },
            { family: ['OLD'], given: ['NANCY'], prefix: [], suffix: [], use: 'old' },
          ],
          birthDate: '1980-08-11',
          gender: 'female',
          identifiers: [{ system: '1.2.3', value: '000123', type: 'MRN' }],
          deceased: false,
        },
        linkedIds: ['2', '3'],
      },
    });
  });

  it('does not believe a server that answers with another patient', async () => {
    const { reader } = readerOf(() => json({ resourceType: 'Patient', id: '2' }));
    expect((await readPatient(reader, '1')).ok).toBe(false);
  });
});

describe('the CCD of a range', () => {
  const start = parseClinicalDate('2024-01-01T06:00:00.000Z')?.instant;
  const end = parseClinicalDate('2024-04-01T04:59:59.999Z')?.instant;
  const range = {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };

  it('is addressed with UTC instants, open sides left out', () => {
    expect(autogenCcdAddress(`${base}/`, 'a+b', range)).toBe(
      `${base}/Binary/$autogen-ccd-if?patient=a%2Bb&start=2024-01-01T06%3A00%3A00.000Z&end=2024-04-01T04%3A59%3A59.999Z`,
    );
    expect(autogenCcdAddress(base, '1', {})).toBe(`${base}/Binary/$autogen-ccd-if?patient=1`);
  });

  it('is asked of $docref, whose links are given back as they are', async () => {
    const url = 'https://fhir.example.com/T/Binary/$autogen-ccd-if?patient=1';
    const { reader, asked } = readerOf(() =>
      json({
        resourceType: 'Bundle',
        entry: [
          {
            resource: {
              resourceType: 'DocumentReference',
              content: [{ attachment: { contentType: 'aapplication/xml', url } }],
            },
          },
        ],
      }),
    );
    const offered = await readDocref(reader, '1', range);
    expect(offered.ok && offered.value.map(({ attachment }) => attachment)).toEqual([
      { mediaType: { declared: 'aapplication/xml', essence: 'application/xml' }, url },
    ]);
    expect(asked[0]?.url).toBe(
      `${base}/DocumentReference/$docref?patient=1&type=http%3A%2F%2Floinc.org%7C34133-9&start=2024-01-01T06%3A00%3A00.000Z&end=2024-04-01T04%3A59%3A59.999Z`,
    );
  });
});
