/**
 * Marks the time in which DOMPurify parses: browsers report inline handlers and styles of the inert
 * parse as CSP violations although nothing runs. A test tells those by the marks `dompurify:start`
 * and `dompurify:end` around them.
 */
export function duringSanitize<T>(work: () => T): T {
  performance.mark('dompurify:start');
  try {
    return work();
  } finally {
    performance.mark('dompurify:end');
  }
}
