import type { RendererEvent } from './renderer.ts';

/** Browsers that print tell so at once; a slow one is waited for. */
const patience = 3000;

/**
 * Prints a window, and tells the reader where that is forbidden: in a frame without `allow-modals` browsers
 * ignore `print()` without a word, and the only sign is that `beforeprint` never comes.
 */
export function askToPrint(view: Window, report: (event: RendererEvent) => void): void {
  let begun = false;
  const onBegin = (): void => {
    begun = true;
  };
  view.addEventListener('beforeprint', onBegin, { once: true });
  view.print();
  if (begun) return;
  setTimeout(() => {
    view.removeEventListener('beforeprint', onBegin);
    if (!begun)
      report({ kind: 'notice', id: 'print', sentence: { key: 'reader.print.forbidden' } });
  }, patience);
}
