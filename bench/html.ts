/**
 * Measures the HTML renderer beside its peer in one browser, interleaved: a generated 5 MB report on screen, under the
 * app's own policy, against bare DOMPurify and its result as the text of a frame, in a page without a policy.
 *
 *   npx tsx bench/html.ts    --runs N   openings of each; default 9
 *                            --gate     exit code 1 where a ratio is above its target
 *                            --limits   only what the sanitizer takes of the processor for an element and an attribute
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
import { securityHeaders } from '../src/config/security-headers.ts';
import { generateLargeHtml } from './generate-large-html.ts';
import type { HtmlMeasured } from './html-measured.ts';
import { longestTasks, traceCategories } from './task-times.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    gate: { type: 'boolean', default: false },
    limits: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);

/** On screen within the peer's time; the longest task at most this much above the sanitizer call. */
const targets = { painted: 1, longestTask: 1.1 };

const inputs = new Map(
  values.limits
    ? [
        ['elements.html', '<p>x</p>'.repeat(100_000)],
        ['attributes.html', '<p a=1 b=2 c=3 d=4 e=5>x</p>'.repeat(20_000)],
        [
          'styled-tables.html',
          '<table style="color:red"><tr><td style="margin:1pt">x</table>'.repeat(8_000),
        ],
      ]
    : [['report-5mb.html', generateLargeHtml(5 * 1024 * 1024)]],
);

const outDir = resolve('.cache/bench-html');
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
    modulePreload: { polyfill: false },
    rollupOptions: { input: [resolve('bench/html-page.html'), resolve('bench/html-peer.html')] },
  },
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};
const config = { issuers: [], frameAncestors: [] };
const server = await listenOnLoopback(
  () =>
    createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://bench.invalid').pathname;
      const input = inputs.get(path.replace('/inputs/', ''));
      const file = join(outDir, path);
      const body = input ?? (existsSync(file) ? readFileSync(file) : undefined);
      if (body === undefined) return void response.writeHead(404).end();
      const kind = path.includes('worker') ? 'worker' : 'document';
      response.writeHead(200, {
        ...(path.includes('peer') ? {} : securityHeaders(config, kind)),
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      });
      response.end(body);
    }),
  4910,
);
const executablePath = process.env['CHROMIUM_PATH'];
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath === undefined ? {} : { executablePath }),
});

async function newPage(name: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`http://127.0.0.1:${server.port}/${name}`);
  await page.waitForFunction(() => window.htmlBench !== undefined);
  return page;
}

const openOn = (page: Page, name: string): Promise<HtmlMeasured> =>
  page.evaluate((wanted) => {
    if (window.htmlBench === undefined) throw new Error('no bench');
    return window.htmlBench.open(wanted);
  }, name);

/** The task of the sanitizer's call, in processor time: what other programs take is not in it. */
async function measureLimits(): Promise<void> {
  for (const name of inputs.keys()) {
    await openOn(ours, name);
    const spent: number[] = [];
    let elements = 0;
    for (let run = 0; run < runs; run += 1) {
      await browser.startTracing(ours, { categories: traceCategories });
      ({ elements } = await openOn(ours, name));
      const [longest] = longestTasks((await browser.stopTracing()).toString('utf8'), 1);
      spent.push(longest?.spent ?? 0);
    }
    const each = (median(spent) * 1000) / elements;
    console.log(
      `${name}: ${elements} elements, ${ms(median(spent))} of ${spent.map(ms).join(', ')}: ${each.toFixed(1)} µs for each element`,
    );
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

const ours = await newPage('html-page.html');
if (values.limits) {
  await measureLimits();
  await browser.close();
  await server.close();
  process.exit();
}
const peer = await newPage('html-peer.html');
const rows = [];
for (const [name, source] of inputs) {
  const openings: { readonly ours: HtmlMeasured; readonly peer: HtmlMeasured }[] = [];
  for (let run = -1; run < runs; run += 1) {
    const opening = { peer: await openOn(peer, name), ours: await openOn(ours, name) };
    if (run >= 0) openings.push(opening);
  }
  const of = (who: 'ours' | 'peer', what: 'painted' | 'sanitizer' | 'longestTask'): number =>
    median(openings.map((opening) => opening[who][what]));
  // Within one opening: what else the machine does then, it does to both.
  const longestRatio = median(openings.map(({ ours: o }) => o.longestTask / o.sanitizer));
  const paintedRatio = median(
    openings.map((opening) => opening.ours.painted / opening.peer.painted),
  );
  const announcedFirst = openings.every(
    ({ ours: { announced, sanitizerFrom } }) =>
      announced !== undefined && announced < (sanitizerFrom ?? 0),
  );
  const good =
    paintedRatio <= targets.painted && longestRatio <= targets.longestTask && announcedFirst;
  rows.push({
    input: name,
    bytes: source.length,
    paintedRatio,
    longestRatio,
    announcedFirst,
    good,
    openings,
  });
  const one = openings.at(-1);
  console.log(`${name} (${source.length} bytes, ${one?.ours.elements} elements, ${runs} runs)`);
  console.log(
    `  bare DOMPurify and a string frame   ${ms(of('peer', 'painted'))}, the call ${ms(of('peer', 'sanitizer'))}`,
  );
  console.log(
    `  on screen                           ${ms(of('ours', 'painted'))} = ${paintedRatio.toFixed(2)} × the peer`,
  );
  console.log(`  the sanitizer call                  ${ms(of('ours', 'sanitizer'))}`);
  console.log(
    `  longest task                        ${ms(of('ours', 'longestTask'))} = ${longestRatio.toFixed(2)} × the call`,
  );
  console.log(
    `  said before it starts               ${announcedFirst ? 'yes' : 'no'}: ${ms(median(openings.map(({ ours: o }) => o.announced ?? 0)))}, sanitizer from ${ms(median(openings.map(({ ours: o }) => o.sanitizerFrom ?? 0)))}, first words ${ms(median(openings.map(({ ours: o }) => o.firstWords ?? 0)))}`,
  );
  console.log(`  notices                             ${one?.ours.notices?.join(' ') || 'none'}`);
}
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/html.json', JSON.stringify({ targets, rows }, undefined, 2));
await browser.close();
await server.close();
if (values.gate && rows.some(({ good }) => !good)) process.exitCode = 1;
