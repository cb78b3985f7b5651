import {
  startTransition,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { CdaEvent, CdaFailure, CdaNotice, Repairs } from '../../cda/cda-document.ts';
import type { CdaWorkerAnswer } from '../../cda/cda-worker-protocol.ts';
import { joinSection, type SectionBatch } from '../../cda/split-section.ts';
import { comparePatients } from '../../match/compare-patient.ts';
import type { Content } from '../../model/content.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { RendererProps } from '../renderer.ts';
import {
  completeReferences,
  createReferences,
  gatherReferences,
  nextSlice,
  nothingRead,
  type CdaReading,
  type CdaReferences,
} from './cda-reading.ts';
import { returnCdaWorker, takeCdaWorker } from './cda-worker-pool.ts';
import { createSignal } from './create-signal.ts';
import { failureWords, repairWords } from './notice-words.ts';
import type { Putting } from './put-in-slices.ts';
import { sendContent } from './send-content.ts';
import { MAX_SILENT_SECONDS, watchSilence } from './watch-silence.ts';

type SectionEvent = Extract<CdaEvent, { kind: 'section' }>;

export interface CdaReadingHandle {
  readonly reading: CdaReading;
  readonly references: CdaReferences;
  /** Settles when no more sections will come. */
  readonly whole: Promise<void>;
}

/**
 * Streams the content through the worker and mounts sections in slices. The patient is compared when the
 * header comes, before any of its words are shown; another patient's document ends there. A worker that hangs
 * is ended, and so is the reading.
 */
export function useCdaReading(
  { content, patient, report }: RendererProps,
  putting: Putting,
): CdaReadingHandle {
  const [reading, setReading] = useState<CdaReading>(nothingRead);
  const [references] = useState<CdaReferences>(createReferences);
  const [whole] = useState(createSignal);
  const waiting = useRef<SectionEvent[]>([]);
  const ended = useRef(false);
  /** Nothing is being mounted: what comes next is mounted when it comes. */
  const idle = useRef(true);

  const mountNext = useEffectEvent(() => {
    const events = waiting.current.splice(0, nextSlice(waiting.current));
    idle.current = events.length === 0;
    if (events.length === 0) {
      if (ended.current) {
        completeReferences(references);
        // In line with the sections before it: complete must never be seen before they are.
        startTransition(() =>
          setReading((now) => (now.status === 'reading' ? { ...now, status: 'complete' } : now)),
        );
      }
      return;
    }
    for (const { section } of events) gatherReferences(section, references);
    startTransition(() =>
      setReading((now) => ({
        ...now,
        sections: [...now.sections, ...events.map(({ section }) => section)],
      })),
    );
  });

  const finish = useEffectEvent((failure: CdaFailure | undefined, sectionsCame: boolean) => {
    ended.current = true;
    if (failure !== undefined) {
      const reason = failureWords(failure);
      const key = sectionsCame ? 'cda.notice.partly' : 'cda.notice.source';
      report({ kind: 'notice', id: 'cda-failed', sentence: { key, values: { reason } } });
      if (!sectionsCame) {
        setReading((now) => ({ ...now, status: 'unreadable' }));
        return;
      }
    }
    if (idle.current) mountNext();
  });

  const reportEnd = useEffectEvent((repairs: Repairs, notices: readonly CdaNotice[]) => {
    const kinds = repairWords(repairs);
    if (kinds !== '') {
      const sentence = { key: 'cda.notice.repaired', values: { kinds } } as const;
      report({ kind: 'notice', id: 'cda-repaired', sentence });
    }
    if (notices.includes('doctype')) {
      report({ kind: 'notice', id: 'cda-doctype', sentence: { key: 'cda.notice.doctype' } });
    }
    if (notices.includes('secondDocument')) {
      report({ kind: 'notice', id: 'cda-second', sentence: { key: 'cda.notice.second' } });
    }
  });

  const start = useEffectEvent((source: Content) => {
    const worker = takeCdaWorker();
    const abort = new AbortController();
    const listening = new AbortController();
    let sectionsCame = false;
    let released = false;
    let batches: SectionBatch[] = [];
    waiting.current = [];
    ended.current = false;
    idle.current = true;

    const watch = watchSilence(() => {
      stop();
      finish({ kind: 'tooSlow', seconds: MAX_SILENT_SECONDS }, sectionsCame);
    });

    function stop(): void {
      watch.stop();
      abort.abort();
      if (!released) worker.terminate();
    }

    function release(): void {
      released = true;
      watch.stop();
      listening.abort();
      returnCdaWorker(worker);
    }

    function receive(event: CdaWorkerAnswer): void {
      watch.heard(event.kind === 'taken');
      switch (event.kind) {
        case 'taken':
          return;
        case 'batch':
          batches.push(event.batch);
          return;
        case 'header': {
          const named = event.header.patients.map(({ identity }) => identity);
          const match = comparePatients(named, patient.identity, patient.linkedIds);
          if (match.verdict === 'different') {
            stop();
            source.cancel();
            // The header may come again behind sections: none of them stays, none is mounted any more.
            waiting.current = [];
            setReading(nothingRead);
            report({ kind: 'refused', sentence: { key: 'cda.refused' } });
            return;
          }
          setReading((now) => ({ ...now, header: event.header, match }));
          return;
        }
        case 'section':
          sectionsCame = true;
          waiting.current.push({
            kind: 'section',
            section: joinSection({ section: event.section, batches, counts: event.counts ?? [] }),
          });
          batches = [];
          if (idle.current) mountNext();
          return;
        case 'nonXmlBody':
          sectionsCame = true;
          setReading((now) => ({ ...now, bodies: [...now.bodies, event.body] }));
          return;
        case 'end':
          release();
          reportEnd(event.repairs, event.notices);
          finish(undefined, sectionsCame);
          return;
        case 'failed':
          stop();
          reportEnd(event.repairs, []);
          finish(event.failure, sectionsCame);
          return;
        default:
          assertNever(event);
      }
    }

    const { signal } = listening;
    worker.addEventListener(
      'message',
      (message: MessageEvent<CdaWorkerAnswer>) => {
        if (!abort.signal.aborted) receive(message.data);
      },
      { signal },
    );
    worker.addEventListener(
      'error',
      () => {
        if (abort.signal.aborted) return;
        stop();
        finish({ kind: 'internal', detail: 'worker' }, sectionsCame);
      },
      { signal },
    );
    void sendContent(source, { worker, asked: watch.asked }, report, abort.signal);
    return () => {
      stop();
      source.cancel();
    };
  });

  useEffect(
    function readContent() {
      return start(content);
    },
    [content],
  );

  const mounted = reading.sections.length;
  const complete = reading.status !== 'reading';
  const readable =
    reading.status !== 'unreadable' && (complete || mounted > 0 || reading.bodies.length > 0);
  // Right behind the commit: an effect would wait for the frame, and so would each slice.
  useLayoutEffect(
    function mountMore() {
      return mounted === 0 ? undefined : putting.whenPut(() => mountNext());
    },
    [mounted, putting],
  );
  const reportReady = useEffectEvent(() => report({ kind: 'ready' }));
  useEffect(
    function announceFirstWords() {
      if (readable) reportReady();
    },
    [readable],
  );
  useEffect(
    function settle() {
      if (complete) whole.resolve();
    },
    [complete, whole],
  );
  return { reading, references, whole: whole.promise };
}
