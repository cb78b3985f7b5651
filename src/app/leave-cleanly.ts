import { closeChart } from './open-charts.ts';

/**
 * Leaves nothing of a patient in a page that is left: `unmount` and closing what is open on `pagehide`,
 * a fresh start when the browser brings the page back from its memory.
 */
export function leaveCleanly(unmount: () => void): void {
  window.addEventListener('pagehide', () => {
    unmount();
    closeChart();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
  });
}
