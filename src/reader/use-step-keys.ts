import { useEffect, useEffectEvent } from 'react';

type Step = (() => void) | undefined;

/** Alt+Page Up and Alt+Page Down open the previous and the next document, wherever the focus is. */
export function useStepKeys(onPrevious: Step, onNext: Step): void {
  const step = useEffectEvent((key: string): boolean => {
    const go = key === 'PageUp' ? onPrevious : key === 'PageDown' ? onNext : undefined;
    go?.();
    return go !== undefined;
  });
  useEffect(function listen() {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
      if (!event.defaultPrevented && step(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
