/** One page for all tests of a worker: to open a browser's window takes longer than to run a class of cases. */
import { expect, type Browser, type Page, type WorkerInfo } from '@playwright/test';
import { watchViolations, type SeenViolations } from '../watch-violations.ts';

export interface OnePage {
  readonly page: Page;
  /** Of all tests so far; none is heard where nothing is protected. */
  readonly violations: SeenViolations;
}

type Provide<T> = (value: T) => Promise<void>;

/** A worker's fixture. */
export const onePage =
  (isWatched: boolean) =>
  async (
    { browser }: { readonly browser: Browser },
    provide: Provide<OnePage>,
    { project }: WorkerInfo,
  ): Promise<void> => {
    const { viewport, locale = 'en-US', timezoneId = 'UTC' } = project.use;
    const context = await browser.newContext({ viewport: viewport ?? null, locale, timezoneId });
    const violations = isWatched ? await watchViolations(context) : { ours: [], ofInertParse: [] };
    await provide({ page: await context.newPage(), violations });
    await context.close();
  };

/** What this test raised, told at its end; nothing of it may be left by `isOurs`. */
export async function provideViolations(
  { violations }: OnePage,
  provide: Provide<SeenViolations>,
  isOurs: (violation: SeenViolations['ours'][number]) => boolean = () => true,
): Promise<void> {
  const from = violations.ours.length;
  await provide(violations);
  const ours = violations.ours.slice(from).filter(isOurs);
  expect(ours, 'securitypolicyviolation events').toEqual([]);
}
