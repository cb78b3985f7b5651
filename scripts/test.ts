/**
 * Everything a change must pass, in one command: format, lint, types, unused code, unit tests, build, bundle
 * budget, e2e and speed in a real browser and, where CORPUS_DIR is set, the corpus suite, counted apart. Each check
 * counts as one, each test as one; the last line printed is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { findBrowser } from './browser.ts';
import { weigh } from './budget.ts';
import { outcomesOf, type BrowserReport } from './browser-report.ts';
import { buildApp } from './build-app.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

// Only the corpus suite is told of the corpus: its charts must not stand among those of the other tests.
const { CORPUS_DIR: corpus, ...everythingElse } = process.env;

const failures: string[] = [];
/** Browser tests that failed, were skipped, or ("flaky") passed at their second attempt only. */
const remarks: string[] = [];
let passed = 0;
let failed = 0;

function add(name: string, count: Count): void {
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) failures.push(`${name}: ${count.failed} failed`);
  console.log(`— ${name}: ${count.passed} passed, ${count.failed} failed\n`);
}

function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync('npx', ['--no-install', command, ...args], {
    stdio: 'inherit',
    env: { ...everythingElse, ...env },
    shell: process.platform === 'win32',
  });
  return result.status === 0;
}

const check = (name: string, good: boolean): void =>
  add(name, good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

function vitest(name: string, project: string, env: Record<string, string> = {}): void {
  const outputFile = resolve('test-results', `${project}.json`);
  rmSync(outputFile, { force: true });
  const good = run(
    'vitest',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${outputFile}`,
    ],
    env,
  );
  if (!existsSync(outputFile)) return check(name, false);
  const report = JSON.parse(readFileSync(outputFile, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    numPendingTests: number;
  };
  // A skipped test, or a file that fails outside its tests, fails the run: silence is not success.
  const lost = report.numFailedTests + report.numPendingTests;
  add(name, { passed: report.numPassedTests, failed: lost === 0 && !good ? 1 : lost });
}

function playwright(name: string, project: string, env: Record<string, string>): void {
  const outputFile = resolve('test-results', 'results.json');
  rmSync(outputFile, { force: true });
  const good = run('playwright', ['test', '--project', project], env);
  if (!existsSync(outputFile)) return check(name, false);
  const report = JSON.parse(readFileSync(outputFile, 'utf8')) as BrowserReport;
  const { stats } = report;
  for (const { test, status } of outcomesOf(report.suites))
    if (status !== 'expected') remarks.push(`${name}: ${status}: ${test}`);
  const lost = stats.unexpected + stats.skipped;
  add(name, { passed: stats.expected + stats.flaky, failed: lost === 0 && !good ? 1 : lost });
}

if (corpus !== undefined && !existsSync(corpus)) {
  console.error(`CORPUS_DIR is set, but there is no folder at ${corpus}.`);
  process.exit(1);
}

mkdirSync('test-results', { recursive: true });
const browser = await findBrowser((line) => console.log(line));
if (browser === undefined) {
  console.error(
    'No browser that starts was found. Install one and try again:\n  npx playwright install --with-deps chromium',
  );
  process.exit(1);
}

check('format', run('prettier', ['--check', '--log-level', 'warn', '.']));
check('lint', run('oxlint', ['--report-unused-disable-directives', '--deny-warnings']));
check('types', run('tsc', ['--noEmit']));
check('unused code', run('knip', []));
vitest('unit tests', 'unit');

const build = await buildApp('e2e').catch((error: unknown) => {
  console.error(error);
  return undefined;
});
check('build', build !== undefined);
if (build !== undefined) {
  for (const weight of await weigh(build)) {
    console.log(`${weight.name}: ${weight.total} of ${weight.limit} bytes of gzipped JavaScript`);
    for (const part of weight.parts)
      console.log(`  ${String(part.bytes).padStart(7)}  ${part.file}`);
    check(`budget, ${weight.name}`, weight.total <= weight.limit);
  }
  const env = {
    DOSSIER_E2E_BUILD: build,
    ...(browser.kind === 'installed' ? { CHROMIUM_PATH: browser.path } : {}),
  };
  playwright('e2e', 'e2e', env);
  const inputs = corpus === undefined ? {} : { CORPUS_DIR: resolve(corpus) };
  check('speed', run('tsx', ['bench/cda.ts', '--cheap'], { ...env, ...inputs }));
  if (corpus === undefined) {
    console.log('The corpus suite was not run: CORPUS_DIR is not set.\n');
  } else {
    console.log('The corpus suite, counted apart:');
    const before: Count = { passed, failed };
    vitest('corpus, parsing', 'corpus', { CORPUS_DIR: resolve(corpus) });
    playwright('corpus, in the browser', 'corpus', { ...env, CORPUS_DIR: resolve(corpus) });
    console.log(
      `Corpus suite: ${passed - before.passed} passed, ${failed - before.failed} failed\n`,
    );
  }
}

for (const line of [...remarks, ...failures]) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
