import { describe, expect, it } from 'vitest';
import { contentFromBytes } from '../bytes-content.ts';
import { readSource, sourceBlocks } from './section-source.ts';

const text = (words: string) =>
  contentFromBytes(new TextEncoder().encode(words), { essence: 'text/xml' });

describe('The source of a section', () => {
  it.each([
    { title: 'is counted in characters, not bytes', input: 'é€😀<section/>', start: 4, end: 14, expected: '<section/>' },
    { title: 'ends with the document', input: '<section>', start: 0, end: 99, expected: '<section>' },
    { title: 'is nothing past the end', input: '<a/>', start: 50, end: 60, expected: '' },
    { title: 'does not count the byte order mark', input: '\ufeff<section/>', start: 0, end: 10, expected: '<section/>' },
  ])('$title', async ({ input, start, end, expected }) => {
    expect(await readSource(text(input), { start, end })).toEqual({ ok: true, value: expected });
  }); // prettier-ignore

  it.each([
    { title: 'of many lines', input: 'line\n'.repeat(500) },
    { title: 'of one endless line', input: 'x'.repeat(5000) },
    { title: 'of nothing', input: '' },
  ])('is cut without loss $title', ({ input }) => {
    const blocks = sourceBlocks(input, 100);
    expect(blocks.join('')).toBe(input);
    expect(Math.max(0, ...blocks.map(({ length }) => length))).toBeLessThan(300);
  });
});
