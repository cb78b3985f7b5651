/**
 * A server's own words without what may name a patient or a resource: ids, record numbers, dates, the query of
 * an address. Names of people cannot be told from other words; servers were not seen to put them there.
 */
export function withoutIds(text: string): string {
  return text
    .replace(/(https?:\/\/[^\s?#"')]+)[?#][^\s"')]*/gi, '$1')
    .replace(/\b([A-Z][A-Za-z]{2,40})\/[A-Za-z0-9\-._~%]+/g, '$1/{id}')
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '{id}')
    .replace(/\b\d{4}-\d{2}(?:-\d{2})?(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?/g, '{date}')
    .replace(/\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g, '{date}')
    .replace(/\b(?:[A-Za-z]{1,8}[-_])?\d{4,}(?:[-_.]\w+)*\b/g, '{number}');
}
