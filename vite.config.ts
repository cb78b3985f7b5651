import { execFileSync } from 'node:child_process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { compileMessages } from './scripts/vite/compile-messages.ts';
import { pdfEngineFiles } from './scripts/vite/pdf-engine-files.ts';

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

export default defineConfig({
  base: './',
  plugins: [compileMessages(), react(), pdfEngineFiles()],
  define: {
    __VERSION__: JSON.stringify(manifest.version),
    __COMMIT__: JSON.stringify(commit()),
  },
  build: {
    target: ['chrome118', 'edge118', 'firefox128', 'safari17'],
    // Relative addresses and a strict CSP: no polyfill, no inlined files.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
  },
  worker: { format: 'es' },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,sandbox,scripts}/**/*.test.{ts,tsx}'],
          setupFiles: ['scripts/vite/all-messages.ts'],
          exclude: ['**/*.corpus.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'corpus',
          setupFiles: ['scripts/vite/all-messages.ts'],
          include: ['{src,sandbox}/**/*.corpus.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
