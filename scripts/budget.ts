/**
 * The weight of the app, from the build's manifest: gzipped JavaScript of the front page and of a chart
 * before a document is opened, with each part's share.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

export interface Weight {
  readonly name: string;
  readonly limit: number;
  readonly total: number;
  readonly parts: readonly { readonly file: string; readonly bytes: number }[];
}

/** Limits in bytes (1 kB = 1000 bytes) and the modules that each state of the app has loaded. */
const states = [
  { name: 'front page', limit: 100_000, modules: ['index.html'] },
  {
    name: 'chart before a document is opened',
    limit: 200_000,
    modules: ['index.html', 'src/app/Chart.tsx', 'node_modules/fhirclient/'],
  },
];

/** Weighs the build in `folder`. A module that is not in the manifest is a mistake and throws. */
export async function weigh(folder: string): Promise<readonly Weight[]> {
  const text = await readFile(join(folder, '.vite', 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Record<string, Chunk>;
  return await Promise.all(
    states.map(async ({ name, limit, modules }) => {
      const files = new Set<string>();
      for (const module of modules) {
        const keys = Object.keys(manifest).filter(
          (key) => key === module || (module.endsWith('/') && key.includes(module)),
        );
        if (keys.length === 0) throw new Error(`${module} is not a chunk of the build.`);
        for (const key of keys) collect(manifest, key, files);
      }
      const parts = await Promise.all(
        [...files].map(async (file) => ({
          file,
          bytes: gzipSync(await readFile(join(folder, file)), { level: 9 }).length,
        })),
      );
      parts.sort((a, b) => b.bytes - a.bytes);
      return { name, limit, parts, total: parts.reduce((sum, part) => sum + part.bytes, 0) };
    }),
  );
}

function collect(manifest: Record<string, Chunk>, key: string, files: Set<string>): void {
  const chunk = manifest[key];
  if (chunk === undefined || files.has(chunk.file)) return;
  if (chunk.file.endsWith('.js')) files.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(manifest, imported, files);
}
