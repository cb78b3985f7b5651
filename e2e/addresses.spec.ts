/** Links of a list that try to lead elsewhere: refused in words, and nobody but the launch's server sees the token. */
import type { Page } from '@playwright/test';
import { openChart } from './actions/open-chart.ts';
import { expect, test, type CreatedSession } from './fixtures.ts';

const patientId = '4711020';

/** Ways of writing an address that begins like the launch's base, or hides where it leads. */
function tricks(iss: string, elsewhere: string): readonly { title: string; url: string }[] {
  const { host, pathname, origin } = new URL(iss);
  const foreign = new URL(elsewhere).host;
  return [
    { title: 'another origin', url: `${elsewhere}${pathname}/Binary/1` },
    {
      title: 'another port',
      url: `${iss.replace(/:\d+/, `:${new URL(elsewhere).port}`)}/Binary/1`,
    },
    { title: 'the base as a user', url: `http://${host}@${foreign}${pathname}/Binary/1` },
    { title: 'a user at the base', url: `http://user:word@${host}${pathname}/Binary/1` },
    { title: 'the base as a prefix', url: `http://${host.replace(/:\d+/, '')}.evil.test/Binary/1` },
    { title: 'dots', url: `${iss}/../../logout` },
    { title: 'encoded dots', url: `${iss}/%2e%2e/%2e%2e/logout` },
    { title: 'an encoded slash', url: `${iss}/..%2f..%2flogout` },
    { title: 'a backslash', url: `${origin}\\..\\logout` },
    { title: 'another tenant', url: `${iss}-2/Binary/1` },
    { title: 'no scheme', url: `//${foreign}${pathname}/Binary/1` },
    { title: 'a script', url: 'javascript:fetch(1)' },
    { title: 'data', url: 'data:text/html,<p>made up</p>' },
    { title: 'a file', url: 'file:///etc/passwd' },
    { title: 'a tab', url: `${iss}/Bin\tary/1` },
  ];
}

async function serveLinks(
  page: Page,
  session: CreatedSession,
  links: ReturnType<typeof tricks>,
): Promise<void> {
  await page.route('**/DocumentReference?**', async (route) => {
    const response = await route.fetch();
    const entry = links.map(({ title, url }, at) => ({
      fullUrl: `${session.iss}/DocumentReference/trick-${at}`,
      resource: {
        resourceType: 'DocumentReference',
        id: `trick-${at}`,
        status: 'current',
        description: `Link with ${title}`,
        type: { text: `Link with ${title}` },
        subject: { reference: `Patient/${patientId}` },
        date: '2026-01-02T10:00:00Z',
        content: [{ attachment: { contentType: 'text/plain', url, title: `Link with ${title}` } }],
      },
    }));
    await route.fulfill({
      response,
      json: { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry },
    });
  });
}

test('links that lead elsewhere are refused in words, and the token goes to the base alone', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  test.slow();
  const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion: 'r4' });
  const links = tricks(session.iss, addresses.storage);
  await serveLinks(page, session, links);
  const withToken: string[] = [];
  const asked: string[] = [];
  context.on('request', (request) => {
    asked.push(request.url());
    if (request.headers()['authorization'] !== undefined) withToken.push(request.url());
  });
  await openChart(page, session);
  const search = page.getByRole('searchbox', { name: 'Search documents' });
  for (const { title } of links) {
    await search.fill(`Link with ${title}`);
    await page
      .getByRole('button', { name: new RegExp(`^Text, Link with ${title}`) })
      .first()
      .click();
    const main = page.getByRole('main');
    await expect(main).toHaveAccessibleName(`Link with ${title}`);
    await expect(main.getByRole('alert'), title).toContainText('that this app may ask');
  }
  expect(withToken.length).toBeGreaterThan(0);
  expect(withToken.filter((url) => !url.startsWith(`${session.iss}/`))).toEqual([]);
  expect(asked.filter((url) => /\/Binary\/|logout|evil|passwd/.test(url))).toEqual([]);
  const requests = await sandbox.requests(session);
  expect(
    new Set(requests.filter((each) => each.authorization).map(({ origin }) => origin)),
  ).toEqual(new Set(['fhir']));
  for (const origin of ['storage', 'ehr'] as const)
    expect(requests.filter((each) => each.origin === origin)).toEqual([]);
});
