import { useRef, useState } from 'react';
import { t } from '../messages/messages.ts';
import { localTime } from '../shared/local-time.ts';
import { buildLine } from './build-info.ts';
import { Button } from './Button.tsx';
import { Disclosure } from './Disclosure.tsx';

/**
 * Folded lines for the help desk, without a patient's data, the time and the build's name last; a button copies them, or selects
 * them where the page may not reach the clipboard (frames without the permission).
 */
export function CopyableDetails({ lines }: { readonly lines: readonly string[] }) {
  const [outcome, setOutcome] = useState<'copied' | 'selected'>();
  const shown = useRef<HTMLParagraphElement>(null);
  const [time] = useState(() => localTime(new Date()));
  const text = [...lines, `time: ${time}`, buildLine()].join('\n');
  const copy = async () => {
    const isCopied = await copyText(text);
    if (!isCopied && shown.current !== null)
      window.getSelection()?.selectAllChildren(shown.current);
    setOutcome(isCopied ? 'copied' : 'selected');
  };
  return (
    <Disclosure summary={t('ui.details')}>
      <p ref={shown} className="details-lines">
        {text}
      </p>
      <Button variant="quiet" onClick={() => void copy()}>
        {t(outcome === 'copied' ? 'ui.copied' : 'ui.copy')}
      </Button>
      <p role="status">{outcome === 'selected' ? t('ui.selected') : null}</p>
    </Disclosure>
  );
}

/** False where the browser refuses, or has no clipboard for pages without encryption. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
