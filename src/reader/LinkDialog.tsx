import { useEffect, useRef } from 'react';
import { t } from '../messages/messages.ts';
import { outsideLink, type OutsideLink } from '../renderers/outside-link.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import './link-dialog.css';

export interface LinkDialogProps {
  readonly href: string;
  readonly onClose: () => void;
}

/** Asks before a link of a document opens, and names where it leads. Only this opens anything. */
export function LinkDialog({ href, onClose }: LinkDialogProps) {
  const link = outsideLink(href);
  const cancel = useRef<HTMLButtonElement>(null);
  // Enter pressed by habit opens nothing.
  useEffect(() => cancel.current?.focus(), []);
  return (
    <Dialog title={t(link ? 'reader.link' : 'reader.linkRefused')} onClose={onClose}>
      {link === undefined ? (
        <p>{t('reader.linkRefusedWhy')}</p>
      ) : (
        <p className="link-dialog-target">{targetWords(link)}</p>
      )}
      {link?.unicode === undefined ? null : (
        <p>{t('reader.linkUnicode', { unicode: link.unicode })}</p>
      )}
      {link?.href.startsWith('http:') === true ? <p>{t('reader.linkInsecure')}</p> : null}
      <dl className="link-dialog-address">
        <dt>{t('reader.linkAddress')}</dt>
        <dd>
          <bdi>{shortened(link?.href ?? href)}</bdi>
        </dd>
      </dl>
      <div className="dialog-actions">
        <Button ref={cancel} onClick={onClose}>
          {t('reader.linkCancel')}
        </Button>
        {link === undefined ? null : (
          <a
            className="button button-primary"
            href={link.href}
            target="_blank"
            rel="noopener noreferrer"
            referrerPolicy="no-referrer"
            onClick={onClose}
          >
            {t('reader.linkOpen', { target: link.shown })}
          </a>
        )}
      </div>
    </Dialog>
  );
}

function targetWords({ kind, shown }: OutsideLink): string {
  switch (kind) {
    case 'web':
      return t('reader.linkWeb', { host: shown });
    case 'mail':
      return t('reader.linkMail', { address: shown });
    case 'phone':
      return t('reader.linkPhone', { number: shown });
  }
}

/** An address of a megabyte is no help to anybody. */
const shortened = (address: string): string =>
  address.length > 2_000 ? `${address.slice(0, 2_000)}…` : address;
