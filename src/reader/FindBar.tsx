import { useEffect, useRef, useState } from 'react';
import { t } from '../messages/messages.ts';
import type { FindCapability, FindResult } from '../renderers/renderer.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SearchField } from '../ui/SearchField.tsx';

export interface FindBarProps {
  readonly find: FindCapability;
  readonly onClose: () => void;
}

/** Find in the open document: "3 of 12", next with Enter, previous with Shift+Enter. */
export function FindBar({ find, onClose }: FindBarProps) {
  const [query, setQuery] = useState('');
  const [result, setResult] = useState<FindResult>();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(
    function startInField() {
      bar.current?.querySelector('input')?.focus();
      return () => find.clear();
    },
    [find],
  );
  const [opener] = useState(() => document.activeElement);
  const close = () => {
    onClose();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  };
  const search = (text: string) => {
    setQuery(text);
    if (text === '') {
      setResult(undefined);
      find.clear();
    } else {
      find.search(text, setResult);
    }
  };
  const nothing = result === undefined || result.total === 0;
  return (
    // The key handler serves the field and the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="find-bar"
      ref={bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <SearchField
        label={t('reader.findIn')}
        value={query}
        onValue={search}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (event.shiftKey) find.previous();
          else find.next();
        }}
      />
      <p className="find-bar-count" role="status">
        {findWords(query, result)}
      </p>
      <IconButton
        icon="up"
        label={t('reader.findPrevious')}
        disabled={nothing}
        onClick={() => find.previous()}
      />
      <IconButton
        icon="down"
        label={t('reader.findNext')}
        disabled={nothing}
        onClick={() => find.next()}
      />
      <IconButton icon="close" label={t('reader.findClose')} onClick={close} />
    </div>
  );
}

function findWords(query: string, result: FindResult | undefined): string {
  if (query === '' || result === undefined) return '';
  if (result.total === 0) return t(result.complete ? 'reader.findNone' : 'reader.findSearching');
  const { current, total } = result;
  return t(result.complete ? 'reader.findCount' : 'reader.findCountSoFar', { current, total });
}
