/** Answers of the record system that are not what was asked for: told in words, and never asked for in a storm. */
import type { Locator, Page } from '@playwright/test';
import type { FaultName } from '../../sandbox/faults.ts';
import type { FhirVersion, LoggedRequest } from '../../sandbox/session.ts';
import { tim, timIsOpen } from '../actions/children.ts';
import { versionNames, versions } from '../actions/ehr.ts';
import { openChart, openDocument } from '../actions/open-chart.ts';
import { fhirGets } from '../actions/requests.ts';
import { expectTraffic, launched, opened, type Asked } from '../actions/traffic.ts';
import type { CreatedSession, SandboxClient } from '../fixtures.ts';
import { expect, test } from './situation.ts';

const documents = (page: Page): Locator => page.getByRole('region', { name: 'Documents' });
const alertOf = (part: Locator): Locator => part.getByRole('alert');
const reader = (page: Page): Locator => page.getByRole('main');
const words = (page: Page) =>
  page.getByTitle(tim.document).contentFrame().getByText('Influenza vaccine today.');
const once = (asked: Asked) => ({ tokenCalls: ['code'], asked }) as const;

/** Tim's visit note as HTML; the PDF of the same visit is another Binary. */
const note = 'GET Binary/TR-610101';

const envelopes: Readonly<Record<FhirVersion, string>> = {
  dstu2: 'application/json+fhir',
  r4: 'application/fhir+json',
};

/** How `Accept` and status of the requests for documents went. */
async function binaries(sandbox: SandboxClient, session: CreatedSession) {
  const seen: readonly LoggedRequest[] = fhirGets(await sandbox.requests(session), '/Binary/');
  return seen.map(({ accept, status }) => `${status} ${accept}`);
}

/** Opens a chart whose list, for what the server answers, may have no rows. */
async function launch(page: Page, { launchUrl }: CreatedSession): Promise<void> {
  await page.goto(launchUrl);
  await expect(page.getByRole('heading', { name: tim.name })).toBeVisible();
  await expect(documents(page)).not.toHaveAttribute('aria-busy', 'true');
}

