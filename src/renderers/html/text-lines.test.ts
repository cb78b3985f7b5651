import { describe, expect, it } from 'vitest';
import { createTextLines, type TextLines } from './text-lines.ts';

describe('text as it grows', () => {
  it.each<{ title: string; write: (to: TextLines) => void; expected: string }>([
    { title: 'one space between words', write: (to) => { to.words('a '); to.words(' b'); to.words(' '); to.words('c'); }, expected: 'a b c' },
    { title: 'none where there was none', write: (to) => { to.words('a'); to.words('b'); }, expected: 'ab' },
    { title: 'one empty line at most', write: (to) => { to.words('a'); to.line(); to.words(' '); to.line(); to.line(); to.words('b'); }, expected: 'a\n\nb' },
    { title: 'no line before the first word, none behind the last', write: (to) => { to.line(); to.words(' a '); to.line(); to.words(' '); }, expected: 'a' },
    { title: 'a tab for each cell, empty ones too', write: (to) => { to.cell(); to.words('a '); to.cell(); to.cell(); to.words(' b'); }, expected: 'a\t\tb' },
    { title: 'no tab at the beginning of a line', write: (to) => { to.words('a'); to.line(); to.cell(); to.words('b'); }, expected: 'a\nb' },
    { title: 'spaces that must not break stay', write: (to) => { to.words('\u00A0a\u00A0'); to.words('b'); }, expected: '\u00A0a\u00A0b' },
    { title: 'line breaks in words', write: (to) => to.words('a\n\n\nb\nc'), expected: 'a\n\nb\nc' },
  ])('$title', ({ write, expected }) => {
    const lines = createTextLines();
    write(lines);
    expect(lines.text()).toBe(expected);
  }); // prettier-ignore

  it('joins more pieces than it keeps apart, in order', () => {
    const lines = createTextLines();
    for (let at = 0; at < 10_000; at += 1) lines.words(`${at} `);
    expect(lines.text().split(' ')).toEqual(Array.from({ length: 10_000 }, (_, at) => String(at)));
  });
});
