/** What one opening of a report took, in milliseconds from its bytes being there. */
export interface HtmlMeasured {
  /** All of it is in the frame, laid out and painted. */
  readonly painted: number;
  /** The one call of DOMPurify. */
  readonly sanitizer: number;
  /** The longest task of the page. */
  readonly longestTask: number;
  readonly elements: number;
  /** Of the app's own renderer: the words that announce the wait, painted, before the sanitizer starts. */
  readonly announced?: number;
  readonly sanitizerFrom?: number;
  /** The first words of the report in the frame. */
  readonly firstWords?: number;
  /** What it said beside the document. */
  readonly notices?: readonly string[];
}

export interface HtmlBenchApi {
  open(name: string): Promise<HtmlMeasured>;
}

declare global {
  interface Window {
    htmlBench?: HtmlBenchApi;
  }
}

/** The tasks of the page above 50 ms, from now to `longest()`. */
export function watchTasks(): { longest(): Promise<number> } {
  const durations: number[] = [0];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) durations.push(duration);
  });
  observer.observe({ type: 'longtask' });
  return {
    async longest() {
      await new Promise((resolve) => setTimeout(resolve, 60));
      for (const { duration } of observer.takeRecords()) durations.push(duration);
      observer.disconnect();
      return Math.max(...durations);
    },
  };
}

/** Resolves behind the next frame of the page. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

export async function inputOf(name: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/inputs/${name}`)).arrayBuffer());
}
