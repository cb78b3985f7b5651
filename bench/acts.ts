/** What a reader does with an open document: the longest tasks of the page by each act. */
import type { BenchPage } from './bench-page.ts';
import { openOn, traced } from './openings.ts';
import type { TaskTime } from './task-times.ts';

export interface Act {
  readonly input: string;
  readonly act: string;
  /** Of the turn whose longest task is the median of all turns; in processor time, longest first. */
  readonly tasks: readonly TaskTime[];
  /** The longest task of each turn, in milliseconds of the processor, shortest first. */
  readonly turns: readonly number[];
}

/** Every act `turns` times, each turn in a page of its own. */
export async function measureActs(
  bench: BenchPage,
  input: string,
  turns: number,
): Promise<readonly Act[]> {
  const byAct = new Map<string, (readonly TaskTime[])[]>();
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [act, tasks] of await measureTurn(bench, input))
      byAct.set(act, [...(byAct.get(act) ?? []), tasks]);
  }
  return [...byAct].map(([act, all]) => {
    const sorted = all.toSorted((a, b) => longestOf(a) - longestOf(b));
    return {
      input,
      act,
      tasks: sorted[Math.floor(sorted.length / 2)] ?? [],
      turns: sorted.map(longestOf),
    };
  });
}

const longestOf = ([longest]: readonly TaskTime[]): number => longest?.spent ?? 0;

/** Opens the document, does one act after the other in one page and traces each. */
async function measureTurn(
  bench: BenchPage,
  input: string,
): Promise<ReadonlyMap<string, readonly TaskTime[]>> {
  const page = await bench.newPage();
  const measured = new Map<string, readonly TaskTime[]>();
  const measure = async (act: string, work: () => Promise<unknown>): Promise<void> => {
    measured.set(act, await traced(bench, page, work));
  };
  // Code that runs for the first time is compiled: what is measured is the second opening.
  await openOn(page, input);
  await measure('open', () => openOn(page, input, true));
  await measure('scroll to the end', () => page.evaluate(() => window.bench?.scroll()));
  for (const act of await page.evaluate(() => window.bench?.acts() ?? []))
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
