/** Text as it grows, with the white space of its layout: lines, at most one empty one between, cells apart by tabs. */
export interface TextLines {
  /** Words and spaces; line breaks in them are line breaks. */
  words(text: string): void;
  line(): void;
  cell(): void;
  /** All of it. */
  text(): string;
}

/** Pieces kept apart until they are joined: millions of them would cost more than to find them. */
const BATCH = 4096;

export function createTextLines(): TextLines {
  const batches: string[] = [];
  let batch: string[] = [];
  let begun = false;
  let breaks = 0;
  /** Between the last word of a line and its next. */
  let gap = '';

  const put = (piece: string): void => {
    batch.push(piece);
    if (batch.length < BATCH) return;
    batches.push(batch.join(''));
    batch = [];
  };
  const line = (): void => {
    breaks += 1;
    gap = '';
  };
  const words = (text: string): void => {
    if (text.includes('\n')) {
      for (const [at, one] of text.split('\n').entries()) {
        if (at > 0) line();
        words(one);
      }
      return;
    }
    const inner = withoutSpaces(text);
    if (text.startsWith(' ') && gap === '') gap = ' ';
    if (inner === '') return;
    if (begun) put(breaks > 0 ? '\n'.repeat(Math.min(breaks, 2)) : gap);
    put(inner);
    begun = true;
    breaks = 0;
    gap = text.endsWith(' ') ? ' ' : '';
  };
  return {
    words,
    line,
    cell() {
      gap = gap === ' ' ? '\t' : `${gap}\t`;
    },
    text: () => batches.join('') + batch.join(''),
  };
}

/** Without those at its ends; one that must not break is no such space. */
function withoutSpaces(text: string): string {
  const from = text.startsWith(' ') ? 1 : 0;
  return text.endsWith(' ') ? text.slice(from, -1) : from === 0 ? text : text.slice(from);
}
