/**
 * Measures the CDA renderer beside its peers in one run of one browser: medians, interleaved, the worker warm.
 *
 *   npm run bench -- --folder PATH   PATH holds the real inputs (`ccda/vitera-large.xml`, …); default CORPUS_DIR
 *   --runs N                         openings per input; default 9
 *   --xsl PATH                       a folder with CDA.xsl, to measure the browser's XSLT too
 *   --gate                           exit code 1 where a ratio is above its target
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { listenOnLoopback } from '../sandbox/adapters/listen.ts';
import { chromiumArguments } from '../scripts/browser.ts';
import { compileMessages } from '../scripts/vite/compile-messages.ts';
import { generateLargeCcd } from './generate-large-ccd.ts';
import type { BenchApi, Measured } from './measured.ts';
import { longestTasks, traceCategories } from './task-times.ts';

declare global {
  interface Window {
    bench?: BenchApi;
  }
}

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: process.env['CORPUS_DIR'] ?? '' },
    runs: { type: 'string', default: '9' },
    xsl: { type: 'string' },
    gate: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const runs = Number(values.runs);

interface Input {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of the floor: at most this much. */
  readonly targets: { readonly first?: number; readonly complete?: number };
}

const real = (name: string, complete: number): Input[] => {
  const path = join(values.folder, 'ccda', name);
  return existsSync(path) ? [{ name, bytes: readFileSync(path), targets: { complete } }] : [];
};

const inputs: readonly Input[] = [
  {
    name: 'generated-10mb.xml',
    bytes: Buffer.from(generateLargeCcd(10_000_000)),
    targets: { first: 0.12, complete: 0.6 },
  },
  ...real('vitera-large.xml', 1.3),
  ...real('nist-ambulatory.xml', 4),
].filter(({ name }) => values.only === undefined || name.includes(values.only));

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

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};
const server = await listenOnLoopback(
  () =>
    createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://bench.invalid').pathname;
      const input = inputs.find(({ name }) => path === `/inputs/${name}`);
      const file = path.startsWith('/xsl/')
        ? join(values.xsl ?? '', path.slice(5))
        : join(outDir, path);
      const body = input?.bytes ?? (existsSync(file) ? readFileSync(file) : undefined);
      if (body === undefined) return void response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/xml' });
      response.end(body);
    }),
  4900,
);
const executablePath = process.env['CHROMIUM_PATH'];
const browser = await chromium.launch({
  args: [...chromiumArguments, '--js-flags=--expose-gc'],
  ...(executablePath === undefined ? {} : { executablePath }),
});

async function newPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`http://127.0.0.1:${server.port}/page.html`);
  await page.waitForFunction(() => window.bench !== undefined);
  return page;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const openOn = (page: Page, name: string, keep = false): Promise<Measured> =>
  page.evaluate(
    ([wanted, kept]) => {
      if (window.bench === undefined) throw new Error('no bench');
      return window.bench.open(wanted, kept);
    },
    [name, keep] as const,
  );

const page = await newPage();
const rows = [];
let missed = 0;
for (const input of inputs) {
  const floors: number[] = [];
  const openings: Measured[] = [];
  const sheets: number[] = [];
  for (let run = -2; run < runs; run += 1) {
    const floor = await page.evaluate((name) => window.bench?.floor(name) ?? 0, input.name);
    const opening = await openOn(page, input.name);
    const sheet =
      values.xsl === undefined
        ? undefined
        : await page.evaluate((name) => window.bench?.xslt(name, '/xsl/CDA.xsl'), input.name);
    if (run < 0) continue;
    floors.push(floor);
    openings.push(opening);
    if (sheet !== undefined) sheets.push(sheet);
  }
  await browser.startTracing(page, { categories: traceCategories });
  await openOn(page, input.name, true);
  const opening = longestTasks((await browser.stopTracing()).toString('utf8'), 4);
  await browser.startTracing(page, { categories: traceCategories });
  const scrolling = await page.evaluate(() => window.bench?.scroll() ?? []);
  const scrollingTasks = longestTasks((await browser.stopTracing()).toString('utf8'), 4);
  await page.reload();
  await page.waitForFunction(() => window.bench !== undefined);
  const floor = median(floors);
  const first = median(openings.map(({ firstPainted }) => firstPainted));
  const complete = median(openings.map((opening) => opening.complete));
  const tasks = openings.flatMap(({ longTasks }) => longTasks);
  const good =
    first / floor <= (input.targets.first ?? Infinity) &&
    complete / floor <= (input.targets.complete ?? Infinity);
  if (!good) missed += 1;
  rows.push({
    input: input.name,
    bytes: input.bytes.length,
    floor,
    first,
    firstRatio: first / floor,
    complete,
    completeRatio: complete / floor,
    painted: median(openings.map(({ painted }) => painted)),
    xslt: sheets.length === 0 ? undefined : median(sheets),
    inDom: openings.at(-1)?.inDom,
    rowsAtFirst: openings.at(-1)?.rowsAtFirst,
    longTasks: tasks,
    longTasksWhileScrolling: scrolling,
    longestTasks: opening,
    longestTasksWhileScrolling: scrollingTasks,
    targets: input.targets,
    good,
    runs: { floors, openings },
  });
}

const memory = values.memory ? await measureMemory() : undefined;

/** Heap of the page after 5 and after 50 openings, in bytes, collected first. */
async function measureMemory(): Promise<{ after5: number; after50: number }> {
  const fresh = await newPage();
  const cdp = await fresh.context().newCDPSession(fresh);
  const heap = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  const name = (inputs[1] ?? inputs[0])?.name ?? '';
  let after5 = 0;
  for (let opening = 1; opening <= 50; opening += 1) {
    await openOn(fresh, name);
    if (opening === 5) after5 = await heap();
  }
  const after50 = await heap();
  await fresh.close();
  return { after5, after50 };
}

const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);
for (const row of rows) {
  console.log(`${row.input} (${row.bytes} bytes, ${runs} runs)`);
  console.log(`  floor: DOMParser + words           ${ms(row.floor)} ms`);
  console.log(
    `  first section painted              ${ms(row.first)} ms = ${row.firstRatio.toFixed(2)} × (${row.rowsAtFirst} rows in the DOM)`,
  );
  console.log(
    `  complete: last section in the DOM  ${ms(row.complete)} ms = ${row.completeRatio.toFixed(2)} × (${JSON.stringify(row.inDom)})`,
  );
  console.log(`  painted after that                 ${ms(row.painted)} ms`);
  if (row.xslt !== undefined)
    console.log(`  XSLT attached and laid out         ${ms(row.xslt)} ms`);
  console.log(
    `  long tasks: ${row.longTasks.map(ms).join(' ') || 'none'}; while scrolling: ${row.longTasksWhileScrolling.map(ms).join(' ') || 'none'}`,
  );
}
for (const row of rows) {
  console.log(`${row.input}: longest tasks in processor time`);
  for (const { spent, parts } of row.longestTasks)
    console.log(`  opening    ${ms(spent)} ms ${JSON.stringify(parts)}`);
  for (const { spent, parts } of row.longestTasksWhileScrolling)
    console.log(`  scrolling  ${ms(spent)} ms ${JSON.stringify(parts)}`);
}
if (memory !== undefined) {
  console.log(`memory after 5: ${memory.after5}, after 50: ${memory.after50} bytes`);
}
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/cda.json', JSON.stringify({ rows, memory }, undefined, 2));
await browser.close();
await server.close();
if (values.gate && missed > 0) process.exitCode = 1;
