/** The app in frames of another site, whose storage the browser refuses. */
import type { BrowserContext, Cookie, Frame, Page } from '@playwright/test';
import { ada, isChartOf, nothingIsShown, tim, timIsOpen } from './actions/children.ts';
import { frameOf, versionNames, versions } from './actions/ehr.ts';
import { chartIsOpen, openDocument } from './actions/open-chart.ts';
import { refuseStorage } from './actions/refuse-storage.ts';
import { signOut } from './actions/sign-out.ts';
import { expectTraffic, opened, tokenCalls } from './actions/traffic.ts';
import { expect, test, type CreatedSession } from './fixtures.ts';

const hour = 3_600_000;

/** The EHR's page with these charts in frames, on another site than the app. */
const chartsAt = (ehr: string, ...sessions: readonly CreatedSession[]): string =>
  `${ehr}/charts?${sessions.map(({ id }) => `session=${id}`).join('&')}`;

/** The frame itself, whatever document is in it. */
async function frameElement(page: Page, patient: string): Promise<Frame> {
  const element = await page.getByTitle(`Dossier: ${patient}`).elementHandle();
  const frame = await element?.contentFrame();
  if (frame === null || frame === undefined) throw new Error(`There is no frame of ${patient}.`);
  return frame;
}

const nameOf = (frame: Frame): Promise<string> => frame.evaluate(() => window.name);

/** Reloads the frame after its name was changed, as a foreign document in it could have done. */
async function reloadNamed(frame: Frame, name: string): Promise<void> {
  await frame.evaluate((value) => {
    window.name = value;
    location.reload();
  }, name);
}

const keyCookies = async (context: BrowserContext): Promise<readonly Cookie[]> =>
  (await context.cookies()).toSorted((a, b) => a.name.localeCompare(b.name));

test.beforeEach(async ({ context }) => refuseStorage(context));

for (const version of versions) {
  test(`situation 23: the chart opens in a frame without storage, and a reload finds it with its document (${versionNames[version]})`, async ({
    page,
    context,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion: version });
    await page.goto(chartsAt(addresses.ehrOtherSite, session));
    const app = frameOf(page, tim.name);
    await timIsOpen(app);
    const frame = await frameElement(page, tim.name);
    expect(new URL(frame.url()).hostname).not.toBe(new URL(page.url()).hostname);
    await expect(frame.evaluate(() => sessionStorage.length)).rejects.toThrow('refused');

    await frame.evaluate(() => location.reload());
    await isChartOf(app, tim, ada);
    await expect(app.getByRole('main')).toHaveAccessibleName(tim.document);
    await expect(app.getByTitle(tim.document)).toBeVisible();
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: {
        ...opened,
        Patient: 2,
        DiagnosticReport: 2,
        DocumentReference: 2,
        Binary: 2,
        ehr: 1,
      },
    });

    const [cookie, ...others] = await keyCookies(context);
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({
      path: '/',
      secure: true,
      sameSite: 'None',
      partitionKey: new URL(addresses.ehrOtherSite).origin.replace(/:\d+$/, ''),
    });
    expect(cookie?.name).toMatch(/^__Secure-dossier-[0-9a-f]{24}$/);
    expect(cookie?.value).toMatch(/^[0-9a-f]{64}\.\d+$/);
    const life = async () => ((await keyCookies(context))[0]?.expires ?? 0) * 1000 - Date.now();
    expect(await life()).toBeLessThanOrEqual(2 * hour);
    expect(await life()).toBeGreaterThan(hour);
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await expect.poll(life).toBeLessThanOrEqual(hour / 2);
  });
}

test('a reload an hour later finds the chart, and one after that the renewed token', async ({
  page,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim', rotateRefreshTokens: true });
  await page.clock.install();
  await page.goto(chartsAt(addresses.ehrOtherSite, session));
  const app = frameOf(page, tim.name);
  await timIsOpen(app);
  const frame = await frameElement(page, tim.name);
  for (const passed of [1, 2]) {
    // Of a machine that slept: the clocks go on, no timer runs.
    await sandbox.advance(session, hour);
    await page.clock.setSystemTime(Date.now() + passed * hour);
    await frame.evaluate(() => location.reload());
    await isChartOf(app, tim, ada);
    await expect(app.getByRole('main')).toHaveAccessibleName(tim.document);
    await expect(app.getByTitle(tim.document)).toBeVisible();
    const calls = tokenCalls(await sandbox.requests(session));
    expect(calls).toEqual(['code', ...Array.from({ length: passed }, () => 'refresh')]);
  }
});

test('two charts in one page keep their patients; signing out of one leaves the other, and nothing of itself', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const ofTim = await sandbox.createSession({ chart: 'child-tim' });
  const ofAda = await sandbox.createSession({ chart: 'child-ada' });
  await page.goto(chartsAt(addresses.ehrOtherSite, ofTim, ofAda));
  const left = frameOf(page, tim.name);
  const right = frameOf(page, ada.name);
  await isChartOf(left, tim, ada);
  await isChartOf(right, ada, tim);
  const [leftFrame, rightFrame] = [
    await frameElement(page, tim.name),
    await frameElement(page, ada.name),
  ];
  expect(await keyCookies(context)).toHaveLength(2);

  await signOut(left);
  await nothingIsShown(left);
  expect(await nameOf(leftFrame)).toBe('');
  const [kept, ...others] = await keyCookies(context);
  expect(others).toEqual([]);
  await rightFrame.evaluate(() => location.reload());
  await isChartOf(right, ada, tim);
  await openDocument(right, ada.document, 'HTML');

  await signOut(right);
  expect(await nameOf(rightFrame)).toBe('');
  expect(await keyCookies(context)).toEqual([]);
  expect(kept?.name).toMatch(/^__Secure-dossier-/);
  for (const session of [ofTim, ofAda]) {
    expect(tokenCalls(await sandbox.requests(session))).toEqual(['code']);
  }
});

