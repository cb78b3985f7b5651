import { describe, expect, it } from 'vitest';
import type { Repairs } from './cda-document.ts';
import { MAX_TAG_CHARACTERS } from './limits.ts';
import { parse, section, words, wrap } from './tested-document.ts';

describe('repairs', () => {
  it.each<{ title: string; input: string; expected: string; repairs: Repairs }>([
    {
      title: 'a raw ampersand',
      input: wrap(section('a & b &c d&')),
      expected: 'T a & b &c d&',
      repairs: { rawAmpersand: 3 },
    },
    {
      title: 'a raw ampersand in an attribute',
      input: wrap(section('<linkHtml href="https://e.org/?a&b">a</linkHtml>')),
      expected: 'T a',
      repairs: { rawAmpersand: 1 },
    },
    {
      title: 'a raw less-than',
      input: wrap(section('x < 5 and y <6 <')),
      expected: 'T x < 5 and y <6 <',
      repairs: { rawLessThan: 3 },
    },
    {
      title: 'HTML entities',
      input: wrap(section('a&nbsp;&copy;')),
      expected: 'T a ©',
      repairs: { htmlEntity: 2 },
    },
    {
      title: 'an unknown entity, shown as written',
      input: wrap(section('&who;')),
      expected: 'T &who;',
      repairs: {},
    },
    {
      title: 'control characters',
      input: wrap(section('a\u0001b&#x1f;c\u000bd')),
      expected: 'T abc d',
      repairs: { controlCharacter: 3 },
    },
    {
      title: 'an impossible reference, shown as written',
      input: wrap(section('&#xD800;')),
      expected: 'T &#xD800;',
      repairs: { rawAmpersand: 1 },
    },
    {
      title: 'junk before the document',
      input: `junk\n<?xml version="1.0"?>${wrap(section('a'))}`,
      expected: 'T a',
      repairs: { leadingJunk: 1 },
    },
    {
      title: 'a newline before the declaration',
      input: `\n<?xml version="1.0"?>${wrap(section('a'))}`,
      expected: 'T a',
      repairs: {},
    },
    {
      title: 'junk behind the document',
      input: `${wrap(section('a'))}\u0000\nrest`,
      expected: 'T a',
      repairs: { trailingJunk: 1 },
    },
    {
      title: 'a second root',
      input: wrap(section('a')) + wrap(section('b')),
      expected: 'T a',
      repairs: { trailingJunk: 1 },
    },
    {
      title: 'an undeclared prefix',
      input: wrap(section('a', '<sdtc:x/>')),
      expected: 'T a',
      repairs: { undeclaredPrefix: 1 },
    },
    {
      title: 'an end tag without a start',
      input: wrap(section('a</content>b')),
      expected: 'T ab',
      repairs: { strayCloseTag: 1 },
    },
    {
      title: 'crossed tags',
      input: wrap(section('<table><tr><td><content>a</td></content><td>b</td></tr></table>')),
      expected: 'T a b',
      repairs: { misnested: 1, strayCloseTag: 1 },
    },
    {
      title: 'an attribute without quotes',
      input: wrap(section('<content ID=x>a</content>')),
      expected: 'T a',
      repairs: { badTag: 1 },
    },
    {
      title: 'an attribute twice',
      input: wrap(section('<content ID="x" ID="y">a</content>')),
      expected: 'T a',
      repairs: { badTag: 1 },
    },
    {
      title: 'a cut-off end',
      input: wrap(section('a <paragraph>b')).split('b</text>')[0] + 'b',
      expected: 'T a b',
      repairs: { truncated: 1 },
    },
    {
      title: 'no namespace',
      input: wrap(section('a')).replace(/ xmlns="[^"]*"/, ''),
      expected: 'T a',
      repairs: {},
    },
    {
      title: 'an envelope',
      input: `<e:Envelope xmlns:e="urn:e"><e:Body>words${wrap(section('a'))}</e:Body></e:Envelope>`,
      expected: 'T a',
      repairs: { leadingJunk: 1 },
    },
    {
      title: 'white space around equals signs',
      input: wrap(section(`<content\n ID \n=${' '.repeat(30)}"a>b" >a</content >`)),
      expected: 'T a',
      repairs: {},
    },
    {
      title: 'a prefix on every element',
      input: wrap(section('a'))
        .replace(/<(\/?)/g, '<$1cda:')
        .replace('xmlns=', 'xmlns:cda='),
      expected: 'T a',
      repairs: {},
    },
  ])('$title', ({ input, expected, repairs }) => {
    for (const chunkSize of [1, 7, 100_000]) {
      const parsed = parse(input, chunkSize);
      expect(words(parsed)).toBe(expected);
      expect(parsed.repairs).toEqual(repairs);
    }
  });

  it.each<{ title: string; length: number; expected: string; repairs: Repairs }>([
    {
      title: 'a tag of nearly the longest length is a tag',
      length: MAX_TAG_CHARACTERS - 100,
      expected: 'T a',
      repairs: {},
    },
    {
      title: 'a tag that is longer is text',
      length: MAX_TAG_CHARACTERS + 100_000,
      expected: `T <content ID="${'x'.repeat(MAX_TAG_CHARACTERS + 100_000)}">a`,
      repairs: { rawLessThan: 1, strayCloseTag: 1 },
    },
  ])('$title', ({ length, expected, repairs }) => {
    const parsed = parse(
      wrap(section(`<content ID="${'x'.repeat(length)}">a</content>`)),
      64 * 1024,
    );
    // Compared as a whole: a difference of a million letters is of no use to anybody.
    expect(words(parsed) === expected).toBe(true);
    expect(parsed.repairs).toEqual(repairs);
  });

  it('skips a DOCTYPE, says so, and expands none of its entities', () => {
    const parsed = parse(`<!DOCTYPE x [<!ENTITY e "boom>">]>${wrap(section('a &e;'))}`);
    expect(words(parsed)).toBe('T a &e;');
    expect(parsed.events.at(-1)).toMatchObject({ kind: 'end', notices: ['doctype'] });
  });
});
