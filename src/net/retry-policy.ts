/** What a waiting person accepts: longer pauses are left to them, with a "Try again" button. */
const LONGEST_WAIT_MS = 10_000;
const FIRST_WAIT_MS = 500;

/** How often a GET is repeated after the first try. */
export const MOST_RETRIES = 2;

/** 429 and server failures that another try may mend; 501 and 505 stay as they are. */
export function isWorthRetrying(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501 && status !== 505);
}

/**
 * Milliseconds until the next try, or undefined when the server asks for more than a person would wait.
 * Full jitter over a doubling span, so that many readers do not return at once.
 *
 * @param attempt 0 for the first repetition
 * @param retryAfter the header, in seconds or as a date (RFC 9110 section 10.2.3)
 */
export function waitBeforeRetry(
  attempt: number,
  retryAfter: string | undefined,
  random: () => number,
  now: () => number,
): number | undefined {
  const asked = retryAfter === undefined ? undefined : readRetryAfter(retryAfter, now());
  if (asked !== undefined) return asked <= LONGEST_WAIT_MS ? asked : undefined;
  return random() * FIRST_WAIT_MS * 2 ** (attempt + 1);
}

function readRetryAfter(value: string, now: number): number | undefined {
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
