import { describe, expect, it } from 'vitest';
import type { Chart } from '../charts/chart.ts';
import { ask, createTestSession, rendition, smallChart } from './test-chart.ts';

/** How many entries the first page holds; or how a 400 was said. */
type Outcome = number | 'refused in words' | 'refused as OperationOutcome' | 'unexpected';
type Row = readonly [query: string, expected: Outcome];

const text = 'refused in words';
const refusal = 'refused as OperationOutcome';

async function outcomeOf(answer: Response): Promise<Outcome> {
  if (answer.headers.get('content-type') === 'text/plain') {
    return answer.status === 400 ? text : 'unexpected';
  }
  const body = await answer.json();
  if (body.resourceType === 'Bundle') return body.entry?.length ?? 0;
  return answer.status === 400 && body.issue[0].severity === 'error' ? refusal : 'unexpected';
}

const dstu2Rows: readonly Row[] = [
  ['DiagnosticReport', text],
  ['DiagnosticReport?name=x', text],
  ['DiagnosticReport?patient=1', 2],
  ['DiagnosticReport?patient=Patient/1', 2],
  ['DiagnosticReport?subject:Patient=1', 2],
  ['DiagnosticReport?date=ge2019-01-01', refusal],
  ['DiagnosticReport?patient=1&patient=1', refusal],
  ['DiagnosticReport?patient=1&status=final', refusal],
  ['DiagnosticReport?patient=1&date=ge2020-01-01', 1],
  ['DiagnosticReport?patient=1&date=gt2020-01-01', refusal],
  ['DiagnosticReport?patient=1&date=2020-01-15', refusal],
  ['DiagnosticReport?patient=1&date=lt2020-01-01', refusal],
  ['DiagnosticReport?patient=1&date=ge2019-01-01&date=lt2020-01-01', 1],
  ['DiagnosticReport?patient=1&date=ge2019-01-01T00:00:00Z&date=lt2021-01-01T00:00:00Z', 2],
  ['DiagnosticReport?patient=1&date=ge2019-01-01&date=le2020-01-01', refusal],
  ['DiagnosticReport?patient=1&date=ge2019-02-30', refusal],
  ['DiagnosticReport?patient=1&_count=1', 1],
  ['DiagnosticReport?patient=1&_count=0', refusal],
  ['DiagnosticReport?patient=1&_count=ten', refusal],
  ['DocumentReference?patient=1', 9],
  ['DocumentReference?patient=', refusal],
  ['DocumentReference?subject=Patient/1', 9],
  ['DocumentReference?subject=1', refusal],
  ['DocumentReference?patient=1&subject=Patient/1', refusal],
  ['DocumentReference?_id=D-none', 1],
  ['DocumentReference?_id=D-nowhere', 0],
  ['DocumentReference?_id=D-none&patient=1', refusal],
  ['DocumentReference?patient=1&encounter=E1', 0],
  ['DocumentReference?patient=1&created=ge2021-01-01&created=le2021-12-31', 7],
  ['DocumentReference?patient=1&created=le2021-12-31&created=ge2021-01-01', 7],
  ['DocumentReference?patient=1&created=ge2021-01-01', refusal],
  ['DocumentReference?patient=1&created=ge2021-01-01&created=lt2021-12-31', refusal],
  ['DocumentReference?patient=1&created=ge2021-01-01&created=le2021-01-01', refusal],
  ['DocumentReference?patient=1&created=ge2021-01-01T00:00:00Z&created=le2021-12-31', refusal],
  ['DocumentReference?patient=1&created=ge2021-05-05T12:00:00Z&created=le2021-05-05T12:00:01Z', 7],
  ['DocumentReference?patient=1&category=clinical-note', refusal],
  ['Encounter?patient=1', 1],
];

