// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { findRanges } from './dom-find.ts';

function page(html: readonly string[]): HTMLElement {
  const root = document.createElement('div');
  for (const text of html) {
    const part = document.createElement('b');
    part.append(document.createTextNode(text));
    root.append(part);
  }
  document.body.replaceChildren(root);
  return root;
}

describe('Find in text on the page', () => {
  test.each([
    { title: 'every match, case ignored', parts: ['Heart, heart'], query: 'HEART', count: 2 },
    { title: 'a match across elements', parts: ['he', 'art'], query: 'heart', count: 1 },
    {
      title: 'a line break counts as a space',
      parts: ['no\nfinding'],
      query: 'no finding',
      count: 1,
    },
    { title: 'nothing for nothing', parts: ['x'], query: '  ', count: 0 },
    {
      title: 'letters whose lower case is longer keep offsets true',
      parts: ['İİ heart'],
      query: 'heart',
      count: 1,
    },
  ])('$title', ({ parts, query, count }) => {
    expect(findRanges(page(parts), query)).toHaveLength(count);
  });

  test('a range holds the words found', () => {
    const [range] = findRanges(page(['İ the he', 'art is']), 'heart');
    expect(range?.toString()).toBe('heart');
  });
});
