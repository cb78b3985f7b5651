import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';

interface FoldProps {
  readonly id: string;
  readonly folded: boolean;
  /** The browser's own find came upon a word inside. */
  readonly onFound: () => void;
  readonly children: ReactNode;
}

/** Part of a page that folds away; the browser's own find still reaches into it where it can. */
export function Fold({ id, folded, onFound, children }: FoldProps) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    function fold() {
      if (folded) root.current?.setAttribute('hidden', 'until-found');
      else root.current?.removeAttribute('hidden');
    },
    [folded],
  );
  useEffect(
    function unfoldWhenFound() {
      const element = root.current;
      if (!folded || element === null) return undefined;
      element.addEventListener('beforematch', onFound);
      return () => element.removeEventListener('beforematch', onFound);
    },
    [folded, onFound],
  );
  return (
    <div id={id} className="cda-fold" ref={root}>
      {children}
    </div>
  );
}
