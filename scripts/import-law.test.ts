import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Each house and the houses it may import from directly; what those may import is allowed as well. */
const mayImport: Record<string, readonly string[]> = {
  shared: [],
  messages: ['shared'],
  model: ['messages'],
  ui: ['messages'],
  config: ['shared'],
  net: ['shared'],
  session: ['config', 'net'],
  embedding: ['config'],
  fhir: ['net', 'model'],
  documents: ['fhir'],
  content: ['fhir'],
  cda: ['model'],
  match: ['model', 'cda'],
  renderers: ['match', 'model', 'cda', 'ui'],
  list: ['documents', 'content', 'renderers', 'ui'],
  reader: ['documents', 'content', 'renderers', 'ui'],
  ccd: ['documents', 'content', 'ui'],
  app: ['list', 'reader', 'ccd', 'session', 'embedding', 'config', 'net'],
  main: ['app'],
};

/** Packages with one door: who may import them. */
const doors: Record<string, readonly string[]> = {
  fhirclient: ['src/session/'],
  dompurify: ['src/renderers/html/'],
  'cerner-smart-embeddable-lib': ['src/embedding/'],
  // The Trusted Types policy knows the addresses of all workers, the PDF engine's included; no code comes with it.
  'pdfjs-dist': ['src/renderers/pdf/', 'src/renderers/trusted-worker.ts'],
};

const root = resolve(import.meta.dirname, '../src');

function reachable(house: string, seen = new Set<string>()): Set<string> {
  for (const next of mayImport[house] ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    reachable(next, seen);
  }
  return seen;
}

interface ImportLine {
  readonly file: string;
  readonly specifier: string;
}

function importLines(): readonly ImportLine[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join(root, name);
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((found) => ({
        file,
        specifier: found[1] ?? '',
      }));
    });
}

const houseOf = (file: string): string => {
  const [first = ''] = relative(root, file).split(sep);
  return first.replace(/\.tsx?$/, '');
};

describe('the law of imports', () => {
  const lines = importLines();

  it('finds import lines to hold it against', () => {
    expect(lines.length).toBeGreaterThan(100);
  });

  it('lets houses import only from those upstream of them', () => {
    const broken = lines
      .filter(({ specifier }) => specifier.startsWith('.'))
      .flatMap(({ file, specifier }) => {
        const from = houseOf(file);
        const target = resolve(dirname(file), specifier);
        const to = target.startsWith(root) ? houseOf(target) : target;
        if (from === 'vite-env' || from === to || reachable(from).has(to)) return [];
        return [`${relative(root, file)} imports ${specifier}`];
      });
    expect(broken).toEqual([]);
  });

  it('keeps each third-party surface behind its one door', () => {
    const broken = lines.flatMap(({ file, specifier }) => {
      const door = Object.entries(doors).find(
        ([name]) => specifier === name || specifier.startsWith(`${name}/`),
      );
      const path = `src/${relative(root, file).replaceAll(sep, '/')}`;
      return door === undefined || door[1].some((way) => path.startsWith(way))
        ? []
        : [`${path} imports ${specifier}`];
    });
    expect(broken).toEqual([]);
  });

  it('lets worker entries be started by renderers only', () => {
    const broken = lines.filter(
      ({ file, specifier }) =>
        /\.worker\.ts(\?|$)/.test(specifier) && houseOf(file) !== 'renderers',
    );
    expect(broken).toEqual([]);
  });

  it('gives each version of FHIR a house of its own', () => {
    const broken = lines.filter(
      ({ file, specifier }) =>
        (file.includes(`${sep}dstu2${sep}`) && specifier.includes('/r4/')) ||
        (file.includes(`${sep}r4${sep}`) && specifier.includes('/dstu2/')),
    );
    expect(broken).toEqual([]);
  });
});
