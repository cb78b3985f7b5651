/**
 * Finds a browser that really starts: Playwright's own where it can be downloaded, else an installed
 * Chromium, else, as root on a Debian-like system, the system's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Flags for a Chromium of the system: root needs no-sandbox, machines without a GPU the rest. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Browser =
  { readonly kind: 'playwright' } | { readonly kind: 'installed'; readonly path: string };

const installedPaths = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
].filter((path): path is string => path !== undefined && path !== '');

/** A browser that opened a page just now, installing one if need be; undefined when there is none. */
export async function findBrowser(log: (line: string) => void): Promise<Browser | undefined> {
  if (await opensAPage({ kind: 'playwright' })) return { kind: 'playwright' };
  log('Downloading a browser for the tests…');
  run('npx', ['playwright', 'install', 'chromium'], 300_000);
  if (await opensAPage({ kind: 'playwright' })) return { kind: 'playwright' };
  const installed = await firstInstalled();
  if (installed !== undefined) return installed;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('Installing the system’s Chromium…');
    run('apt-get', ['update', '-qq'], 300_000);
    run('apt-get', ['install', '-y', '-qq', 'chromium'], 600_000);
    return await firstInstalled();
  }
  return undefined;
}

async function firstInstalled(): Promise<Browser | undefined> {
  for (const path of installedPaths) {
    const candidate: Browser = { kind: 'installed', path };
    if (existsSync(path) && (await opensAPage(candidate))) return candidate;
  }
  return undefined;
}

async function opensAPage(browser: Browser): Promise<boolean> {
  try {
    const running = await chromium.launch({
      args: chromiumArguments,
      timeout: 30_000,
      ...(browser.kind === 'installed' ? { executablePath: browser.path } : {}),
    });
    try {
      const page = await running.newPage();
      await page.setContent('<title>ready</title>');
      return (await page.title()) === 'ready';
    } finally {
      await running.close();
    }
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[], timeout: number): void {
  spawnSync(command, [...args], {
    stdio: 'ignore',
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
}
