/** The page that is measured: the app's own HTML renderer under the app's own policy. */
import { createRoot } from 'react-dom/client';
import type { Content } from '../src/model/content.ts';
import type { ClinicalDocument, DocumentId } from '../src/model/clinical-document.ts';
import { t } from '../src/messages/messages.ts';
import { Renderer } from '../src/renderers/html/HtmlRenderer.tsx';
import type { RendererEvent, Sentence } from '../src/renderers/renderer.ts';
import { ok } from '../src/shared/result.ts';
import '../src/ui/tokens.css';
import { afterPaint, inputOf, watchTasks, type HtmlMeasured } from './html-measured.ts';

const host = document.querySelector<HTMLElement>('#host') ?? document.body;

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

let opened = 0;

function contentOf(bytes: Uint8Array): Content {
  opened += 1;
  return {
    key: `bench-${opened}`,
    mediaType: { essence: 'text/html' },
    size: bytes.length,
    head: async (length) => ok(bytes.slice(0, length)),
    async *chunks() {
      yield ok(bytes);
    },
    bytes: async () => ok(bytes),
    received: () => undefined,
    progress: () => ({ received: bytes.length, total: bytes.length }),
    cancel: () => undefined,
  };
}

const words = ({ key, values }: Sentence): string => t(key, values);

async function open(name: string): Promise<HtmlMeasured> {
  const bytes = await inputOf(name);
  performance.clearMarks();
  await afterPaint();
  const tasks = watchTasks();
  const root = createRoot(host);
  const notices: string[] = [];
  let announced: number | undefined;
  let firstWords: number | undefined;
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const report = (event: RendererEvent): void => {
      if (event.kind === 'ready') resolve();
      else if (event.kind === 'notice') notices.push(words(event.sentence));
      else if (event.kind === 'problem') reject(new Error(words(event.sentence)));
      else if (event.kind === 'working')
        void afterPaint().then(() => (announced = performance.now() - started));
    };
    const look = (): void => {
      if (host.querySelector('iframe')?.contentDocument?.body.firstElementChild)
        firstWords = performance.now() - started;
      else requestAnimationFrame(look);
    };
    look();
    root.render(
      <Renderer
        content={contentOf(bytes)}
        document={clinicalDocument}
        patient={{ base: 'https://fhir.test', fhirVersion: 'r4', id: '1', linkedIds: [] }}
        settings={{ reducedMotion: true }}
        renderNested={() => null}
        report={report}
        handle={() => undefined}
      />,
    );
  });
  await afterPaint();
  const painted = performance.now() - started;
  const longestTask = await tasks.longest();
  const [from, to] = ['dompurify:start', 'dompurify:end'].map(
    (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0,
  );
  const elements = host.querySelector('iframe')?.contentDocument?.querySelectorAll('*').length ?? 0;
  root.unmount();
  return {
    painted,
    sanitizer: (to ?? 0) - (from ?? 0),
    sanitizerFrom: (from ?? 0) - started,
    longestTask,
    elements,
    notices,
    ...(announced === undefined ? {} : { announced }),
    ...(firstWords === undefined ? {} : { firstWords }),
  };
}

window.htmlBench = { open };
