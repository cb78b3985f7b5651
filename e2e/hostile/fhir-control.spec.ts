/**
 * Controls of the hostile FHIR answers: a client that follows every address with its token, and a page that puts words
 * into markup, are hurt as each case says, or the case says why the browser is immune.
 */
import { documentTest, expect, unprotected } from './documents/document-test.ts';
import { runControls } from './documents/run-controls.ts';
import { turned } from './documents/weigh.ts';
import { addresses, addressOf } from './fhir/address-case.ts';
import { answerCases } from './fhir/answer-cases.ts';
import { fhirCharts } from './fhir/fhir-charts.ts';
import { lies } from './fhir/lies.ts';
import { listCases } from './fhir/list-cases.ts';
import { titlesOf } from './fhir/naive-list.ts';
import { fillIn, pwn } from './hostile-case.ts';
import { bareGround } from './page/bare-page.ts';
import { harmsBetween, look } from './probe.ts';
import { listenFor } from './run-cases.ts';
import { watchPage } from './watch-page.ts';

/** So many cases of each kind are seen to do harm in a naive client, or its test fails. */
const canary = { addresses: 13, words: 12, strangers: 5, answers: 22, lies: 8 };

const test = unprotected(documentTest(lies, fhirCharts));

test.use({ trace: 'off' });

test('there are at least three FHIR cases of each class and thirty in all, each with an id of its own', () => {
  const all = [...addresses, ...listCases, ...answerCases, ...lies];
  const classes = [...listCases, ...answerCases, ...lies].map((one) => one.class);
  for (const name of classes)
    expect(classes.filter((one) => one === name).length, name).toBeGreaterThanOrEqual(3);
  expect(all.length).toBeGreaterThanOrEqual(30);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

/** Asks with the token, by whichever means takes the address. */
const askNaively = async ([base = '', url = '']: readonly string[]): Promise<void> => {
  const headers = { Authorization: 'Bearer secret' };
  const address = new URL(url, `${base}/`).href;
  try {
    await fetch(address, { headers });
  } catch {
    const request = new XMLHttpRequest();
    request.open('GET', address, false);
    request.setRequestHeader('Authorization', headers.Authorization);
    try {
      request.send();
    } catch {
      // Nobody there.
    }
  }
};

test('a client that asks whatever it is told to tells the token', async ({ page, control }) => {
  test.slow();
  await page.goto(control.page);
  let harmful = 0;
  for (const one of addresses) {
    const away = `${control.origin.replace('127.0.0.1', 'localhost')}/fhir/${one.id}/away`;
    const url = addressOf(one, control.base(one.id), away);
    await page.evaluate(askNaively, [control.base(one.id), url]).catch(() => undefined);
    if (one.control === 'told') {
      await expect
        .poll(() => control.told(one.id), { message: one.id, timeout: 2000 })
        .not.toEqual([]);
      harmful += 1;
    } else expect.soft(control.told(one.id), one.id).toEqual([]);
  }
  expect(harmful).toBeGreaterThanOrEqual(canary.addresses);
});

test('a page that puts the list’s words into markup is hurt', async ({
  page,
  control,
  app,
  sink,
}) => {
  test.slow();
  const watch = watchPage(page, sink, [control.origin]);
  let harmful = 0;
  for (const one of listCases) {
    if ('stranger' in one.control) continue;
    watch.current = one.id;
    const words =
      'markup' in one.control
        ? one.control.markup((text) => fillIn(text, one.id, sink.url))
        : (await titlesOf(app, one.id)).join(' ');
    await page.goto(control.page);
    const before = await look(page, bareGround);
    await page.evaluate((html) => {
      const report = document.querySelector('#report');
      if (report) report.innerHTML = `<p>${html} <span>Words behind</span></p>`;
    }, words);
    const harms = async (): Promise<readonly string[]> => {
      const probed = {
        ...harmsBetween(before, await look(page, bareGround)),
        ...(await turned(page, '#report', 'Words behind')),
        ...watch.of(one.id),
      };
      return Object.entries(probed).flatMap(([name, told]) => (told.length > 0 ? [name] : []));
    };
    if ('immune' in one.control) {
      await page.waitForTimeout(listenFor);
      expect.soft(await harms(), `${one.id} is told to be harmless`).toEqual([]);
    } else {
      await expect.poll(harms, { message: one.id, timeout: 5000 }).toContain(one.control.harm);
      harmful += 1;
    }
  }
  expect(harmful).toBeGreaterThanOrEqual(canary.words);
});

test('a list that takes whatever a search answers for the patient’s shows strangers’ documents', async ({
  app,
}) => {
  const shown: string[] = [];
  for (const { id, control } of listCases)
    if ('stranger' in control && (await titlesOf(app, id)).includes(control.stranger))
      shown.push(id);
  expect(shown.length).toBeGreaterThanOrEqual(canary.strangers);
});

test('a client that follows every answer is led away', async ({ page, control, sink }) => {
  test.slow();
  const watch = watchPage(page, sink, [control.origin]);
  let harmful = 0;
  for (const one of answerCases) {
    watch.current = one.id;
    await page.goto(control.page);
    const harm = 'harm' in one.control ? one.control.harm : undefined;
    const away =
      harm === 'told'
        ? `${control.origin.replace('127.0.0.1', 'localhost')}/fhir/${one.id}/away`
        : `${sink.url}/${one.id}`;
    const mark = `<img src=x onerror="${pwn(one.id)}">`;
    const nothing = { pages: 0, found: false };
    const seen = await page
      .evaluate(
        async ([code = '', id = '', base = '', to = '', html = '', run = '']) => {
          const client = new Function(
            'id',
            'base',
            'away',
            'mark',
            'pwn',
            `return (async () => { let pages = 0; let found = false; ${code}; return { pages, found }; })()`,
          );
          return (await client(id, base, to, html, run)) as { pages: number; found: boolean };
        },
        [one.control.naive, one.id, control.base(one.id), away, mark, pwn(one.id)],
      )
      .catch(() => nothing);
    const harms = (): readonly string[] => {
      const all = {
        ...watch.of(one.id),
        told: control.told(one.id),
        burden: seen.pages > 30 ? ['no end'] : [],
        clobber: seen.found ? ['found'] : [],
      };
      return Object.entries(all).flatMap(([name, told]) => (told.length > 0 ? [name] : []));
    };
    if (harm === undefined) {
      await page.waitForTimeout(listenFor);
      expect.soft(harms(), `${one.id} is told to be harmless`).toEqual([]);
    } else {
      await expect.poll(harms, { message: one.id, timeout: 5000 }).toContain(harm);
      harmful += 1;
    }
  }
  expect(harmful).toBeGreaterThanOrEqual(canary.answers);
});

test('a browser that opens the bytes itself runs them', async ({ page, control, sink }) => {
  const all = await runControls(lies, { page, control, sink, read: () => Promise.resolve() });
  let harmful = 0;
  for (const one of lies) {
    const done = all.get(one.id) ?? {};
    if ('harm' in one.control) {
      expect.soft(Object.keys(done), one.id).toContain(one.control.harm);
      harmful += Object.hasOwn(done, one.control.harm) ? 1 : 0;
    } else expect.soft(done, `${one.id} is told to be harmless`).toEqual({});
  }
  expect(harmful).toBeGreaterThanOrEqual(canary.lies);
}); // prettier-ignore
