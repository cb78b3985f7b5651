import { t } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { Save } from './use-save.ts';
import './save-menu.css';

/**
 * One button, or, for formats that another program would run, a choice whose first is harmless: what is caged
 * here is not caged where the file is opened next.
 */
export function SaveMenu({ save }: { readonly save: Save | undefined }) {
  const safe = save?.safe;
  if (save === undefined || safe === undefined) {
    return (
      <Button
        variant="quiet"
        disabled={save === undefined}
        onClick={save === undefined ? undefined : () => void save.start()}
      >
        {t('reader.save')}
      </Button>
    );
  }
  return (
    <Menu label={t('reader.save')} word>
      <Button variant="quiet" onClick={safe.start}>
        {t(safe.kind === 'html' ? 'reader.save.safeHtml' : 'reader.save.safeText')}
      </Button>
      <Button variant="quiet" onClick={() => void save.start()}>
        {t('reader.save.original')}
      </Button>
      <p className="save-menu-why">{t('reader.save.why')}</p>
    </Menu>
  );
}
