/** The page that is measured: the real CDA renderer in the browser, and its peer on the same bytes. */
import { createRoot, type Root } from 'react-dom/client';
import { createContentStore } from '../src/content/content-store.ts';
import type { Content } from '../src/model/content.ts';
import type { ClinicalDocument, DocumentId } from '../src/model/clinical-document.ts';
import { parseMediaType } from '../src/model/parse-media-type.ts';
import type { PatientContext } from '../src/model/patient-context.ts';
import { createNet } from '../src/net/net.ts';
import { Renderer } from '../src/renderers/cda/CdaRenderer.tsx';
import type { RendererCapabilities } from '../src/renderers/renderer.ts';
import { ok } from '../src/shared/result.ts';
import '../src/ui/tokens.css';
import type { BenchApi, Measured } from './measured.ts';
import { createActs, ofRevisions, quiet } from './page-acts.ts';

declare global {
  interface Window {
    bench?: BenchApi;
  }
}

/** The document that is kept open, and what it can do. */
let kept: Root | undefined;
let capabilities: RendererCapabilities | undefined;

const CHUNK = 64 * 1024;

const clinicalDocument: ClinicalDocument = {
  id: 'https://fhir.test/DocumentReference/1' as DocumentId,
  resourceType: 'DocumentReference',
  title: 'Large',
  status: { kind: 'final' },
  subject: { kind: 'absent' },
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
};

/** Nobody: the match is unclear, and the document is shown under its bar. */
const patient: PatientContext = {
  base: 'https://fhir.test',
  fhirVersion: 'r4',
  id: '1',
  linkedIds: [],
};

const inputs = new Map<string, Uint8Array>();
let opened = 0;

async function inputOf(name: string): Promise<Uint8Array> {
  const known = inputs.get(name);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(await (await fetch(`/inputs/${name}`)).arrayBuffer());
  inputs.set(name, bytes);
  return bytes;
}

function contentOf(bytes: Uint8Array): Content {
  opened += 1;
  return {
    key: `bench-${opened}`,
    mediaType: { essence: 'application/xml' },
    size: bytes.length,
    head: async (length) => ok(bytes.slice(0, length)),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK) yield ok(bytes.slice(at, at + CHUNK));
    },
    bytes: async () => ok(bytes.slice()),
    received: () => undefined,
    progress: () => ({ received: bytes.length, total: bytes.length }),
    cancel: () => undefined,
  };
}

const host = document.querySelector<HTMLElement>('#host') ?? document.body;

const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => resolve());
      channel.port1.start();
      channel.port2.postMessage(undefined);
    });
  });

async function open(name: string, keepOpen: boolean): Promise<Measured> {
  const bytes = await inputOf(name);
  const longTasks: number[] = [];
  const tasks = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push(entry.duration);
  });
  const root = kept ?? createRoot(host);
  // As the reader: the document before goes while it is still being found out what this one is.
  if (kept !== undefined) root.render(null);
  const before = host.querySelector('.cda-document');
  await afterPaint();
  tasks.observe({ type: 'longtask' });
  const started = performance.now();
  const first = firstOf('.cda-section', before).then(async () => {
    const rows = host.querySelectorAll('tr').length;
    await afterPaint();
    return { at: performance.now() - started, rows };
  });
  const complete = firstOf('.cda-sections[aria-busy="false"]', before).then(
    () => performance.now() - started,
  );
  let readable = 0;
  root.render(
    <Renderer
      content={contentOf(bytes)}
      document={clinicalDocument}
      patient={patient}
      settings={{ reducedMotion: true }}
      renderNested={() => null}
      report={(event) => {
        if (event.kind === 'ready') readable = performance.now() - started;
      }}
      handle={(now) => {
        capabilities = now;
      }}
    />,
  );
  const { at, rows } = await first;
  const whole = await complete;
  await afterPaint();
  const painted = performance.now() - started;
  const inDom = {
    sections: host.querySelectorAll('.cda-section').length,
    rows: host.querySelectorAll('tr').length,
    elements: host.querySelectorAll('*').length,
  };
  await new Promise((resolve) => setTimeout(resolve, 60));
  for (const entry of tasks.takeRecords()) longTasks.push(entry.duration);
  tasks.disconnect();
  kept = root;
  if (!keepOpen) await shut();
  return {
    readable,
    firstPainted: at,
    rowsAtFirst: rows,
    complete: whole,
    painted,
    inDom,
    longTasks,
  };
}

