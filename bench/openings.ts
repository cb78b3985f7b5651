/** One input opened again and again beside its peers, and traced once while it opens and is scrolled through. */
import type { Page } from '@playwright/test';
import type { BenchPage } from './bench-page.ts';
import type { Measured } from './measured.ts';
import { longestTasks, traceCategories, type TaskTime } from './task-times.ts';

export interface Input {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of the floor: at most this much. */
  readonly targets: { readonly first?: number; readonly complete?: number };
}

export interface Openings {
  readonly input: string;
  readonly bytes: number;
  /** Medians, in milliseconds. */
  readonly floor: number;
  readonly first: number;
  readonly complete: number;
  readonly painted: number;
  readonly xslt: number | undefined;
  readonly firstRatio: number;
  readonly completeRatio: number;
  readonly targets: Input['targets'];
  /** In processor time, longest first. */
  readonly tasks: readonly TaskTime[];
  readonly tasksWhileScrolling: readonly TaskTime[];
  /** By the clock, in all openings. */
  readonly longTasks: readonly number[];
  readonly last: Measured | undefined;
  readonly runs: { readonly floors: readonly number[]; readonly openings: readonly Measured[] };
}

interface Measuring {
  readonly runs: number;
  /** Openings before the first that counts: the worker starts, code is compiled. */
  readonly warmUps: number;
  readonly xslt: boolean;
}

export async function measureOpenings(
  bench: BenchPage,
  input: Input,
  { runs, warmUps, xslt }: Measuring,
): Promise<Openings> {
  const page = await bench.newPage();
  const floors: number[] = [];
  const openings: Measured[] = [];
  const sheets: number[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const floor = await page.evaluate((name) => window.bench?.floor(name) ?? 0, input.name);
    const opening = await openOn(page, input.name);
    const sheet = xslt
      ? await page.evaluate((name) => window.bench?.xslt(name, '/xsl/CDA.xsl'), input.name)
      : undefined;
    if (run < 0) continue;
    floors.push(floor);
    openings.push(opening);
    if (sheet !== undefined) sheets.push(sheet);
  }
  const tasks = await traced(bench, page, () => openOn(page, input.name, true));
  const tasksWhileScrolling = await traced(bench, page, () =>
    page.evaluate(() => window.bench?.scroll()),
  );
  await page.close();
  const floor = median(floors);
  const first = median(openings.map(({ firstPainted }) => firstPainted));
  const complete = median(openings.map((opening) => opening.complete));
  return {
    input: input.name,
    bytes: input.bytes.length,
    floor,
    first,
    complete,
    painted: median(openings.map(({ painted }) => painted)),
    xslt: sheets.length === 0 ? undefined : median(sheets),
    firstRatio: first / floor,
    completeRatio: complete / floor,
    targets: input.targets,
    tasks,
    tasksWhileScrolling,
    longTasks: openings.flatMap(({ longTasks }) => longTasks),
    last: openings.at(-1),
    runs: { floors, openings },
  };
}

export const openOn = (page: Page, name: string, keep = false): Promise<Measured> =>
  page.evaluate(
    ([wanted, kept]) => {
      if (window.bench === undefined) throw new Error('no bench');
      return window.bench.open(wanted, kept);
    },
    [name, keep] as const,
  );

/** The longest tasks of the page during the work. */
export async function traced(
  bench: BenchPage,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly TaskTime[]> {
  await bench.browser.startTracing(page, { categories: traceCategories });
  await work();
  return longestTasks((await bench.browser.stopTracing()).toString('utf8'), 4);
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
