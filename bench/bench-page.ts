/** The page that is measured, built and served on loopback, in a browser that starts here. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { listenOnLoopback } from '../sandbox/adapters/listen.ts';
import { chromiumArguments, findBrowser } from '../scripts/browser.ts';
import { compileMessages } from '../scripts/vite/compile-messages.ts';
import type { BenchApi } from './measured.ts';

declare global {
  interface Window {
    bench?: BenchApi;
  }
}

export interface BenchPage {
  readonly browser: Browser;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

interface BenchPageOptions {
  readonly inputs: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** A folder with CDA.xsl. */
  readonly sheets?: string | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

export async function openBenchPage({ inputs, sheets = '' }: BenchPageOptions): Promise<BenchPage> {
  const outDir = resolve('.cache/bench');
  await build({
    configFile: false,
    root: resolve('bench'),
    base: './',
    logLevel: 'warn',
    plugins: [compileMessages(), react()],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve('bench/page.html') },
    },
  });
  const server = await listenOnLoopback(
    () =>
      createServer((request, response) => {
        const path = new URL(request.url ?? '/', 'http://bench.invalid').pathname;
        const input = inputs.find(({ name }) => path === `/inputs/${name}`);
        const file = path.startsWith('/xsl/') ? join(sheets, path.slice(5)) : join(outDir, path);
        const body = input?.bytes ?? (existsSync(file) ? readFileSync(file) : undefined);
        if (body === undefined) return void response.writeHead(404).end();
        response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/xml' });
        response.end(body);
      }),
    4900,
  );
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await installedPath());
  const browser = await chromium.launch({
    args: [...chromiumArguments, '--js-flags=--expose-gc'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  return {
    browser,
    async newPage() {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      // The dialog is the browser's own; what is made for it is measured.
      await page.addInitScript(() => {
        window.print = () => undefined;
      });
      await page.goto(`http://127.0.0.1:${server.port}/page.html`);
      await page.waitForFunction(() => window.bench !== undefined);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Undefined: Playwright's own browser. */
async function installedPath(): Promise<string | undefined> {
  const found = await findBrowser((line) => console.log(line));
  if (found === undefined) throw new Error('No browser that starts was found.');
  return found.kind === 'installed' ? found.path : undefined;
}
