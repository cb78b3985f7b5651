import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { decodeEntities } from './decode-entities.ts';

/** What a parser makes of the text. */
function parsed(text: string): string {
  const [node] = parseFragment(`<textarea>\n${text}</textarea>`).childNodes;
  const [inner] = node !== undefined && 'childNodes' in node ? node.childNodes : [];
  return inner !== undefined && 'value' in inner ? inner.value : '';
}

describe('character references', () => {
  it.each<{ input: string; expected: string }>([
    { input: 'a &amp; b &lt;c&gt;', expected: 'a & b <c>' },
    { input: '&auml;&Lt;&nbsp;', expected: 'ä≪\u00A0' },
    { input: '&#228;&#xE4;&#x80;', expected: 'ää€' },
    { input: 'AT&T, R&D; &unknown;', expected: 'AT&T, R&D; &unknown;' },
    { input: '&notit; &copy 2026 &ampx', expected: '¬it; © 2026 &x' },
    { input: '&am&p; & ;', expected: '&am&p; & ;' },
    { input: '&#xD800;&#0;&#9999999;', expected: '\uFFFD\uFFFD\uFFFD' },
  ])('$input', ({ input, expected }) => {
    expect(decodeEntities(input)).toBe(expected);
  });

  it('are what a parser makes of them, whatever stands beside them', () => {
    const part = fc.constantFrom('&', ';', '#', 'x', 'amp', 'lt', 'not', 'auml', 'copy', '228', 'E4', ' ', 'é', '&amp;', '&#228;', '&nope;'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(decodeEntities(text)).toBe(parsed(text));
      }),
      { numRuns: 2000 },
    );
  });
});
