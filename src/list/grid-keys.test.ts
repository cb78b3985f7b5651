import { describe, expect, it } from 'vitest';
import { rowAfterKey } from './grid-keys.ts';

describe('keys in the list', () => {
  it.each([
    { title: 'down goes to the next row', key: 'ArrowDown', row: 3, expected: 4 },
    { title: 'down stays on the last row', key: 'ArrowDown', row: 9, expected: 9 },
    { title: 'up goes to the row before', key: 'ArrowUp', row: 3, expected: 2 },
    { title: 'up stays on the first row', key: 'ArrowUp', row: 0, expected: 0 },
    { title: 'a page down is bounded', key: 'PageDown', row: 8, expected: 9 },
    { title: 'a page up moves by a page', key: 'PageUp', row: 8, expected: 3 },
    { title: 'Home goes to the first row', key: 'Home', row: 8, expected: 0 },
    { title: 'End goes to the last row', key: 'End', row: 2, expected: 9 },
    { title: 'letters are not the grid’s', key: 'j', row: 2, expected: undefined },
  ])('$title', ({ key, row, expected }) => {
    expect(rowAfterKey(key, row, 10, 5)).toBe(expected);
  });

  it('lead nowhere in an empty list', () => {
    expect(rowAfterKey('ArrowDown', 0, 0, 5)).toBeUndefined();
  });
});
