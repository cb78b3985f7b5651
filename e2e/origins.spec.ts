/** Who is asked, who gets the token, and what stays in the browser. */
import type { LoggedRequest } from '../sandbox/session.ts';
import { versionNames, versions } from './actions/ehr.ts';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { visitedOrigins } from './actions/visited-origins.ts';
import { expect, test } from './fixtures.ts';

/** Method and path of each request, the session's base and the search left out, once each, sorted. */
function asked(requests: readonly LoggedRequest[], base: string): readonly string[] {
  const path = new URL(base).pathname;
  const lines = requests.map(({ method, url }) => {
    const { pathname } = new URL(url, base);
    return `${method} ${pathname.startsWith(`${path}/`) ? pathname.slice(path.length) : pathname}`;
  });
  return [...new Set(lines)].toSorted();
}

for (const version of versions) {
  test(`a chart on ${versionNames[version]}, a document and a summary ask these servers for these things`, async ({
    page,
    context,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion: version,
      ccdSeconds: 0,
    });
    const origins = visitedOrigins(context);
    await openChart(page, session);
    await openDocument(page, 'Well Child Visit', 'HTML');
    await openDocument(page, 'Well Child Visit', 'PDF');
    await page.getByRole('searchbox', { name: 'Search documents' }).fill('');
    await page.getByRole('button', { name: 'New summary (CCD)' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('button', { name: /^XML, Summary, / }).click();
    await expect(page.getByRole('main')).toHaveAccessibleName(/^Summary, /);
    await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();

    const requests = await sandbox.requests(session);
    const to = (origin: LoggedRequest['origin']) =>
      requests.filter((request) => request.origin === origin);
    const withToken = requests.filter(({ authorization }) => authorization);
    const preflights = requests.filter(({ method }) => method === 'OPTIONS');
    const tenant = `/tenants/${session.id}/fhir/${version}`;
    const resources = [
      '/Binary/$autogen-ccd-if',
      '/Binary/TR-610101',
      '/Binary/XR-610101',
      '/DiagnosticReport',
      '/DocumentReference',
      '/DocumentReference/$docref',
      '/Patient/4711020',
    ];
    const discovery = ['GET /.well-known/smart-configuration', 'GET /metadata'];
    const gets = resources.map((path) => `GET ${path}`);
    const options = resources.map((path) => `OPTIONS ${path}`);
    expect(asked(to('fhir'), session.iss)).toEqual([...discovery, ...gets, ...options].toSorted());
    expect(asked(to('authorization'), session.iss)).toEqual([
      `GET ${tenant}/authorize`,
      `POST ${tenant}/token`,
    ]);
    expect(to('storage')).toEqual([]);
    expect(to('ehr')).toEqual([]);

    expect(asked(withToken, session.iss)).toEqual(gets.toSorted());
    expect(new Set(withToken.map(({ origin }) => origin))).toEqual(new Set(['fhir']));
    const base = new URL(session.iss).pathname;
    expect(withToken.filter(({ url }) => !url.startsWith(`${base}/`))).toEqual([]);
    expect(asked(preflights, session.iss)).toEqual(options.toSorted());
    expect(origins).toEqual(
      new Set([new URL(addresses.app).origin, addresses.fhir, addresses.authorization]),
    );
  });
}

test.describe('the browser', () => {
  const ofTim = /Grant|Tim\b|4711020|10006201|2015|Well Child|610101|Influenza|Okoro/;

  test('keeps this launch’s state and open documents for the tab, and nothing else', async ({
    page,
    context,
    sandbox,
  }) => {
    await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
    await openDocument(page, 'Well Child Visit', 'HTML');
    const state = new URL(page.url()).searchParams.get('state') ?? '';
    const kept = await page.evaluate(async () => ({
      session: Object.fromEntries(Object.entries(sessionStorage)),
      local: Object.entries(localStorage),
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      windowName: window.name,
      cookie: document.cookie,
    }));
    const { session, ...others } = kept;
    expect(Object.keys(session).toSorted()).toEqual([state, `${state}.open`]);
    expect(others).toEqual({
      local: [],
      databases: [],
      caches: [],
      workers: 0,
      windowName: '',
      cookie: '',
    });
    expect(await context.cookies()).toEqual([]);
    const record: unknown = JSON.parse(session[state] ?? '');
    expect(Object.keys(Object(record)).toSorted()).toEqual(
      [
        'authorizeUri',
        'clientId',
        'codeChallengeMethods',
        'completeInTarget',
        'dossier',
        'expiresAt',
        'key',
        'redirectUri',
        'registrationUri',
        'scope',
        'serverUrl',
        'tokenResponse',
        'tokenUri',
      ].toSorted(),
    );
    expect(session[state]).not.toMatch(/Grant|10006201|Well Child|610101/);
  });

  test('shows no patient in address, title, history or console', async ({ page, sandbox }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
    for (const format of ['HTML', 'PDF']) {
      await openDocument(page, 'Well Child Visit', format);
      await expect(page).toHaveURL(/\/\?state=[0-9a-f]{32}#[0-9a-f]{12}$/);
      await expect(page).toHaveTitle('Dossier');
    }
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toMatch(ofTim);
    expect(said.join('\n')).not.toMatch(ofTim);
  });

  test('keeps a theme that was chosen, which names nobody', async ({ page, sandbox }) => {
    await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    const local = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(local).toContain('dark');
    expect(local).not.toMatch(ofTim);
    await page.reload();
    await chartIsOpen(page);
    const scheme = await page.evaluate(
      () => getComputedStyle(document.documentElement).colorScheme,
    );
    expect(scheme).toBe('dark');
  });
});
