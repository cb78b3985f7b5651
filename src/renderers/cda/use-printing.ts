import {
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react';
import type { RendererProps } from '../renderer.ts';
import type { CdaReadingHandle } from './use-cda-reading.ts';
import { printDocument, removePrintedCopy } from './print-document.ts';
import type { Putting } from './put-in-slices.ts';
import { runningLines } from './running-lines.ts';
import type { ReadingViewStore } from './use-reading-view.ts';

interface Printing {
  print(): void;
  /** The copy is being made for so long that the reader should hear of it. */
  readonly waiting: boolean;
}

interface PrintingOptions
  extends
    Pick<CdaReadingHandle, 'reading' | 'whole'>,
    Pick<RendererProps, 'document' | 'patient' | 'report'> {
  readonly root: RefObject<HTMLElement | null>;
  readonly view: ReadingViewStore;
  readonly putting: Putting;
}

/** What takes no longer is said by the browser's dialog. */
const PATIENCE_MILLISECONDS = 300;

/** Prints the whole document as its author has it, once all of it is on the page and shown so. */
export function usePrinting(options: PrintingOptions): Printing {
  const { view, whole, putting } = options;
  const [waiting, setWaiting] = useState(false);
  const printing = useSyncExternalStore(view.subscribe, () => view.get().printing);
  // Behind the tables: these go back to what their author wrote in slices, and so do their rows.
  const ready = useDeferredValue(printing) && printing;
  const copy = useEffectEvent(() => {
    const { root, reading, document, patient, report } = options;
    if (root.current === null) return undefined;
    const { header, match } = reading;
    const lines = runningLines({ header, document, patient, verdict: match?.verdict });
    const { done, cancel } = printDocument(root.current, lines, report);
    void done.then(() => view.change({ printing: false }));
    return cancel;
  });
  useEffect(
    function printWhenReady() {
      if (!ready) return undefined;
      let cancel: (() => void) | undefined;
      const stopWaiting = putting.whenPut(() => {
        cancel = copy();
      });
      return () => {
        stopWaiting();
        cancel?.();
      };
    },
    [ready, putting],
  );
  useEffect(
    function sayThatItTakesLong() {
      if (!printing) return undefined;
      const timer = setTimeout(() => setWaiting(true), PATIENCE_MILLISECONDS);
      return () => {
        clearTimeout(timer);
        setWaiting(false);
      };
    },
    [printing],
  );
  useEffect(function leaveNoCopyBehind() {
    return removePrintedCopy;
  }, []);
  return {
    print: () => void whole.then(() => view.change({ printing: true })),
    waiting,
  };
}
