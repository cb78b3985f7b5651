import { useSyncExternalStore } from 'react';
import { t } from '../messages/messages.ts';
import type { DarkPaperCapability } from '../renderers/renderer.ts';
import { Button } from '../ui/Button.tsx';

/** White by default, dark where somebody asks for it. */
export function DarkPaperButton({ darkPaper }: { readonly darkPaper: DarkPaperCapability }) {
  const on = useSyncExternalStore(darkPaper.subscribe, darkPaper.isOn);
  return (
    <Button variant="quiet" aria-pressed={on} onClick={() => darkPaper.set(!on)}>
      {t('reader.darkPaper')}
    </Button>
  );
}
