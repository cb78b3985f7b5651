/** The chart that is open in this page, so that leaving can end it without loading the chart's code. */
let closeOpenChart: (() => void) | undefined;

/** Remembers how to end the open chart: its requests, its caches. */
export function chartOpened(close: () => void): void {
  closeOpenChart = close;
}

/** Ends the open chart, if there is one. */
export function closeChart(): void {
  closeOpenChart?.();
  closeOpenChart = undefined;
}
