import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const model = readFileSync(resolve(root, 'docs/threat-model.md'), 'utf8');

/** A test as the model names it: `path` "title". */
const named = [
  ...model.matchAll(/`([\w./-]+\.test\.tsx?|[\w./-]+\.spec\.ts)`(?: "([^"]+)")?/g),
].map(([, path = '', title]) => ({ path, title }));

describe('the threat model', () => {
  it('names tests', () => {
    expect(named.length).toBeGreaterThan(40);
  });

  it.each(named)('names a test that is there: $path $title', ({ path, title = '' }) => {
    const file = resolve(root, path);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8').replaceAll("\\'", "'")).toContain(title);
  });

  it('names only sections that were read', () => {
    const sections = [...model.matchAll(/\b(?:1|3|14)\.\d+\.\d+\b/g)].map(([section]) => section);
    const read = [
      '1.3.1',
      '3.2.1',
      '3.2.2',
      '3.4.3',
      '3.4.4',
      '3.4.5',
      '3.4.6',
      '3.4.7',
      '3.5.4',
      '3.5.5',
      '3.7.2',
      '3.7.4',
      '14.2.1',
      '14.3.2',
    ];
    expect(sections.filter((section) => !read.includes(section))).toEqual([]);
  });
});
