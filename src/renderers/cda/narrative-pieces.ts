/**
 * Long narrative in pieces that are laid out apart, so that only those in sight cost anything: a browser lays out
 * a paragraph as one piece, and one as long as a book takes longer than one task may.
 */
import type { Narrative } from '../../cda/narrative.ts';

/** What stands apart is a block of its own; the rest goes on in the line. */
export interface NarrativePiece<T> {
  readonly part: T;
  readonly apart: boolean;
}

/** Characters from which on a text is long. */
export const LONG_TEXT = 6000;
/** A line of more characters is broken behind a sentence, else behind a word. */
export const LONGEST_LINE = 4000;
const PIECE_CHARACTERS = 2000;

/** Nodes from which on narrative is long. */
export const LONG_NODES = 120;
const PIECE_NODES = 40;

/**
 * The text in pieces, each but the last ended by a newline of its author or, in a line as long as a page, by the
 * end of a sentence. Together they are the text. What stands before and behind it stays in its first and last line.
 */
export function textPieces(text: string): readonly NarrativePiece<string>[] {
  if (text.length <= LONG_TEXT) return [{ part: text, apart: false }];
  const [first = '', ...rest] = linesOf(text);
  const last = rest.pop() ?? '';
  const pieces: string[] = [];
  let piece = '';
  for (const line of rest) {
    piece += line;
    if (piece.length < PIECE_CHARACTERS) continue;
    pieces.push(piece);
    piece = '';
  }
  if (piece !== '') pieces.push(piece);
  return [
    { part: first, apart: false },
    ...pieces.map((part) => ({ part, apart: true })),
    ...(last === '' ? [] : [{ part: last, apart: false }]),
  ];
}

/** With their ends. */
const linesOf = (text: string): readonly string[] =>
  (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).flatMap(shortLines);

function shortLines(line: string): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const within = rest.slice(0, LONGEST_LINE);
    const end = Math.max(lastEnd(within, /[.!?;]\s/g), 0) || lastEnd(within, /\s/g);
    if (end <= 0) break;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...lines, rest];
}

/** Behind the last match; 0 for none. */
function lastEnd(text: string, ends: RegExp): number {
  let at = 0;
  for (const match of text.matchAll(ends)) at = match.index + match[0].length;
  return at;
}

/** The nodes in pieces, cut behind line breaks and between paragraphs; tables and lists stand outside of them. */
export function nodePieces(
  nodes: readonly Narrative[],
): readonly NarrativePiece<readonly Narrative[]>[] {
  if (nodes.length <= LONG_NODES) return [{ part: nodes, apart: false }];
  const pieces: { part: Narrative[]; apart: boolean }[] = [];
  let part: Narrative[] = [];
  /** How many of them make whole lines. */
  let whole = 0;
  let opened = false;
  const cut = (apart: boolean, count = part.length): void => {
    if (count > 0) pieces.push({ part: part.splice(0, count), apart });
    whole = 0;
  };
  for (const node of nodes) {
    if (node.kind === 'table' || node.kind === 'list') {
      cut(opened);
      pieces.push({ part: [node], apart: false });
      opened = true;
      continue;
    }
    part.push(node);
    if (node.kind !== 'break' && node.kind !== 'paragraph') continue;
    whole = part.length;
    // What stands before these nodes may share their first line.
    if (!opened || whole >= PIECE_NODES) cut(opened);
    opened = true;
  }
  cut(opened, whole);
  cut(false);
  return pieces;
}
