import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments } from './scripts/browser.ts';

const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/servers.ts',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // A second attempt keeps a busy machine from failing a change; `npm test` names whatever needed one.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    timezoneId: 'America/Chicago',
    locale: 'en-US',
    // Snapshots of every page cost a fifth of the time; in CI the page's words beside the failure must do.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
    launchOptions: {
      args: chromiumArguments,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts', testIgnore: '*.corpus.spec.ts' },
    { name: 'corpus', testMatch: '*.corpus.spec.ts' },
  ],
});