test('the authorization server’s page in the frame can read no state, and what it puts there in its place is refused', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const ehr = addresses.subPathEhr.replace('127.0.0.1', 'localhost');
  const session = await sandbox.createSubPathSession({
    chart: 'child-tim',
    persona: 'patient',
    launch: 'ehr',
  });
  const exchanges: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/token')) exchanges.push(request.url());
  });
  await page.goto(chartsAt(ehr, session));
  const app = frameOf(page, tim.name);
  await expect(app.getByRole('button', { name: 'Approve' })).toBeVisible();
  const frame = await frameElement(page, tim.name);
  const [cookie] = await keyCookies(context);
  expect(cookie?.path).toBe(new URL(addresses.appInSubPath).pathname);

  const seen = await frame.evaluate(() => ({ name: window.name, cookie: document.cookie }));
  expect(seen.cookie).toBe('');
  expect(seen.name).toMatch(/^dossier:[A-Za-z0-9+/]+=*$/);
  const inside = Buffer.from(seen.name.slice('dossier:'.length), 'base64').toString('latin1');
  for (const clear of [seen.name, inside]) {
    expect(clear).not.toMatch(/codeVerifier|tokenUri|serverUrl|dossier"|127\.0\.0\.1|4711020/);
    expect(clear).not.toContain(session.id);
  }

  await frame.evaluate(() => {
    window.name = 'sign-in';
  });
  await app.getByRole('button', { name: 'Approve' }).click();
  await expect(app.getByRole('alert')).toContainText('What this frame kept of the sign-in');
  await expect(app.getByRole('alert')).toContainText('Open the chart again');
  await nothingIsShown(app);
  expect(exchanges).toEqual([]);

  await page.reload();
  await app.getByRole('button', { name: 'Approve' }).click();
  await chartIsOpen(app);
  const opened = await nameOf(await frameElement(page, tim.name));
  const token = /at-[0-9a-f]{20}|rt-[0-9a-f]{20}|4711020|patient/;
  expect(opened + Buffer.from(opened.slice(8), 'base64').toString('latin1')).not.toMatch(token);
});

test('a name that was emptied, replaced or is an older one is refused in words, and the right one opens again', async ({
  page,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await page.goto(chartsAt(addresses.ehrOtherSite, session));
  const app = frameOf(page, tim.name);
  await chartIsOpen(app);
  const frame = await frameElement(page, tim.name);
  const older = await nameOf(frame);
  await openDocument(app, tim.document, 'HTML');
  await expect.poll(() => nameOf(frame)).not.toBe(older);
  const newest = await nameOf(frame);
  const forged = `${newest.slice(0, -6)}AAAA==`;
  for (const name of [older, forged, '', 'chart-frame']) {
    await reloadNamed(frame, name);
    await expect(app.getByRole('alert'), name).toContainText('What this frame kept');
    await nothingIsShown(app);
  }
  await expect(app.getByRole('link', { name: 'To the front page' })).toBeVisible();
  await reloadNamed(frame, newest);
  await isChartOf(app, tim, ada);
  expect(tokenCalls(await sandbox.requests(session))).toEqual(['code']);
});

test('a second launch in the frame takes the place of the first, key and all', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const first = await sandbox.createSession({ chart: 'child-tim' });
  const second = await sandbox.createSession({ chart: 'child-ada' });
  await page.goto(chartsAt(addresses.ehrOtherSite, first));
  const app = frameOf(page, tim.name);
  await isChartOf(app, tim, ada);
  const frame = await frameElement(page, tim.name);
  const formerAddress = frame.url();
  const [former] = await keyCookies(context);
  await frame.goto(second.launchUrl);
  await isChartOf(app, ada, tim);
  const [present, ...others] = await keyCookies(context);
  expect(others).toEqual([]);
  expect(present?.name).not.toBe(former?.name);
  await frame.goto(formerAddress);
  await expect(app.getByRole('alert')).toContainText('Open the chart again');
  await nothingIsShown(app);
});

test('words say what to do where the browser refuses cookies too, and the link leads to the chart', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  await refuseStorage(context, { cookies: true });
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await page.goto(chartsAt(addresses.ehrOtherSite, session));
  const app = frameOf(page, tim.name);
  await expect(app.getByRole('alert')).toContainText('storage');
  await expect(app.getByRole('alert')).toContainText('in a tab of its own');
  expect(tokenCalls(await sandbox.requests(session))).toEqual([]);
  const opening = page.waitForEvent('popup');
  await app.getByRole('link', { name: 'Open in a tab of its own' }).click();
  await timIsOpen(await opening);
  expect(await context.cookies()).toEqual([]);
});
