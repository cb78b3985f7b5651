// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CdaWorkerRequest } from '../../cda/cda-worker-protocol.ts';
import { MAX_DEPTH } from '../../cda/limits.ts';
import { createCdaParser, type CdaParser } from '../../cda/parse-cda.ts';
import type { ClinicalDocument, DocumentId } from '../../model/clinical-document.ts';
import type { PatientContext } from '../../model/patient-context.ts';
import type { Content } from '../../model/content.ts';
import { contentFromBytes } from '../bytes-content.ts';
import type { RendererEvent } from '../renderer.ts';
import { ok } from '../../shared/result.ts';
import { takeCdaWorker } from './cda-worker-pool.ts';
import { Renderer } from './CdaRenderer.tsx';
import { MAX_SILENT_SECONDS } from './watch-silence.ts';

/** The worker's own code without a thread. */
class WorkerInPlace extends EventTarget {
  private parser: CdaParser | undefined;
  postMessage(request: CdaWorkerRequest): void {
    if (request.kind === 'bytes') this.parser?.write(request.bytes);
    else if (request.kind === 'end') this.parser?.end();
    else {
      this.parser = createCdaParser({}, (event) =>
        this.dispatchEvent(new MessageEvent('message', { data: event })),
      );
    }
  }
  terminate(): void {
    this.parser = undefined;
  }
}

const document_: ClinicalDocument = {
  id: 'https://fhir.test/DocumentReference/1' as DocumentId,
  resourceType: 'DocumentReference',
  status: { kind: 'final' },
  subject: { kind: 'reference', reference: 'Patient/1' },
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
};

const patient: PatientContext = {
  base: 'https://fhir.test',
  fhirVersion: 'r4',
  id: '1',
  linkedIds: [],
  identity: {
    names: [{ family: ['Smart'], given: ['Nancy'], prefix: [], suffix: [] }],
    birthDate: '1980-08-11',
    identifiers: [],
  },
};

const target = (given: string, family: string, birth: string): string =>
  `<recordTarget><patientRole><patient><name><given>${given}</given><family>${family}</family></name>` +
  `<birthTime value="${birth}"/></patient></patientRole></recordTarget>`;

const tooDeep = `<secret>word</secret>${'<x>'.repeat(MAX_DEPTH)}`;
const source = (head: string): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3">${head}</ClinicalDocument>`;

async function show(text: string, chunks?: Content['chunks']) {
  const events: RendererEvent[] = [];
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  const whole = contentFromBytes(new TextEncoder().encode(text), { essence: 'text/xml' });
  const content = chunks === undefined ? whole : { ...whole, chunks };
  await act(async () =>
    root.render(
      <Renderer
        content={content}
        document={document_}
        patient={patient}
        settings={{ reducedMotion: true }}
        renderNested={() => null}
        report={(event) => void events.push(event)}
        handle={() => undefined}
      />,
    ),
  );
  await act(async () => Promise.resolve());
  return { host, events, leave: () => act(() => root.unmount()) };
}

describe('A document that cannot be read as sections', () => {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.stubGlobal('Worker', WorkerInPlace);
  });
  afterEach(() => vi.unstubAllGlobals());

  test('shows nothing where it named another patient before the failure', async () => {
    const { host, events, leave } = await show(
      source(target('Nora', 'Other', '19500101') + tooDeep),
    );
    expect(events.map(({ kind }) => kind)).toContain('refused');
    expect(host.textContent).not.toContain('word');
    await leave();
  });

  test('stands under both identities where its patient is not plainly this one', async () => {
    const { host, leave } = await show(source(target('Nora', 'Smart', '19800811') + tooDeep));
    expect(host.querySelector('[role=note]')?.textContent).toMatch(/Nora Smart.*Nancy Smart/);
    expect(host.textContent).toContain('word');
    await leave();
  });

  test('says so where nobody is named', async () => {
    const { host, leave } = await show(source(tooDeep));
    expect(host.querySelector('[role=note]')?.textContent).toContain('Nancy Smart');
    await leave();
  });

  test('leaves no printed copy behind', async () => {
    const { leave } = await show(source(tooDeep));
    const copy = document.createElement('div');
    copy.className = 'cda-print-frame';
    document.body.append(copy);
    await leave();
    expect(copy.isConnected).toBe(false);
  });

  test('has no bar where it named this patient', async () => {
    const { host, leave } = await show(source(target('Nancy', 'Smart', '19800811') + tooDeep));
    expect(host.querySelector('[role=note]')).toBeNull();
    expect(host.textContent).toContain('word');
    await leave();
  });
});

