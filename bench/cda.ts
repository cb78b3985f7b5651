/**
 * Measures the CDA renderer beside its peers in one run of one browser: medians, interleaved, the worker warm.
 *
 *   npm run bench -- --folder PATH   PATH holds the real inputs (`ccda/vitera-large.xml`, …); default CORPUS_DIR
 *   --runs N                         openings per input; default 9
 *   --only NAME                      inputs whose name has this in it
 *   --acts                           what a reader does with the document, each act's longest task
 *   --turns N                        how often each act is done; default 5
 *   --memory                         the heap after 5 and after 50 openings
 *   --xsl PATH                       a folder with CDA.xsl, to measure the browser's XSLT too
 *   --gate                           exit code 1 where a target is missed
 *   --cheap                          openings alone, with room for a busy machine, again with more before it fails
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureActs, type Act } from './acts.ts';
import { openBenchPage } from './bench-page.ts';
import { busySlack, missedActs, missedOpenings, noSlack } from './gate.ts';
import { generateLargeCcd } from './generate-large-ccd.ts';
import { hardSections } from './hard-sections.ts';
import { measureMemory } from './memory.ts';
import { measureOpenings, type Input, type Openings } from './openings.ts';
import { printActs, printOpenings } from './print-results.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: process.env['CORPUS_DIR'] ?? '' },
    runs: { type: 'string', default: '9' },
    xsl: { type: 'string' },
    gate: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    acts: { type: 'boolean', default: false },
    turns: { type: 'string', default: '5' },
    cheap: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

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
].filter(({ name }) => name.includes(values.only));

/** For the acts besides: what is hard to show stands behind the ordinary sections. */
const hard: Input = {
  name: 'hard-10mb.xml',
  bytes: Buffer.from(generateLargeCcd(10_000_000, hardSections)),
  targets: {},
};

/** Openings of the first look, and of the second where the first missed something. */
const CHEAP_RUNS = [9, 15];

/**
 * Openings until the code of page and worker is compiled. A small document's first takes ten times longer than its
 * fifth; of a large one the first compiles nearly all.
 */
const warmUpsFor = ({ bytes }: Input): number => (bytes.length < 1_000_000 ? 6 : 2);

const bench = await openBenchPage({ inputs: [...inputs, hard], sheets: values.xsl });
const missed = values.cheap ? await measureCheaply() : await measureAll();
await bench.close();
for (const sentence of missed) console.log(`missed: ${sentence}`);
if ((values.gate || values.cheap) && missed.length > 0) process.exitCode = 1;

async function measureAll(): Promise<readonly string[]> {
  const rows: Openings[] = [];
  for (const input of inputs) {
    const openings = await measureOpenings(bench, input, {
      runs: Number(values.runs),
      warmUps: warmUpsFor(input),
      xslt: values.xsl !== undefined,
    });
    printOpenings(openings);
    rows.push(openings);
  }
  const acts: Act[] = [];
  for (const { name } of values.acts ? [...inputs, hard] : []) {
    const done = await measureActs(bench, name, Number(values.turns));
    printActs(name, done);
    acts.push(...done);
  }
  const [first, second = first] = inputs;
  const memory =
    values.memory && second !== undefined ? await measureMemory(bench, second.name) : undefined;
  if (memory !== undefined)
    console.log(`memory after 5: ${memory.after5}, after 50: ${memory.after50} bytes`);
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/cda.json', JSON.stringify({ rows, acts, memory }, undefined, 2));
  return [...rows.flatMap((row) => missedOpenings(row, noSlack)), ...missedActs(acts, noSlack)];
}

async function measureCheaply(): Promise<readonly string[]> {
  const missedAtLast: string[] = [];
  for (const input of inputs) {
    let left: readonly string[] = [];
    for (const runs of CHEAP_RUNS) {
      const openings = await measureOpenings(bench, input, {
        runs,
        warmUps: warmUpsFor(input),
        xslt: false,
      });
      printOpenings(openings);
      left = missedOpenings(openings, busySlack);
      if (left.length === 0) break;
    }
    missedAtLast.push(...left);
  }
  return missedAtLast;
}
