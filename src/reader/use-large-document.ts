import { useEffect, useMemo, useState } from 'react';
import type { Content } from '../model/content.ts';

/** `asked`: waits for a person's word; `saving` and `saved`: wanted as a file only, nothing shows it. */
export type LargeStep = 'none' | 'asked' | 'saving' | 'saved';

export interface LargeDocumentState {
  readonly step: LargeStep;
  /** Bytes, where somebody told; else undefined. */
  readonly size: number | undefined;
  /** For whoever shows it: leaving does not end what is being saved. */
  readonly content: Content;
  readonly open: () => void;
  readonly saveOnly: () => void;
}

/** @param save takes all bytes and hands them to the browser; false: it could not */
export function useLargeDocument(
  content: Content,
  save: () => Promise<boolean>,
): LargeDocumentState {
  const [kept] = useState(() => new WeakSet<Content>());
  const [chosen, setChosen] = useState<{ readonly of: Content; readonly step: LargeStep }>();
  const held = useHeld(content);
  const shown = useMemo(
    () => ({
      ...content,
      cancel: () => {
        if (!kept.has(content)) content.cancel();
      },
    }),
    [content, kept],
  );
  const go = (step: LargeStep) => setChosen({ of: content, step });
  const step = chosen?.of === content ? chosen.step : held ? 'asked' : 'none';
  return {
    step,
    size: content.progress().total ?? content.size,
    content: shown,
    open: () => {
      kept.delete(content);
      content.proceed?.();
      go('none');
    },
    saveOnly: () => {
      kept.add(content);
      content.proceed?.();
      go('saving');
      void save().then((saved) => {
        if (!saved) content.cancel();
        go(saved ? 'saved' : 'asked');
      });
    },
  };
}

/** A content tells that it waits when asked; four times a second is asked. */
function useHeld(content: Content): boolean {
  const [held, setHeld] = useState(false);
  useEffect(
    function followHeld() {
      const timer = setInterval(() => setHeld(content.progress().held === true), 250);
      return () => clearInterval(timer);
    },
    [content],
  );
  return held;
}
