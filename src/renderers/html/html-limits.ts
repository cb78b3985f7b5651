import type { MarkupScan } from './scan-markup.ts';

/**
 * Above any of these HTML is never given to DOMPurify. Two runs of `npx tsx bench/html.ts --limits`, on two cores with
 * ten times more work than they can do: 24 and 26 µs of the processor for an element, 8 and 11 µs for an attribute.
 * Together that is up to 8.5 s of one announced call there, and less where a machine is idle.
 */
export const largestSanitized = {
  /** Characters of source. */
  length: 16 * 1024 * 1024,
  elements: 200_000,
  attributes: 300_000,
  /** Ten thousand elements inside each other: the browser's own parser takes half a second for those. */
  passed: 50_000_000,
} as const;

/** `measure` where only a parser can tell: formatting left open may make few tags many elements. */
export type SizeVerdict = 'fits' | 'tooLarge' | 'tooDeep' | 'measure';

/** Whether it is worth a scan to know if the sanitizer may have a source of so many characters. */
export const mayFit = (length: number): boolean => length <= largestSanitized.length;

/** Whether the sanitizer may have the source that was scanned. */
export function judgeSize(scan: MarkupScan): SizeVerdict {
  if (scan.attributes > largestSanitized.attributes || scan.starts > largestSanitized.elements)
    return 'tooLarge';
  if (scan.passed > largestSanitized.passed) return 'tooDeep';
  return scan.elements > largestSanitized.elements ? 'measure' : 'fits';
}
