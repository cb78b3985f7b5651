/**
 * Marks the time in which DOMPurify parses: browsers report inline handlers and styles of the inert
 * parse as CSP violations although nothing runs. A listener can tell those by `sanitizing()` or by
 * the marks `dompurify:start` and `dompurify:end` around them (reports come later, in order).
 */
let depth = 0;

/** True while a document is being sanitized. */
export const sanitizing = (): boolean => depth > 0;

/** Runs `work` between the two marks. */
export function duringSanitize<T>(work: () => T): T {
  depth += 1;
  performance.mark('dompurify:start');
  try {
    return work();
  } finally {
    performance.mark('dompurify:end');
    depth -= 1;
  }
}
