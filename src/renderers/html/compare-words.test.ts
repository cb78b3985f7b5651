import { describe, expect, test } from 'vitest';
import { lostWords, sameLetters } from './compare-words.ts';

describe('What is shown is compared with the source', () => {
  test('white space is no difference, a letter is one', () => {
    expect(sameLetters('a b\n\u00a0c', 'ab c ')).toBe(true);
    expect(sameLetters('a b', 'a d')).toBe(false);
  });

  test.each([
    { title: 'nothing lost', source: 'a b', shown: 'b  a', loss: undefined },
    { title: 'more shown than written', source: 'a', shown: 'a b', loss: undefined },
    { title: 'a word that stands once instead of twice', source: 'a b a', shown: 'a b', loss: { count: 1, words: ['a'] } },
    { title: 'all', source: 'a b', shown: '', loss: { count: 2, words: ['a', 'b'] } },
  ])('$title', ({ source, shown, loss }) => {
    expect(lostWords(source, shown)).toEqual(loss);
  }); // prettier-ignore

  test('names the first of many, and no word at endless length', () => {
    const loss = lostWords(`${'x'.repeat(99)} ${'y '.repeat(50)}`, '');
    expect(loss?.count).toBe(51);
    expect(loss?.words).toHaveLength(12);
    expect(loss?.words[0]).toBe(`${'x'.repeat(40)}…`);
  });
});
