import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Lengths of the window or of a container: with one of them in use, browsers look at every element when it resizes. */
const RELATIVE = /\d(?:[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max))\b/;

const lengthsIn = (css: string): readonly string[] =>
  css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .split('\n')
    .filter((line) => RELATIVE.test(line));

describe('Style sheets', () => {
  it.each(['1vh', '50dvh', '2.5svw', '100cqi', '10vmin', 'calc(100vw - 1px)'])(
    'are found out with %s',
    (length) => expect(lengthsIn(`a { width: ${length}; }`)).toHaveLength(1),
  );

  it('measure themselves by what is around them, never by the window', () => {
    const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css'))
      .map((path) => join('src', path));
    expect(sheets.length).toBeGreaterThan(20);
    expect(sheets.filter((sheet) => lengthsIn(readFileSync(sheet, 'utf8')).length > 0)).toEqual([]);
  });
});
