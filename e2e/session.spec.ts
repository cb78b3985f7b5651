/** A session over time: renewed in good time, renewed once where it was refused, ended in words. */
import type { Page } from '@playwright/test';
import type { LoggedRequest } from '../sandbox/session.ts';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { chooseAndSignIn } from './actions/sign-in.ts';
import { expect, test, type CreatedSession, type SandboxClient } from './fixtures.ts';

const minute = 60_000;
/** Later than a minute before the end of a token that lives 570 seconds, and earlier than its end. */
const almostOver = 515_000;
const over = 571_000;

const grants = (requests: readonly LoggedRequest[]) =>
  requests.flatMap(({ grantType }) => (grantType === undefined ? [] : [grantType]));

const refused = (requests: readonly LoggedRequest[]) =>
  requests.filter(({ status }) => status === 401);

/** Time passes for the server, and for the page where its clock was taken over. */
async function pass(
  page: Page,
  sandbox: SandboxClient,
  session: CreatedSession,
  milliseconds: number,
): Promise<void> {
  await sandbox.advance(session, milliseconds);
  await page.clock.fastForward(milliseconds);
}

const heading = (page: Page) => page.getByRole('heading', { name: 'Tim Grant', level: 1 });

test('a token is renewed ahead of its end, so that no request is refused', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await page.clock.install();
  await openChart(page, session);
  await pass(page, sandbox, session, almostOver);
  await openDocument(page, 'Well Child Visit', 'HTML');
  await pass(page, sandbox, session, almostOver);
  await openDocument(page, 'Well Child Visit', 'PDF');
  const requests = await sandbox.requests(session);
  expect(grants(requests)).toEqual(['authorization_code', 'refresh_token', 'refresh_token']);
  expect(refused(requests)).toEqual([]);
});

test('a server that gives a new refresh token each time is followed', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({ chart: 'child-tim', rotateRefreshTokens: true });
  await page.clock.install();
  await openChart(page, session);
  await pass(page, sandbox, session, almostOver);
  await openDocument(page, 'Well Child Visit', 'HTML');
  await page.reload();
  await chartIsOpen(page);
  await pass(page, sandbox, session, almostOver);
  await openDocument(page, 'Well Child Visit', 'PDF');
  expect(refused(await sandbox.requests(session))).toEqual([]);
});

test('a token that the server has forgotten is renewed once, and the request made again', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  await sandbox.advance(session, over);
  await openDocument(page, 'Well Child Visit', 'HTML');
  await expect(page.getByTitle('Well Child Visit, 11 Years')).toBeVisible();
  const requests = await sandbox.requests(session);
  expect(grants(requests)).toEqual(['authorization_code', 'refresh_token']);
  const document = requests.filter(
    ({ method, url }) => method === 'GET' && url.includes('/Binary/'),
  );
  expect(document.map(({ status }) => status)).toEqual([401, 200]);
});

test('requests refused together share one renewal', async ({ page, sandbox }) => {
  const paths = ['Patient', 'DiagnosticReport', 'DocumentReference'];
  const session = await sandbox.createSession({
    chart: 'child-tim',
    faults: paths.map((path) => ({ name: '401', on: `GET ${path}`, times: 1 })),
  });
  await openChart(page, session);
  await expect(heading(page)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  const requests = await sandbox.requests(session);
  expect(refused(requests)).toHaveLength(3);
  expect(grants(requests)).toEqual(['authorization_code', 'refresh_token']);
});

test('a request refused after the renewal too is said, and not tried for ever', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({
    chart: 'child-tim',
    faults: [{ name: '401', on: 'GET Binary' }],
  });
  await openChart(page, session);
  await openDocument(page, 'Well Child Visit', 'HTML');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(heading(page)).toBeVisible();
  const requests = await sandbox.requests(session);
  expect(refused(requests)).toHaveLength(2);
  expect(grants(requests)).toEqual(['authorization_code', 'refresh_token']);
});

test('a renewal that fails for the moment leaves the token in use', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({
    chart: 'child-tim',
    faults: [{ name: '500', on: 'POST token/refresh', times: 1 }],
  });
  await page.clock.install();
  await openChart(page, session);
  await pass(page, sandbox, session, almostOver);
  await openDocument(page, 'Well Child Visit', 'HTML');
  await expect(page.getByTitle('Well Child Visit, 11 Years')).toBeVisible();
  await openDocument(page, 'Well Child Visit', 'PDF');
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  expect(grants(await sandbox.requests(session))).toEqual([
    'authorization_code',
    'refresh_token',
    'refresh_token',
  ]);
});

test.describe('a session that cannot be renewed', () => {
  test('ends in words; the open document stays for a while, then the chart is closed', async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      faults: [{ name: 'refreshRejected' }],
    });
    await page.clock.install();
    await openChart(page, session);
    await openDocument(page, 'Well Child Visit', 'HTML');
    const text = page.getByTitle('Well Child Visit, 11 Years').contentFrame();
    await expect(text.getByText('Influenza vaccine today.')).toBeVisible();
    await pass(page, sandbox, session, almostOver);
    await page.getByRole('button', { name: 'New summary (CCD)' }).click();
    await page.getByRole('button', { name: 'Create' }).click();

    const words = page.getByRole('alert').filter({ hasText: 'ended your session' });
    await expect(words).toContainText('An open document stays readable for 15 minutes');
    await expect(words).toContainText('open the chart again from the record system');
    await expect(text.getByText('Influenza vaccine today.')).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toMatch(
      /access_token|refresh_token|id_token/,
    );
    const before = (await sandbox.requests(session)).length;

    await page.clock.fastForward(15 * minute);
    await expect(page.getByRole('heading', { name: 'The chart is closed' })).toBeVisible();
    await nothingIsShown(page);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Open the chart again');
    await nothingIsShown(page);
    expect(await sandbox.requests(session)).toHaveLength(before);
  });

  test('says at a document opened afterwards that the session has ended', async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      faults: [{ name: 'refreshRejected' }],
    });
    await openChart(page, session);
    await sandbox.advance(session, over);
    await openDocument(page, 'Well Child Visit', 'HTML');
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'Your session has ended.',
    );
    await expect(page.getByRole('alert').filter({ hasText: 'ended your session' })).toBeVisible();
  });

  test('because that was not allowed ends on time, and leads back to the sign-in', async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', persona: 'patient' });
    await page.clock.install();
    await page.goto(session.launchUrl);
    await chooseAndSignIn(page, /Tim/);
    await page.getByRole('checkbox', { name: /online_access/ }).uncheck();
    await page.getByRole('button', { name: 'Approve' }).click();
    await chartIsOpen(page);
    await openDocument(page, 'Well Child Visit', 'HTML');
    await pass(page, sandbox, session, over);

    const words = page.getByRole('alert').filter({ hasText: 'Your session has ended.' });
    await expect(words).toContainText('An open document stays readable for 2 minutes');
    await expect(page.getByTitle('Well Child Visit, 11 Years')).toBeVisible();
    await words.getByRole('link', { name: 'Sign in again' }).click();
    await chooseAndSignIn(page, /Tim/);
    await page.getByRole('button', { name: 'Approve' }).click();
    await chartIsOpen(page);
    await expect(heading(page)).toBeVisible();
  });
});

async function nothingIsShown(page: Page): Promise<void> {
  await expect(page.getByText(/Grant|Well Child/)).toHaveCount(0);
  await expect(page.getByRole('grid')).toHaveCount(0);
}