describe('A document that says behind its body whose it is', () => {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.stubGlobal('Worker', WorkerInPlace);
  });
  afterEach(() => vi.unstubAllGlobals());

  const body =
    '<component><structuredBody><component><section><title>Plan</title><text>word</text></section></component></structuredBody></component>';
  const mine = target('Nancy', 'Smart', '19800811');
  const anothers = target('Nora', 'Other', '19500101');

  test.each([
    { title: "another's alone", input: source(body + anothers) },
    { title: "another's, then one more", input: source(body + anothers + anothers) },
    { title: "another's in an extension", input: source(`${body}<x>${anothers}</x>`) },
    {
      title: "another's in a second document",
      input: source(body) + source(`${anothers}${body}`),
    },
  ])('is not shown where that is $title', async ({ input }) => {
    const { host, events, leave } = await show(input);
    expect(events.filter(({ kind }) => kind === 'refused')).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).not.toContain('ready');
    expect(host.textContent).not.toContain('word');
    await leave();
  });

  test.each([
    { title: 'this patient and then another', input: source(mine + body + anothers) },
    { title: 'this patient, a second document another', input: source(mine + body) + source(anothers + body) },
    { title: 'a twin', input: source(body + target('Nora', 'Smart', '19800811')) },
    { title: 'nobody', input: source(body) },
  ])('stands under the bar where it names $title', async ({ input }) => {
    const { host, events, leave } = await show(input);
    expect(host.querySelector('[role=note].cda-identity')?.textContent).toContain('Nancy Smart');
    expect(host.textContent).toContain('word');
    expect(events.map(({ kind }) => kind)).not.toContain('refused');
    await leave();
  }); // prettier-ignore

  test('has no bar where it names this patient', async () => {
    const { host, leave } = await show(source(body + mine));
    expect(host.querySelector('[role=note].cda-identity')).toBeNull();
    expect(host.textContent).toContain('word');
    await leave();
  });
});

describe('A worker that hangs', () => {
  const made: SilentWorker[] = [];
  class SilentWorker extends EventTarget {
    ended = false;
    constructor() {
      super();
      made.push(this);
    }
    postMessage(): void {
      // Whatever it is asked, it never answers.
    }
    terminate(): void {
      this.ended = true;
    }
  }
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.stubGlobal('Worker', SilentWorker);
    // An idle one of the document before would answer.
    takeCdaWorker();
    made.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('is ended, and the document is said to take too long and shown as its source', async () => {
    const { host, events, leave } = await show(source('<secret>word</secret>'));
    await act(() => vi.advanceTimersByTimeAsync((MAX_SILENT_SECONDS - 1) * 1000));
    expect(made.map(({ ended }) => ended)).toEqual([false]);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(made.map(({ ended }) => ended)).toEqual([true]);
    expect(events.find(({ kind }) => kind === 'notice')).toMatchObject({
      sentence: {
        key: 'cda.notice.source',
        values: { reason: `reading took longer than ${MAX_SILENT_SECONDS} seconds` },
      },
    });
    expect(host.querySelector('[role=note]')?.textContent).toContain('Nancy Smart');
    expect(host.textContent).toContain('word');
    await leave();
  });

  test('does not keep the next document from its own worker', async () => {
    const first = await show(source('<a/>'));
    await act(() => vi.advanceTimersByTimeAsync(MAX_SILENT_SECONDS * 1000));
    await first.leave();
    vi.stubGlobal('Worker', WorkerInPlace);
    const { host, leave } = await show(
      source(
        `${target('Nancy', 'Smart', '19800811')}<component><section><title>Next</title></section></component>`,
      ),
    );
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(host.textContent).toContain('Next');
    await leave();
  });
});

describe('A document that comes with pauses', () => {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.stubGlobal('Worker', WorkerInPlace);
  });
  afterEach(() => vi.unstubAllGlobals());

  test('shows each section when it has come, not when all have', async () => {
    const part = (title: string) =>
      `<component><section><title>${title}</title><text>${title} words</text></section></component>`;
    const parts = [
      `<ClinicalDocument xmlns="urn:hl7-org:v3">${target('Nancy', 'Smart', '19800811')}<component><structuredBody>${part('First')}`,
      part('Second'),
      part('Third'),
      '</structuredBody></component></ClinicalDocument>',
    ];
    let arrive = (): void => undefined;
    const { host, leave } = await show('', async function* () {
      for (const text of parts) {
        await new Promise<void>((resolve) => {
          arrive = resolve;
        });
        yield ok(new TextEncoder().encode(text));
      }
    });
    const shown = () => [...host.querySelectorAll('.cda-section-title')].map((e) => e.textContent);
    for (const expected of [['First'], ['First', 'Second'], ['First', 'Second', 'Third']]) {
      await act(async () => arrive());
      await act(() => vi.waitFor(() => expect(shown()).toEqual(expected)));
    }
    expect(host.querySelector('.cda-sections')?.getAttribute('aria-busy')).toBe('true');
    await act(async () => arrive());
    await act(() =>
      vi.waitFor(() => expect(host.querySelector('[aria-busy="false"]')).not.toBeNull()),
    );
    await leave();
  });
});
