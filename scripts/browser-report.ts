/** Reads what Playwright's JSON reporter wrote. */

/** A file, or a group of tests in one. */
interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: Status }[];
  }[];
}

export type Status = 'expected' | 'unexpected' | 'flaky' | 'skipped';

export interface BrowserReport {
  readonly stats: Readonly<Record<Status, number>>;
  readonly suites: readonly Suite[];
}

/** How each test ended, named as the report names it: `file › group › title`. */
export function outcomesOf(
  suites: readonly Suite[],
  path = '',
): readonly { readonly test: string; readonly status: Status }[] {
  return suites.flatMap(({ title, suites: inner = [], specs }) => {
    const here = `${path}${title} › `;
    return [
      ...specs.flatMap((spec) =>
        spec.tests.map(({ status }) => ({ test: here + spec.title, status })),
      ),
      ...outcomesOf(inner, here),
    ];
  });
}
