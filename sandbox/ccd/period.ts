/** Both ends in milliseconds since the epoch, inclusive. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const partial = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * The time a chart's date stands for: a dateTime is one instant, a partial date its whole year, month or day (UTC,
 * having no zone). `undefined` for what is no date.
 */
export function periodOf(date: string): Period | undefined {
  const match = partial.exec(date);
  if (!match) {
    const instant = Date.parse(date);
    return Number.isNaN(instant) ? undefined : { start: instant, end: instant };
  }
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]) - 1;
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const next =
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month + 1, 1)
        : Date.UTC(year, month, day + 1);
  return { start: Date.UTC(year, month ?? 0, day ?? 1), end: next - 1 };
}

/** Whether an entry belongs to a range: undated ones always do, others where `[date, end]` meets it. */
export function isWithin(
  entry: { readonly date?: string; readonly end?: string },
  range: { readonly start?: number; readonly end?: number },
): boolean {
  const begin = entry.date === undefined ? undefined : periodOf(entry.date);
  const finish = entry.end === undefined ? undefined : periodOf(entry.end);
  const start = begin?.start ?? finish?.start;
  const end = finish?.end ?? begin?.end;
  if (start === undefined || end === undefined) return true;
  return end >= (range.start ?? -Infinity) && start <= (range.end ?? Infinity);
}
