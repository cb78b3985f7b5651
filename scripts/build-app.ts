import { resolve } from 'node:path';
import { build } from 'vite';

/** Builds the app into `.cache/<name>`, apart from `dist`, so that the app and its tests can run at once. */
export async function buildApp(name: string): Promise<string> {
  const outDir = resolve('.cache', name);
  await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  return outDir;
}
