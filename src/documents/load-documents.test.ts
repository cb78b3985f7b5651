import { describe, expect, it } from 'vitest';
import { createNet } from '../net/net.ts';
import { createFhirReader } from '../fhir/fhir-reader.ts';
import type { DocumentsLoad } from './load-documents.ts';
import { loadDocuments } from './load-documents.ts';

const base = 'https://ehr.example.org/r4/t';

type Answer = () => Response | Promise<Response>;

/** Loads from a server that answers by path and query; what it was asked is kept. */
function load(
  answers: Record<string, Answer>,
  readable = ['DiagnosticReport', 'DocumentReference'],
) {
  const asked: string[] = [];
  const net = createNet({
    base,
    authOrigins: [],
    styleOrigins: [],
    resourcePrefixes: [],
    random: () => 0,
    fetch: (input) => {
      const path = String(input).slice(base.length + 1);
      asked.push(path);
      return Promise.resolve(answers[path]?.() ?? bundle([]));
    },
  });
  const reader = createFhirReader({ base, version: 'r4', net });
  return { documents: loadDocuments({ reader, patientId: '1', readable }), asked };
}

const bundle = (resources: readonly object[], next?: string) =>
  new Response(
    JSON.stringify({
      resourceType: 'Bundle',
      entry: resources.map((resource) => ({ resource })),
      link: next === undefined ? [] : [{ relation: 'next', url: `${base}/${next}` }],
    }),
  );

const reference = (id: string) => ({ resourceType: 'DocumentReference', id, date: `20${id}` });
const report = (id: string) => ({ resourceType: 'DiagnosticReport', id, issued: `20${id}` });

const references = 'DocumentReference?patient=1&_count=100';
const reports = 'DiagnosticReport?patient=1&_count=100';

const settled = (documents: DocumentsLoad): Promise<void> =>
  new Promise((resolve) => {
    const check = () => {
      const kinds = Object.values(documents.state.get().searches).map((search) => search.kind);
      if (!kinds.includes('loading')) resolve();
    };
    documents.state.subscribe(check);
    check();
  });

const shown = (documents: DocumentsLoad) =>
  documents.state.get().documents.map((document) => document.id.slice(base.length + 1));

describe('loadDocuments', () => {
  it('merges both searches and all their pages, newest first', async () => {
    const { documents, asked } = load({
      [references]: () => bundle([reference('10'), reference('12')], 'DocumentReference?page=2'),
      'DocumentReference?page=2': () => bundle([reference('14'), report('99')]),
      [reports]: () => bundle([report('11')]),
    });
    await settled(documents);
    expect(shown(documents)).toEqual([
      'DocumentReference/14',
      'DocumentReference/12',
      'DiagnosticReport/11',
      'DocumentReference/10',
    ]);
    expect(documents.state.get().searches).toEqual({
      DiagnosticReport: { kind: 'complete', received: 1 },
      DocumentReference: { kind: 'complete', received: 3 },
    });
    expect(asked).toHaveLength(3);
  });

  it('shows the first page while the second is on its way', async () => {
    let release: (response: Response) => void = () => undefined;
    const { documents } = load({
      [references]: () => bundle([reference('10')], 'DocumentReference?page=2'),
      'DocumentReference?page=2': () => new Promise((resolve) => (release = resolve)),
    });
    await new Promise<void>((resolve) => {
      documents.state.subscribe(() => {
        if (shown(documents).length === 1) resolve();
      });
    });
    expect(documents.state.get().searches.DocumentReference).toEqual({
      kind: 'loading',
      received: 1,
    });
    await new Promise((resolve) => setTimeout(resolve));
    release(bundle([reference('11')]));
    await settled(documents);
    expect(shown(documents)).toHaveLength(2);
  });

  it('asks only for what was granted', async () => {
    const { documents, asked } = load({}, ['Patient', 'DocumentReference']);
    await settled(documents);
    expect(asked).toEqual([references]);
    expect(documents.state.get().searches.DiagnosticReport).toEqual({ kind: 'notGranted' });
  });

  it('goes on from the page that failed', async () => {
    let broken = true;
    const { documents, asked } = load({
      [references]: () => bundle([reference('10')], 'DocumentReference?page=2'),
      'DocumentReference?page=2': () =>
        broken ? new Response('<html></html>') : bundle([reference('11')]),
      [reports]: () => new Response('', { status: 403 }),
    });
    await settled(documents);
    expect(documents.state.get().searches).toMatchObject({
      DocumentReference: { kind: 'partial', received: 1, error: { kind: 'loginPage' } },
      DiagnosticReport: { kind: 'failed', error: { kind: 'forbidden' } },
    });
    expect(shown(documents)).toEqual(['DocumentReference/10']);
    broken = false;
    asked.length = 0;
    documents.retry('DocumentReference');
    await settled(documents);
    expect(asked).toEqual(['DocumentReference?page=2']);
    expect(shown(documents)).toEqual(['DocumentReference/11', 'DocumentReference/10']);
    expect(documents.state.get().searches.DocumentReference).toEqual({
      kind: 'complete',
      received: 2,
    });
    documents.retry('DocumentReference');
    expect(documents.state.get().searches.DocumentReference.kind).toBe('complete');
  });

  it('begins anew where the link to the failed page has expired', async () => {
    let status = 500;
    const { documents, asked } = load({
      [references]: () =>
        status === 410
          ? bundle([reference('10'), reference('11')])
          : bundle([reference('10')], 'DocumentReference?page=2'),
      'DocumentReference?page=2': () => new Response('', { status }),
    });
    await settled(documents);
    status = 410;
    asked.length = 0;
    documents.retry('DocumentReference');
    await settled(documents);
    expect(asked).toEqual(['DocumentReference?page=2', references]);
    expect(shown(documents)).toHaveLength(2);
  });

  it('loads both searches once more on request, without what is gone', async () => {
    let listed = [reference('10'), reference('11')];
    const { documents, asked } = load({ [references]: () => bundle(listed) });
    await settled(documents);
    listed = [reference('11'), reference('12')];
    asked.length = 0;
    documents.reload();
    documents.reload();
    await settled(documents);
    expect(asked.toSorted()).toEqual([reports, references]);
    expect(shown(documents)).toEqual(['DocumentReference/12', 'DocumentReference/11']);
  });

  it('keeps what came when it is cancelled', async () => {
    const { documents } = load({
      [references]: () => bundle([reference('10')], 'DocumentReference?page=2'),
      'DocumentReference?page=2': () => {
        documents.cancel();
        return bundle([], 'DocumentReference?page=3');
      },
    });
    await settled(documents);
    expect(shown(documents)).toEqual(['DocumentReference/10']);
  });
});