for (const fhirVersion of versions) {
  const version = versionNames[fhirVersion];
  const tims = { chart: 'child-tim', fhirVersion } as const;

  test(`situation 35: reports are forbidden: that list says so, the rest works (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ ...tims, faults: [{ name: '403' }] });
    await openChart(page, session);
    const alert = alertOf(documents(page));
    await expect(alert).toContainText('Diagnostic reports could not be loaded');
    await expect(alert).toContainText('The list is incomplete');
    await expect(alert).toContainText('does not allow this');
    await openDocument(page, 'Well Child Visit', 'HTML');
    await expect(words(page)).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
  });

  test(`situation 36: a document is gone: words, another format, and the list anew (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ ...tims, faults: [{ name: '404', on: note }] });
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    const alert = alertOf(reader(page));
    await expect(alert).toContainText('does not have this document in this format');
    await alert.getByRole('button', { name: 'Load the list again' }).click();
    // The link that the new list gives is tried as well.
    const asked = { ...opened, DiagnosticReport: 2, DocumentReference: 2 };
    await expectTraffic(sandbox, session, once({ ...asked, Binary: 2 }));
    await expect(alert).toContainText('does not have this document in this format');
    await alert.getByRole('button', { name: 'Open as PDF' }).click();
    await expect(reader(page).getByText('Page 1 of')).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...asked, Binary: 3 }));
  });

  test(`situation 37: a link gives no HTML but its FHIR envelope: the document is read from that (${version})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: '406', on: note, accept: 'text/html' }] as const;
    const session = await sandbox.createSession({ ...tims, faults });
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    await expect(words(page)).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 2 }));
    expect(await binaries(sandbox, session)).toEqual([
      '406 text/html',
      `200 ${envelopes[fhirVersion]}`,
    ]);
  });

  test(`situation 37: a link gives nothing at all: words, and a button for the other format (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ ...tims, faults: [{ name: '406', on: note }] });
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    const alert = alertOf(reader(page));
    await expect(alert).toContainText('does not give this in a form');
    await alert.getByRole('button', { name: 'Open as PDF' }).click();
    await expect(reader(page).getByText('Page 1 of')).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 3 }));
    expect(await binaries(sandbox, session)).toEqual([
      '406 text/html',
      `406 ${envelopes[fhirVersion]}`,
      '200 application/pdf',
    ]);
  });

  test(`situation 38: a document that was gone for good is asked of the server again (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ ...tims, faults: [{ name: '410', on: note }] });
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    const alert = alertOf(reader(page));
    await expect(alert).toContainText('does not have this document in this format');
    await sandbox.setFaults(session, []);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(words(page)).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 2 }));
  });

  for (const { name, answer } of [
    { name: '400', answer: 'no supported search parameters provided' },
    { name: '422', answer: 'The rule <b>max-range</b> does not allow this search' },
    { name: 'outcomeList', answer: 'The rule <b>max-range</b> does not allow this search' },
    { name: '500', answer: 'An unexpected error occurred' },
  ] as const) {
    test(`situation 39: the reason given with ${name} is shown as written, with the request’s id (${version})`, async ({
      page,
      sandbox,
    }) => {
      const faults = [{ name, on: 'GET DiagnosticReport' }];
      const session = await sandbox.createSession({ ...tims, faults });
      await openChart(page, session);
      const alert = alertOf(documents(page));
      await expect(alert).toContainText('Diagnostic reports could not be loaded');
      await alert.getByText('Details', { exact: true }).click();
      await expect(alert).toContainText(`answer: ${answer}`);
      await expect(alert).toContainText(/request id: [0-9a-f-]{36}/);
      await expect(alert.locator('b')).toHaveCount(0);
      await expect(alert).not.toContainText('4711020');
      const tries = name === '500' ? 3 : 1;
      await expectTraffic(sandbox, session, once({ ...opened, DiagnosticReport: tries }));
    });
  }

  test(`situation 40: a server that is asked too often is asked thrice at most, and once more on request (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ ...tims, faults: [{ name: '429' }] });
    await launch(page, session);
    const alerts = alertOf(documents(page));
    await expect(alerts).toHaveCount(2);
    await expect(alerts.first()).toContainText('busy and asks to wait');
    await expectTraffic(
      sandbox,
      session,
      once({ ...opened, DiagnosticReport: 3, DocumentReference: 3 }),
    );
    await sandbox.setFaults(session, []);
    await alerts.first().getByRole('button', { name: 'Try again' }).click();
    await expect(alerts).toHaveCount(1);
    await expectTraffic(
      sandbox,
      session,
      once({ ...opened, DiagnosticReport: 4, DocumentReference: 3 }),
    );
  });

  for (const name of ['502', '503', '504'] as const) {
    test(`situation 41: ${name} is tried again after a while, then by hand (${version})`, async ({
      page,
      sandbox,
    }) => {
      const faults = [{ name, on: note, times: 4 }];
      const session = await sandbox.createSession({ ...tims, faults });
      await openChart(page, session);
      await openDocument(page, tim.document, 'HTML');
      const alert = alertOf(reader(page));
      await expect(alert).toContainText('had an error of its own');
      await expectTraffic(sandbox, session, once({ ...opened, Binary: 3 }));
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(words(page)).toBeVisible();
      await expectTraffic(sandbox, session, once({ ...opened, Binary: 5 }));
    });
  }

  for (const { name, says } of [
    { name: 'loginPage', says: 'a sign-in page' },
    { name: 'emptyBody', says: 'could not be understood' },
    { name: 'brokenJson', says: 'could not be understood' },
  ] as const) {
    test(`situation 42: ${name} with status 200 is no list (${version})`, async ({
      page,
      sandbox,
    }) => {
      const faults = [{ name, on: 'GET DocumentReference' }];
      const session = await sandbox.createSession({ ...tims, faults });
      await launch(page, session);
      const alert = alertOf(documents(page));
      await expect(alert).toContainText('Clinical documents could not be loaded');
      await expect(alert).toContainText('The list is incomplete');
      await expect(alert).toContainText(says);
      await expectTraffic(sandbox, session, once(opened));
      await sandbox.setFaults(session, []);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(alert).toHaveCount(0);
      await expectTraffic(sandbox, session, once({ ...opened, DocumentReference: 2 }));
    });
  }

  test(`situation 42: a sign-in page in place of a PDF is not taken for it (${version})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: 'loginPage', on: 'GET Binary' }] as const;
    const session = await sandbox.createSession({ ...tims, faults });
    await openChart(page, session);
    await openDocument(page, tim.document, 'PDF');
    await expect(alertOf(reader(page))).toContainText('a sign-in page');
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
  });

  test(`situation 43: without a network a document says so, and comes when the network is back (${version})`, async ({
    page,
    context,
    sandbox,
  }) => {
    const session = await sandbox.createSession(tims);
    await openChart(page, session);
    await context.setOffline(true);
    await openDocument(page, tim.document, 'HTML');
    const alert = alertOf(reader(page));
    await expect(alert).toContainText('could not be reached');
    await expectTraffic(sandbox, session, once(opened));
    await context.setOffline(false);
    await expect(words(page)).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
  });

  test(`situation 43: a name and a list that met no network come, each once, when it is back (${version})`, async ({
    page,
    context,
    sandbox,
  }) => {
    const session = await sandbox.createSession(tims);
    const lost = /\/(?:Patient|DiagnosticReport|DocumentReference)\b/;
    await page.route(lost, (route) => route.abort('internetdisconnected'));
    await page.goto(session.launchUrl);
    const patient = page.getByRole('region', { name: 'Patient' });
    await expect(patient).toContainText('Identity not available');
    await expect(alertOf(documents(page))).toHaveCount(2);
    await expectTraffic(sandbox, session, once(launched));
    await page.unroute(lost);
    await context.setOffline(true);
    await context.setOffline(false);
    await timIsOpen(page);
    await expect(alertOf(documents(page))).toHaveCount(0);
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
  });

  test(`situation 43: a connection that breaks before any answer is said (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ ...tims, faults: [{ name: 'reset', on: note }] });
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/Binary/TR-610101')) asked += 1;
    });
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    const alert = alertOf(reader(page));
    await expect(alert).toContainText('could not be reached');
    expect(asked).toBe(1);
    // Where a kept connection breaks, the browser itself asks on others, and then on a new one.
    const seen = (await binaries(sandbox, session)).length;
    await sandbox.setFaults(session, []);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(words(page)).toBeVisible();
    expect(asked).toBe(2);
    await expectTraffic(sandbox, session, once({ ...opened, Binary: seen + 1 }));
  });

  test(`situation 44: a document that never comes is given up after its time, or by whoever waits (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ ...tims, faults: [{ name: 'hang', on: note }] });
    await page.clock.install();
    await openChart(page, session);
    await page.getByRole('button', { name: /^HTML, Well Child Visit/ }).click();
    const main = reader(page);
    await expect(main.getByText(/^Loading the document/)).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
    await page.clock.fastForward(31_000);
    const alert = alertOf(main);
    await expect(alert).toContainText('did not answer within 30 seconds');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await main.getByRole('button', { name: 'Cancel' }).click();
    await expect(alert).toContainText('Loading was cancelled');
    await sandbox.setFaults(session, []);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(words(page)).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 3 }));
  });
}

/** What the list says of further statuses that one of its searches meets. */
const searchFaults: readonly { readonly name: FaultName; readonly says: string }[] = [
  { name: '404', says: 'does not have this' },
  { name: '406', says: 'does not give this in a form' },
  { name: '410', says: 'does not have this' },
  { name: 'redirect', says: 'sent the request on to another address' },
];

for (const { name, says } of searchFaults) {
  test(`a list that meets ${name} keeps its rows and says that it is incomplete`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name, on: 'GET DiagnosticReport' }];
    const session = await sandbox.createSession({ chart: 'child-tim', faults });
    await openChart(page, session);
    const alert = alertOf(documents(page));
    await expect(alert).toContainText('Diagnostic reports could not be loaded');
    await expect(alert).toContainText('The list is incomplete');
    await expect(alert).toContainText(says);
    await expect(alert.getByRole('button', { name: /Try again/ })).toBeVisible();
    await expect(documents(page).getByRole('row', { name: /^Summary of Care/ })).toBeVisible();
    await expectTraffic(sandbox, session, once(opened));
  });
}

test('a document forbidden by the server says so, and is not asked for again', async ({
  page,
  sandbox,
}) => {
  const faults = [{ name: '403', on: note }] as const;
  const session = await sandbox.createSession({ chart: 'child-tim', faults });
  await openChart(page, session);
  await openDocument(page, tim.document, 'HTML');
  const alert = alertOf(reader(page));
  await expect(alert).toContainText('does not allow this');
  await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
});

test('a document that breaks off is fetched anew once the server recovered', async ({
  page,
  sandbox,
}) => {
  const faults = [{ name: 'truncated', on: note, times: 1 }] as const;
  const session = await sandbox.createSession({ chart: 'child-tim', faults });
  await openChart(page, session);
  await openDocument(page, tim.document, 'HTML');
  await expect(alertOf(reader(page))).toContainText('came incomplete');
  await alertOf(reader(page)).getByRole('button', { name: 'Try again' }).click();
  await expect(words(page)).toBeVisible();
  await expect(alertOf(reader(page))).toHaveCount(0);
  await expectTraffic(sandbox, session, once({ ...opened, Binary: 2 }));
});

test('a slow document is waited for, with progress', async ({ page, sandbox }) => {
  const faults = [{ name: 'slow', on: note, milliseconds: 1500 }] as const;
  const session = await sandbox.createSession({ chart: 'child-tim', faults });
  await openChart(page, session);
  await page.getByRole('button', { name: /^HTML, Well Child Visit/ }).click();
  await expect(reader(page).getByText(/^Loading the document/)).toBeVisible();
  await expect(words(page)).toBeVisible();
  await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
});

test('a document that names another patient is not shown', async ({ page, sandbox }) => {
  const faults = [{ name: 'wrongPatient', on: 'GET Binary' }] as const;
  const session = await sandbox.createSession({ faults });
  await openChart(page, session);
  await openDocument(page, 'Summary of Care 2026 (CCD)', 'XML');
  const main = reader(page);
  await expect(alertOf(main)).toContainText('names another patient');
  await expect(main.getByRole('region')).toHaveCount(0);
  await expect(main.getByText('Penicillin')).toHaveCount(0);
  await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
});
