/** What a reader does with an open document: the longest tasks of the page by each act. */
import type { BenchPage } from './bench-page.ts';
import { openOn, traced } from './openings.ts';
import type { TaskTime } from './task-times.ts';

export interface Act {
  readonly act: string;
  /** In processor time, longest first. */
  readonly tasks: readonly TaskTime[];
}

/** Opens the document, does one act after the other in one page and traces each. */
export async function measureActs(bench: BenchPage, input: string): Promise<readonly Act[]> {
  const page = await bench.newPage();
  const measured: Act[] = [];
  const measure = async (act: string, work: () => Promise<unknown>): Promise<void> => {
    measured.push({ act, tasks: await traced(bench, page, work) });
  };
  // Code that runs for the first time is compiled: what is measured is the second opening.
  await openOn(page, input);
  await measure('open', () => openOn(page, input, true));
  await measure('scroll to the end', () => page.evaluate(() => window.bench?.scroll()));
  for (const act of await page.evaluate(() => window.bench?.acts ?? []))
    await measure(act, () => page.evaluate((name) => window.bench?.act(name), act));
  for (const width of [400, 1280]) {
    await measure(`window ${width} pixels wide`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => window.bench?.quiet());
    });
  }
  await measure('open another on top', () => openOn(page, input, true));
  await measure('close', () => page.evaluate(() => window.bench?.shut()));
  await page.evaluate((name) => window.bench?.wrap(name), input);
  await measure('read it from a FHIR envelope', () => page.evaluate(() => window.bench?.unwrap()));
  await page.close();
  return measured;
}
