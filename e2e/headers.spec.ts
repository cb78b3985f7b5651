/** The headers and policies that the browser really gets, and what the page adds to them at launch. */
import type { Request } from '@playwright/test';
import { parseConfig } from '../src/config/parse-config.ts';
import { securityHeaders, type ResponseKind } from '../src/config/security-headers.ts';
import { openChart, openDocument } from './actions/open-chart.ts';
import { expect, test } from './fixtures.ts';

/** What the page's files are, by their addresses. */
function kindOf(path: string): ResponseKind {
  if (path === '' || path.endsWith('.html')) return 'document';
  if (path === 'config.json') return 'config';
  return /[.-]worker[.-].*\.m?js$/.test(path) ? 'worker' : 'asset';
}

for (const where of ['app', 'appInSubPath'] as const) {
  test(`every file of the ${where === 'app' ? 'app' : 'app in a sub-path'} that a chart loads comes with its header set`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const app = addresses[where];
    const written: unknown = await (await page.request.get(`${app}config.json`)).json();
    const config = parseConfig(written);
    if (!config.ok) throw new Error('the configuration is wrong');
    const seen = new Map<ResponseKind, number>();
    const wrong: string[] = [];
    page.on('response', (response) => {
      const url = new URL(response.url());
      if (!url.href.startsWith(app)) return;
      const kind = kindOf(url.href.slice(app.length).replace(/[?#].*$/, ''));
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      const headers = response.headers();
      for (const [name, value] of Object.entries(securityHeaders(config.value, kind)))
        if (headers[name.toLowerCase()] !== value) wrong.push(`${name} of ${url.pathname}`);
    });
    const create = where === 'app' ? sandbox.createSession : sandbox.createSubPathSession;
    await openChart(page, await create({ chart: 'child-tim' }));
    await openDocument(page, 'Well Child Visit', 'PDF');
    await openDocument(page, 'Summary of Care', 'XML');
    expect(wrong).toEqual([]);
    expect([...seen.keys()].toSorted()).toEqual(['asset', 'config', 'document', 'worker']);
  });
}

test('a launch narrows the page to its own servers: what the header still allows is refused', async ({
  page,
  sandbox,
  addresses,
  violations,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  const reach = (url: string) =>
    page.evaluate(
      (address) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'sent',
          () => 'refused',
        ),
      url,
    );
  const other = `${new URL(session.iss).origin}/r4/another-tenant/metadata`;
  expect(await reach(other)).toBe('refused');
  expect(await reach(`${addresses.storage}/x`)).toBe('refused');
  expect(await reach(`${session.iss}/metadata`)).toBe('sent');
  expect((await sandbox.requests(session)).filter(({ origin }) => origin === 'storage')).toEqual(
    [],
  );
  // They were wanted; the storage host is outside of both policies.
  const told = violations.ours.splice(0).map(({ directive }) => directive);
  expect(new Set(told)).toEqual(new Set(['connect-src']));
});

test('markup as text is refused by the page, and no further policy can be made', async ({
  page,
  sandbox,
  violations,
}) => {
  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
  const outcomes = await page.evaluate(() => {
    const tried = (act: () => unknown): string => {
      try {
        act();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    const types: unknown = Reflect.get(globalThis, 'trustedTypes');
    return [
      tried(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      tried(() => new DOMParser().parseFromString('<a/>', 'text/xml')),
      tried(() => Reflect.get(Object(types), 'createPolicy').call(types, 'another', {})),
      tried(() => new Worker('/assets/x.js')),
    ];
  });
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
  await expect
    .poll(() => violations.ours.filter(({ directive }) => directive.includes('trusted')).length)
    .toBeGreaterThanOrEqual(outcomes.length);
  violations.ours.length = 0;
});

test('no request of the app tells where it came from', async ({ page, context, sandbox }) => {
  const asked: Request[] = [];
  context.on('requestfinished', (request) => asked.push(request));
  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
  await openDocument(page, 'Well Child Visit', 'HTML');
  const referers = await Promise.all(
    asked.map(async (request) => ({
      to: request.url(),
      from: (await request.allHeaders())['referer'] ?? '',
    })),
  );
  expect(referers.length).toBeGreaterThan(10);
  expect(referers.filter(({ from }) => from !== '')).toEqual([]);
});
