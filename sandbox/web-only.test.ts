import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, it } from 'vitest';

const root = import.meta.dirname;

/** All that is not for Node alone: adapters, the command line, tests. */
function webFiles(): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'main.ts')
    .filter((file) => !['adapters', 'testing'].includes(file.split(sep)[0] ?? ''));
}

const importLine = /(?:from|import)\s*\(?\s*'([^']+)'/g;

it('uses no Node API and no adapter, so that it also runs in a service worker', () => {
  const wrong = webFiles().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const imports = [...text.matchAll(importLine)].map((match) => match[1] ?? '');
    const bad = imports.filter((name) => name.startsWith('node:') || name.includes('/adapters/'));
    const globals = /\b(?:process|Buffer|require)[.(]/.exec(text)?.[0];
    return [...bad, ...(globals === undefined ? [] : [globals])].map(
      (name) => `${relative(root, join(root, file))}: ${name}`,
    );
  });
  expect(wrong).toEqual([]);
});

it('stands apart from the app: takes nothing of it but src/shared', () => {
  const wrong = webFiles().filter((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(importLine)].some((match) =>
      /(?:^|\/)src\/(?!shared\/)/.test(match[1] ?? ''),
    ),
  );
  expect(wrong).toEqual([]);
});
