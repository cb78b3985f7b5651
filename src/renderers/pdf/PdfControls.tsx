import { useState, useSyncExternalStore } from 'react';
import { t } from '../../messages/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { PdfView } from './show-pdf.ts';

/** Where one is in the document and how to go elsewhere. */
export function PdfControls({ view }: { readonly view: PdfView }) {
  const { page, pages } = useSyncExternalStore(view.position.subscribe, view.position.get);
  const [typed, setTyped] = useState('');
  return (
    <nav className="pdf-controls" aria-label={t('renderers.pdf.controls')}>
      <IconButton
        icon="previous"
        label={t('renderers.pdf.previousPage')}
        disabled={page <= 1}
        onClick={() => view.goToPage(page - 1)}
      />
      <span className="pdf-position" aria-live="polite">
        {t('renderers.pdf.position', { page, pages })}
      </span>
      <IconButton
        icon="next"
        label={t('renderers.pdf.nextPage')}
        disabled={page >= pages}
        onClick={() => view.goToPage(page + 1)}
      />
      <form
        className="pdf-go"
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = Number.parseInt(typed, 10);
          if (wanted >= 1 && wanted <= pages) view.goToPage(wanted);
          setTyped('');
        }}
      >
        <label>
          {t('renderers.pdf.pageField')}
          <input
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      </form>
    </nav>
  );
}
