/** What a tab keeps of a launch, and what the next launch in it finds: other people's things never. */
import type { Page } from '@playwright/test';
import { ada, isChartOf, nothingIsShown, tim } from './actions/children.ts';
import { frameOf } from './actions/ehr.ts';
import { duplicateTab } from './actions/duplicate-tab.ts';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { chooseAndSignIn } from './actions/sign-in.ts';
import { signOut } from './actions/sign-out.ts';
import { expect, test } from './fixtures.ts';

const kept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Object.keys(sessionStorage).toSorted());

/** Signs in for the children, without leave to renew the session, and chooses one of them. */
async function signInFor(page: Page, child: typeof tim): Promise<void> {
  await chooseAndSignIn(page, /./);
  await page.getByRole('radio', { name: child.name }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('checkbox', { name: /online_access/ }).uncheck();
  await page.getByRole('button', { name: 'Approve' }).click();
}

test('signing in again for another patient deletes what the ended session left, before anything is shown', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim', persona: 'proxy' });
  await page.clock.install();
  await page.goto(session.launchUrl);
  await signInFor(page, tim);
  await chartIsOpen(page);
  await openDocument(page, tim.document, 'HTML');
  const [former = ''] = await kept(page);
  await sandbox.advance(session, 571_000);
  await page.clock.fastForward(571_000);
  await page.getByRole('link', { name: 'Sign in again' }).first().click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await signInFor(page, ada);
  await isChartOf(page, ada, tim);
  await expect(page.getByRole('main')).toHaveAccessibleName('No document is open');
  await expect(page).toHaveURL(/\?state=[0-9a-f]{32}$/);
  expect(await kept(page)).toEqual([new URL(page.url()).searchParams.get('state')]);
  expect(await kept(page)).not.toContain(former);
});

test('signing out of a tab signs its duplicate out too, and leaves nothing in either', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  const duplicate = await duplicateTab(page);
  await isChartOf(duplicate, tim, ada);
  await signOut(page);
  await expect(duplicate.getByRole('heading', { name: 'Signed out' })).toBeVisible();
  for (const tab of [page, duplicate]) {
    await nothingIsShown(tab);
    await expect(tab).toHaveURL(/#signed-out$/);
    await expect.poll(() => kept(tab)).toEqual([]);
  }
});

test('a duplicate that is signed out without a network keeps nothing, also after Back', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  const duplicate = await duplicateTab(page);
  await isChartOf(duplicate, tim, ada);
  await openDocument(duplicate, tim.document, 'HTML');
  await page.context().setOffline(true);
  await signOut(page);
  await expect(duplicate.getByRole('heading', { name: 'Signed out' })).toBeVisible();
  await nothingIsShown(duplicate);
  await duplicate.evaluate(() => history.back());
  await expect(duplicate).not.toHaveURL(/#signed-out$/);
  expect(await kept(duplicate)).toEqual([]);
  expect(await kept(page)).toEqual([]);
});

test('a second launch in one of two frames that share a storage deletes the first of that frame alone', async ({
  page,
  sandbox,
  addresses,
}) => {
  const [ofTim, ofAda, next] = [
    await sandbox.createSession({ chart: 'child-tim' }),
    await sandbox.createSession({ chart: 'child-ada' }),
    await sandbox.createSession({ chart: 'child-tim' }),
  ];
  await page.goto(`${addresses.ehr}/charts?session=${ofTim.id}&session=${ofAda.id}`);
  const left = frameOf(page, tim.name);
  const right = frameOf(page, ada.name);
  await isChartOf(left, tim, ada);
  await isChartOf(right, ada, tim);
  const stateOf = async (child: typeof tim) => {
    const element = await page.getByTitle(`Dossier: ${child.name}`).elementHandle();
    const frame = await element?.contentFrame();
    return {
      frame,
      state: new URL(frame?.url() ?? '').searchParams.get('state') ?? '',
    };
  };
  const first = await stateOf(tim);
  const beside = await stateOf(ada);
  await openDocument(left, tim.document, 'HTML');
  await first.frame?.goto(next.launchUrl);
  await isChartOf(left, tim, ada);
  const second = await stateOf(tim);
  const keys = await second.frame?.evaluate(() => Object.keys(sessionStorage).toSorted());
  expect(keys).toEqual([beside.state, second.state].toSorted());
  await beside.frame?.evaluate(() => location.reload());
  await isChartOf(right, ada, tim);
});