/** Takes away what is open. */
async function shut(): Promise<void> {
  kept?.unmount();
  kept = undefined;
  host.replaceChildren();
  await afterPaint();
}

/** Resolves when an element that fits is in the document, and not in the one that was open before. */
function firstOf(selector: string, before: Element | null): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const found = host.querySelector(selector);
      if (found === null || before?.contains(found) === true) return false;
      observer.disconnect();
      resolve();
      return true;
    };
    const observer = new MutationObserver(look);
    observer.observe(host, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['aria-busy'],
    });
    look();
  });
}

/** Scrolls through what is open in steps of 80 % of the window; the long tasks on the way. */
async function scroll(): Promise<readonly number[]> {
  const longTasks: number[] = [];
  const tasks = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push(entry.duration);
  });
  await afterPaint();
  tasks.observe({ type: 'longtask' });
  const element = host;
  for (let step = 0; step < 400; step += 1) {
    const before = element.scrollTop;
    element.scrollTop = before + window.innerHeight * 0.8;
    await afterPaint();
    if (element.scrollTop === before) break;
  }
  element.scrollTop = 0;
  await afterPaint();
  for (const entry of tasks.takeRecords()) longTasks.push(entry.duration);
  tasks.disconnect();
  return longTasks;
}

let wrapped = new Uint8Array();

/** Wraps the input in FHIR's JSON, as servers do that know no raw documents. */
async function wrap(name: string): Promise<void> {
  const bytes = await inputOf(name);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  const resource = { resourceType: 'Binary', contentType: 'text/xml', data: btoa(binary) };
  wrapped = new TextEncoder().encode(JSON.stringify(resource));
}

/** Reads the wrapped input as the app does; its length in bytes. */
async function unwrap(): Promise<number> {
  const net = createNet({
    base: 'https://fhir.test',
    authOrigins: [],
    styleOrigins: [],
    resourcePrefixes: [],
    fetch: () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < wrapped.length; at += CHUNK)
            controller.enqueue(wrapped.slice(at, at + CHUNK));
          controller.close();
        },
      });
      const headers = { 'content-type': 'application/fhir+json' };
      return Promise.resolve(new Response(body, { headers }));
    },
  });
  const source = createContentStore({ net, version: 'r4' }).open({
    mediaType: parseMediaType('text/xml'),
    url: `https://fhir.test/Binary/${opened}`,
  });
  let length = 0;
  for await (const chunk of source.chunks()) {
    if (!chunk.ok) throw new Error(chunk.error.kind);
    length += chunk.value.length;
  }
  return length;
}

/** The least a viewer on the main thread can do: the browser's own parser, and the words of every section. */
async function floor(name: string): Promise<number> {
  const text = new TextDecoder().decode(await inputOf(name));
  await afterPaint();
  const started = performance.now();
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  let length = 0;
  for (const section of parsed.getElementsByTagName('section')) {
    for (const child of section.children) {
      if (child.localName === 'title' || child.localName === 'text')
        length += child.textContent?.length ?? 0;
    }
  }
  const spent = performance.now() - started;
  if (length === 0) throw new Error('The peer read nothing.');
  return spent;
}

/** The browser's XSLT with the sheet at `sheet`, attached to the page; undefined where it is gone. */
async function xslt(name: string, sheet: string): Promise<number | undefined> {
  if (!('XSLTProcessor' in window)) return undefined;
  const text = new TextDecoder().decode(await inputOf(name));
  const sheetText = await (await fetch(sheet)).text();
  await afterPaint();
  const started = performance.now();
  const parser = new DOMParser();
  const processor = new XSLTProcessor();
  processor.importStylesheet(parser.parseFromString(sheetText, 'application/xml'));
  const made = processor.transformToDocument(parser.parseFromString(text, 'application/xml'));
  host.append(...[...(made.body?.childNodes ?? [])].map((node) => document.importNode(node, true)));
  const height = host.getBoundingClientRect().height;
  const spent = performance.now() - started;
  host.replaceChildren();
  return height > 0 ? spent : undefined;
}

const acts = createActs(host, () => capabilities);

async function act(name: string): Promise<void> {
  await acts[name]?.();
  await quiet();
}

window.bench = {
  open,
  scroll,
  acts: () => {
    const unrevised = host.querySelector('ins, del') === null;
    return Object.keys(acts).filter((name) => !(unrevised && ofRevisions.has(name)));
  },
  act,
  quiet,
  shut,
  wrap,
  unwrap,
  floor,
  xslt,
};