const r4Rows: readonly Row[] = [
  ['DocumentReference', text],
  ['DocumentReference?patient=1', 9],
  ['DocumentReference?patient=1&created=ge2021-01-01&created=le2021-12-31', refusal],
  ['DocumentReference?patient=1&category=clinical-note', 8],
  ['DocumentReference?patient=1&category=http://terminology.hl7.org/CodeSystem/v2-0074|OTH', 1],
  ['DocumentReference?patient=1&type=https://fhir.example.org/codeSet/72|2820507', 1],
  ['DocumentReference?patient=1&type=http://loinc.org|11506-3', 0],
  ['DocumentReference?patient=1&date=ge2021-05-06', 8],
  ['DocumentReference?patient=1&date=2021-05-06', 7],
  ['DocumentReference?patient=1&date=ge2021-01-01&date=lt2022-01-01', refusal],
  ['DocumentReference?patient=1&date=ge2021-01-01T00:00:00Z&date=lt2021-12-01T00:00:00Z', 7],
  ['DocumentReference?patient=1&date=ge2021-01-01T00:00:00Z&date=ge2022-01-01T00:00:00Z', refusal],
  ['DocumentReference?patient=1&period=ge2021-01-01&period=lt2021-12-01', 7],
  ['DocumentReference?patient=1&period=ge2021-01-01', refusal],
  ['DocumentReference?patient=1&period=ge2021-01-01&period=le2021-12-01', refusal],
  [
    'DocumentReference?patient=1&period=ge2021-01-01&period=lt2021-12-01&date=ge2021-01-01',
    refusal,
  ],
  ['DocumentReference?patient=1&_lastUpdated=ge2022-01-01', 1],
  ['DocumentReference?patient=1&_revinclude=Provenance:target', 9],
  ['DocumentReference?patient=1&_revinclude=Provenance:agent', refusal],
  ['DiagnosticReport?patient=1&code=30746-2', 1],
  ['DiagnosticReport?patient=1&category=http://loinc.org|LP29684-5', 2],
  ['DiagnosticReport?patient=1&encounter=E1', 1],
  ['DiagnosticReport?_id=R1', 1],
];

describe.each([
  { version: 'dstu2' as const, rows: dstu2Rows },
  { version: 'r4' as const, rows: r4Rows },
])('a search of the $version base', ({ version, rows }) => {
  it.each(rows)('%s gives %s', async (query, expected) => {
    expect(await outcomeOf(await ask(query, { version }))).toBe(expected);
  });

  it('refuses another patient', async () => {
    expect((await ask('DocumentReference?patient=2', { version })).status).toBe(403);
  });
});

describe('paging', () => {
  const crowded: Chart = {
    ...smallChart,
    documents: Array.from({ length: 250 }, (_, index) => ({
      id: `D${index}`,
      resourceType: 'DocumentReference' as const,
      status: 'current',
      renditions: [rendition(`B${index}`)],
    })),
  };

  it.each([
    { query: '', pages: 25 },
    { query: '&_count=100', pages: 3 },
    { query: '&_count=5000', pages: 3 },
    { query: '&_count=250', pages: 3 },
  ])('gives every document once in $pages pages for "$query"', async ({ query, pages }) => {
    const session = createTestSession({}, crowded);
    const ids: string[] = [];
    let count = 0;
    let url: string | undefined = `DocumentReference?patient=1${query}`;
    while (url !== undefined) {
      const bundle: {
        entry: { resource: { id: string } }[];
        link: { relation: string; url: string }[];
      } = await (await ask(url, { session })).json();
      ids.push(...bundle.entry.map(({ resource }) => resource.id));
      url = bundle.link.find(({ relation }) => relation === 'next')?.url;
      count += 1;
    }
    expect(count).toBe(pages);
    expect(ids).toEqual(crowded.documents.map(({ id }) => id));
  });

  it('answers a next link only as given, of its own type, session and patient', async () => {
    const session = createTestSession({}, crowded);
    const bundle = await (await ask('DocumentReference?patient=1', { session })).json();
    const next: string = bundle.link[1].url;
    expect(next).not.toContain('_count');
    expect(next).not.toContain('patient=');
    const answers = await Promise.all([
      ask(next, { session }),
      ask(next, { session: { ...session } }),
      ask(`${next}&_count=100`, { session }),
      ask(next.replace('direction=NEXT', ''), { session }),
      ask(next.replace('DocumentReference', 'DiagnosticReport'), { session }),
      ask(next, { session: createTestSession({}, crowded) }),
      ask('DocumentReference?pageContext=2&direction=NEXT', { session }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 400, 400, 400, 400]);
  });

  it('states a total in R4 only, and leaves out the entries of an empty answer', async () => {
    const dstu2 = await (await ask('DocumentReference?_id=none')).json();
    const r4 = await (await ask('DocumentReference?_id=none', { version: 'r4' })).json();
    expect([dstu2.total, r4.total]).toEqual([undefined, 0]);
    expect('entry' in dstu2 || 'entry' in r4).toBe(false);
  });
});
