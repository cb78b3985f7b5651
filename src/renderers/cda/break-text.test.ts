import { isValidElement, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { breakParts, withBreaks } from './break-text.ts';

describe('A long word', () => {
  it.each<{ title: string; input: string; expected: readonly string[] }>([
    { title: 'is whole when it is short', input: 'mg/dL', expected: ['mg/dL'] },
    {
      title: 'without such signs is whole',
      input: 'Hydrochlorothiazide',
      expected: ['Hydrochlorothiazide'],
    },
    {
      title: 'parts after a slash',
      input: 'mL/min/{1.73_m2}',
      expected: ['mL/', 'min/', '{1.73_', 'm2}'],
    },
    {
      title: 'parts after bars and carets',
      input: '148.0|MG^DL|12345',
      expected: ['148.0|', 'MG^', 'DL|', '12345'],
    },
    {
      title: 'keeps dates whole',
      input: '01/22/2008–03/22/2008',
      expected: ['01/22/2008–03/22/2008'],
    },
    {
      title: 'keeps a double slash together',
      input: 'http://example.org',
      expected: ['http://', 'example.org'],
    },
    {
      title: 'parts at every sign when it is very long',
      input: 'urn:oid:2.16.840.1.113883.4.6',
      expected: ['urn:', 'oid:', '2.', '16.', '840.', '1.', '113883.', '4.', '6'],
    },
  ])('$title', ({ input, expected }) => {
    expect(breakParts(input)).toEqual(expected);
  });
});

const wordsOf = (node: ReactNode): string =>
  typeof node === 'string'
    ? node
    : Array.isArray(node)
      ? node.map(wordsOf).join('')
      : isValidElement<{ children?: ReactNode }>(node)
        ? wordsOf(node.props.children)
        : '';

describe('A text with breaks', () => {
  it.each([
    'eGFR 115 mL/min/{1.73_m2}  (CKD-EPI)',
    ' a|b|c|d|e|f|g|h|i ',
    'no long words',
    'https://example.org/a/b?c=d&e=f\nand more',
    '|||||||||||||||||',
  ])('has the same words as before: %s', (text) => {
    expect(wordsOf(withBreaks(text))).toBe(text);
  });

  it('is the very text where nothing breaks', () => {
    expect(withBreaks('mg/dL, twice a day')).toBe('mg/dL, twice a day');
  });
});
