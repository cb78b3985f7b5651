/**
 * Controls of the hostile FHIR answers: a client that follows every address with its token, and a page that puts words
 * into markup, are hurt as each case says, or the case says why the browser is immune.
 */
import { documentTest, expect, unprotected } from './documents/document-test.ts';
import { runControls } from './documents/run-controls.ts';
import { turned } from './documents/weigh.ts';
import { addresses, addressOf } from './fhir/address-case.ts';
import { answerCases } from './fhir/answer-cases.ts';
import { lies } from './fhir/lies.ts';
import { listCases } from './fhir/list-cases.ts';
import { fillIn, pwn } from './hostile-case.ts';
import { bareGround } from './page/bare-page.ts';
import { harmsBetween, look } from './probe.ts';
import { watchPage } from './watch-page.ts';

/** So many of the cases are such that they do harm in a naive client, as the tests below see. */
const canary = 55;

const test = unprotected(documentTest(lies));

test.use({ trace: 'off' });

test('there are at least three FHIR cases of each class and thirty in all, each with an id of its own', () => {
  const all = [...addresses, ...listCases, ...answerCases, ...lies];
  const classes = [...listCases, ...answerCases, ...lies].map((one) => one.class);
  for (const name of classes)
    expect(classes.filter((one) => one === name).length, name).toBeGreaterThanOrEqual(3);
  expect(all.length).toBeGreaterThanOrEqual(30);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const harmful = all.filter(({ control }) => control === 'told' || !('immune' in control));
  expect(harmful.length).toBeGreaterThanOrEqual(canary);
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
  for (const one of addresses) {
    const away = `${control.origin.replace('127.0.0.1', 'localhost')}/fhir/${one.id}/away`;
    const url = addressOf(one, control.base(one.id), away);
    await page.evaluate(askNaively, [control.base(one.id), url]).catch(() => undefined);
    if (one.control === 'told')
      await expect
        .poll(() => control.told(one.id), { message: one.id, timeout: 2000 })
        .not.toEqual([]);
    else expect.soft(control.told(one.id), one.id).toEqual([]);
  }
});

test('a page that puts the list’s words into markup is hurt', async ({ page, control, sink }) => {
  test.slow();
  const watch = watchPage(page, sink, [control.origin]);
  for (const one of listCases) {
    if (!('markup' in one.control)) continue;
    watch.current = one.id;
    const { harm, markup } = one.control;
    await page.goto(control.page);
    const before = await look(page, bareGround);
    await page.evaluate(
      (html) => {
        const report = document.querySelector('#report');
        if (report) report.innerHTML = `<p>${html} <span>Words behind</span></p>`;
      },
      markup((text) => fillIn(text, one.id, sink.url)),
    );
    await expect
      .poll(
        async () => {
          const probed = {
            ...harmsBetween(before, await look(page, bareGround)),
            ...(await turned(page, '#report', 'Words behind')),
          };
          const heard = watch.of(one.id);
          return [...Object.entries(probed), ...Object.entries(heard)]
            .filter(([, told]) => told.length > 0)
            .map(([name]) => name);
        },
        { message: one.id, timeout: 5000 },
      )
      .toContain(harm);
  }
});

test('a client that follows every answer is led away', async ({ page, control, sink }) => {
  test.slow();
  const watch = watchPage(page, sink, [control.origin]);
  for (const one of answerCases) {
    if (!('naive' in one.control)) continue;
    watch.current = one.id;
    const { harm, naive } = one.control;
    await page.goto(control.page);
    const isTold = harm === 'told';
    const away = isTold
      ? `${control.origin.replace('127.0.0.1', 'localhost')}/fhir/${one.id}/away`
      : `${sink.url}/${one.id}`;
    const mark = `<img src=x onerror="${pwn(one.id)}">`;
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
        [naive, one.id, control.base(one.id), away, mark, pwn(one.id)],
      )
      .catch(() => ({ pages: 0, found: false }));
    await expect
      .poll(
        () => {
          const { script, request } = watch.of(one.id);
          const all = {
            told: control.told(one.id),
            script,
            request,
            burden: seen.pages > 30 ? ['no end'] : [],
            clobber: seen.found ? ['found'] : [],
          };
          return all[harm].length;
        },
        { message: one.id, timeout: 5000 },
      )
      .toBeGreaterThan(0);
  }
});

test('a browser that opens the bytes itself runs them', async ({ page, control, sink }) => {
  const all = await runControls(lies, { page, control, sink, read: () => Promise.resolve() });
  for (const one of lies) {
    const done = all.get(one.id) ?? {};
    if ('harm' in one.control) expect.soft(Object.keys(done), one.id).toContain(one.control.harm);
    else expect.soft(done, `${one.id} is told to be harmless`).toEqual({});
  }
}); // prettier-ignore
