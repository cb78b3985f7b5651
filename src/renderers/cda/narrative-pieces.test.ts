import { describe, expect, it } from 'vitest';
import type { Narrative } from '../../cda/narrative.ts';
import { LONG_NODES, LONG_TEXT, LONGEST_LINE, nodePieces, textPieces } from './narrative-pieces.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Day ${at}: nothing has changed.`).join('\n');

const joined = (text: string): string =>
  textPieces(text)
    .map(({ part }) => part)
    .join('');

describe('Long text', () => {
  it.each([
    { title: 'lines', text: lines(1000) },
    { title: 'lines with blank ones between', text: lines(1000).replaceAll('\n', '\n\n') },
    { title: 'a text that ends with a newline', text: `${lines(1000)}\n` },
    { title: 'sentences without a newline', text: 'All is as it was before. '.repeat(2000) },
    { title: 'words without a sentence', text: 'word '.repeat(5000) },
    { title: 'one endless word', text: 'A'.repeat(50_000) },
    { title: 'newlines alone', text: '\n'.repeat(10_000) },
    { title: 'a short text', text: 'As before.\nAnd well.' },
  ])('is the same text in pieces: $title', ({ text }) => {
    expect(joined(text)).toBe(text);
  });

  it('is cut behind its lines only', () => {
    const pieces = textPieces(lines(2000));
    expect(pieces.length).toBeGreaterThan(10);
    for (const { part } of pieces.slice(0, -1)) expect(part.endsWith('\n')).toBe(true);
  });

  it('leaves its first and last line beside what stands before and behind it', () => {
    const pieces = textPieces(lines(2000));
    expect(pieces[0]).toEqual({ part: 'Day 0: nothing has changed.\n', apart: false });
    expect(pieces.at(-1)).toEqual({ part: 'Day 1999: nothing has changed.', apart: false });
    expect(pieces.slice(1, -1).every(({ apart }) => apart)).toBe(true);
  });

  it('has no piece longer than two long lines where it has spaces', () => {
    for (const { part } of textPieces('All is as it was before. '.repeat(5000)))
      expect(part.length).toBeLessThanOrEqual(2 * LONGEST_LINE);
  });

  it('is cut behind a sentence where a line is as long as a page', () => {
    const [first] = textPieces('All is as it was before. '.repeat(2000));
    expect(first?.part.endsWith('before. ')).toBe(true);
  });

  it('is long from its length on', () => {
    expect(textPieces('a b '.repeat(LONG_TEXT / 4))).toHaveLength(1);
  });
});

const text = (words: string): Narrative => ({ kind: 'text', text: words });
const lineBreak: Narrative = { kind: 'break' };
const paragraph = (words: string): Narrative => ({ kind: 'paragraph', children: [text(words)] });
const list: Narrative = { kind: 'list', ordered: false, items: [] };

const many = (count: number, nodes: (at: number) => readonly Narrative[]): readonly Narrative[] =>
  Array.from({ length: count }, (_, at) => nodes(at)).flat();

describe('Many nodes', () => {
  it.each([
    { title: 'lines', nodes: many(500, (at) => [text(`line ${at}`), lineBreak]) },
    { title: 'paragraphs', nodes: many(500, (at) => [paragraph(`paragraph ${at}`)]) },
    { title: 'lists among paragraphs', nodes: many(200, () => [paragraph('before'), list]) },
    { title: 'texts without an end', nodes: many(500, (at) => [text(`word ${at} `)]) },
    { title: 'a few', nodes: [text('before'), lineBreak, paragraph('after')] },
  ])('are the same nodes in pieces: $title', ({ nodes }) => {
    expect(nodePieces(nodes).flatMap(({ part }) => part)).toEqual(nodes);
  });

  it('are cut behind line breaks, the first and the last line left where they stand', () => {
    const pieces = nodePieces([
      ...many(500, (at) => [text(`line ${at}`), lineBreak]),
      text('the last'),
    ]);
    expect(pieces[0]).toEqual({ part: [text('line 0'), lineBreak], apart: false });
    expect(pieces.at(-1)).toEqual({ part: [text('the last')], apart: false });
    for (const { part, apart } of pieces.slice(1, -1)) {
      expect(apart).toBe(true);
      expect(part.at(-1)).toEqual(lineBreak);
    }
  });

  it('leave tables and lists outside: these have room of their own', () => {
    const pieces = nodePieces(many(LONG_NODES, () => [paragraph('before'), list]));
    expect(pieces.filter(({ part }) => part.includes(list)).every(({ apart }) => !apart)).toBe(
      true,
    );
  });
});
