/** docs/situations.md and the browser tests titled by its numbers say the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

interface Situation {
  readonly number: number;
  readonly versions: string;
  /** One file, or several. */
  readonly paths: readonly string[];
}

const table: readonly Situation[] = read('docs/situations.md')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^\d+$/.test(cells[1] ?? ''))
  .map(([, number = '', , , versions = '', paths = '']) => ({
    number: Number(number),
    versions,
    paths: paths.replaceAll('`', '').split(', '),
  }));

const specs = readdirSync(resolve(root, 'e2e'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.spec.ts'))
  .map((path) => `e2e/${path.replaceAll('\\', '/')}`);

/** Titles as they stand in the source: what is filled in is not known. */
const titles = specs.flatMap((path) =>
  [...read(path).matchAll(/\btest\(\s*(['"`])situation (\d+): (.*?)\1,/g)].map(
    ([, , number = '', title = '']) => ({ path, number: Number(number), title }),
  ),
);

describe('the register of situations', () => {
  it('has each number from 1 to 63 once', () => {
    const numbers = table.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 63 }, (_, index) => index + 1));
  });

  it.each(table)('situation $number is proved in $paths', ({ number, versions, paths }) => {
    const own = titles.filter((each) => each.number === number);
    expect([...new Set(own.map((each) => each.path))].toSorted()).toEqual(paths.toSorted());
    const named = own.some(({ title }) => /\(\$\{[^}]*[vV]ersion[^}]*\}\)$/.test(title));
    expect(versions).toBe(named ? 'both' : 'one');
  });

  it('knows every number that a test is titled by', () => {
    const known = table.map(({ number }) => number);
    expect(titles.filter(({ number }) => !known.includes(number))).toEqual([]);
  });
});
