import { useState } from 'react';
import { t } from '../messages/messages.ts';
import { buildLine } from './build-info.ts';
import { Button } from './Button.tsx';
import { Disclosure } from './Disclosure.tsx';

/** Folded lines for the help desk, without a patient's data, the build's name last; a button copies them. */
export function CopyableDetails({ lines }: { readonly lines: readonly string[] }) {
  const [copied, setCopied] = useState(false);
  const text = [...lines, buildLine()].join('\n');
  const copy = () => {
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Disclosure summary={t('ui.details')}>
      <p className="details-lines">{text}</p>
      <Button variant="quiet" onClick={copy}>
        {t(copied ? 'ui.copied' : 'ui.copy')}
      </Button>
    </Disclosure>
  );
}
