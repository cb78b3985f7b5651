// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import type { Content, ContentError } from '../model/content.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { Renderer as Fallback } from './fallback/FallbackRenderer.tsx';
import { largestSanitized } from './html/html-limits.ts';
import { Renderer as Html } from './html/HtmlRenderer.tsx';
import type { HtmlWorkerRequest } from './html/html-worker-protocol.ts';
import { createHtmlReader } from './html/read-html.ts';
import { Renderer as Image } from './image/ImageRenderer.tsx';
import { Renderer as Rtf } from './rtf/RtfRenderer.tsx';
import { Renderer as Text } from './text/TextRenderer.tsx';
import { Renderer as XmlSource } from './xml-source/XmlSourceRenderer.tsx';
import type { RendererCapabilities, RendererEvent, RendererModule } from './renderer.ts';

interface Row {
  readonly title: string;
  readonly component: RendererModule['Renderer'];
  readonly type: string;
  readonly source: string;
  /** Words that must be on screen; none where a browser has to paint. */
  readonly shown?: string;
}

const largeHtml = `<p>Large report</p><p ${'a '.repeat(largestSanitized.attributes + 1)}>x</p>`;

/** The HTML worker's own code without a thread. */
class WorkerInPlace extends EventTarget {
  private readonly take = createHtmlReader((answer) =>
    this.dispatchEvent(new MessageEvent('message', { data: answer })),
  );
  postMessage(request: HtmlWorkerRequest): void {
    this.take(request);
  }
  terminate(): void {}
}

const rows: readonly Row[] = [
  { title: 'text', component: Text, type: 'text/plain', source: 'Hb 12.1', shown: 'Hb 12.1' },
  { title: 'rich text', component: Rtf, type: 'application/rtf', source: '{\\rtf1 Words}', shown: 'Words' },
  { title: 'XML source', component: XmlSource, type: 'text/xml', source: '<a>1</a>', shown: '<a>1</a>' },
  { title: 'large HTML', component: Html, type: 'text/html', source: largeHtml, shown: 'Large report' },
  { title: 'an image', component: Image, type: 'image/gif', source: 'GIF89a' },
  { title: 'the fallback', component: Fallback, type: 'application/zip', source: 'PK', shown: 'application/zip' },
]; // prettier-ignore

const clinicalDocument: ClinicalDocument = {
  id: 'https://fhir.test/DocumentReference/1' as DocumentId,
  resourceType: 'DocumentReference',
  title: 'Report',
  status: { kind: 'final' },
  subject: { kind: 'absent' },
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
};

function contentOf(type: string, answer: Result<Uint8Array, ContentError>) {
  const cancel = vi.fn<() => void>();
  const copy = () => Promise.resolve(answer.ok ? ok(answer.value.slice()) : answer);
  const content: Content = {
    key: 'content',
    mediaType: { essence: type },
    head: copy,
    async *chunks() {
      yield await copy();
    },
    bytes: copy,
    received: () => undefined,
    progress: () => ({ received: 0 }),
    cancel,
  };
  return { content, cancel };
}

async function show(row: Row, answer: Result<Uint8Array, ContentError>) {
  const { content, cancel } = contentOf(row.type, answer);
  const events: RendererEvent[] = [];
  const published: (RendererCapabilities | undefined)[] = [];
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  await act(async () =>
    root.render(
      <row.component
        content={content}
        document={clinicalDocument}
        patient={{ base: 'https://fhir.test', fhirVersion: 'r4', id: '1', linkedIds: [] }}
        settings={{ reducedMotion: true }}
        renderNested={() => null}
        report={(event) => void events.push(event)}
        handle={(capabilities) => void published.push(capabilities)}
      />,
    ),
  );
  return { host, events, published, cancel, leave: () => act(() => root.unmount()) };
}

describe.each(rows)('The renderer of $title', (row) => {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.stubGlobal('Worker', WorkerInPlace);
  });
  afterEach(() => vi.unstubAllGlobals());

  test('shows the words, offers what it can and takes it back', async () => {
    const { host, events, published, leave } = await show(
      row,
      ok(new TextEncoder().encode(row.source)),
    );
    expect(host.textContent).toContain(row.shown ?? '');
    // An image is ready when a browser has painted it.
    expect(events.some(({ kind }) => kind === 'ready')).toBe(row.shown !== undefined);
    const text = await published.at(-1)?.text?.();
    expect(text ?? row.shown ?? '').toContain(row.shown ?? '');
    await leave();
    expect(published.at(-1)).toBeUndefined();
    expect(events.filter(({ kind }) => kind === 'problem')).toEqual([]);
  });

  test('tells why the bytes did not come', async () => {
    const error: ContentError = { kind: 'offline' };
    const { events, leave } = await show(row, err(error));
    expect(events).toEqual([expect.objectContaining({ kind: 'problem', error })]);
    await leave();
  });

  test('cancels its content when it leaves', async () => {
    const { cancel, leave } = await show(row, ok(new TextEncoder().encode(row.source)));
    expect(cancel).not.toHaveBeenCalled();
    await leave();
    expect(cancel).toHaveBeenCalledOnce();
  });
});
