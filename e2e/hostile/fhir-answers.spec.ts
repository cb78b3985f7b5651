/** Answers of servers, launches, handles and configurations that must not be followed: refused in words, asked of nobody. */
import { chartIsOpen } from '../actions/open-chart.ts';
import { visitedOrigins } from '../actions/visited-origins.ts';
import { chartOf } from './documents/document-chart.ts';
import { documentTest, expect } from './documents/document-test.ts';
import { answerCases } from './fhir/answer-cases.ts';
import { turned } from './documents/weigh.ts';
import { fillIn } from './hostile-case.ts';
import { look, type Ground } from './probe.ts';
import { watchPage } from './watch-page.ts';

const test = documentTest([], () => [chartOf('fhir-answers', [])]);

test.use({ trace: 'off' });

/** What is ours on the screens that an answer may lead to: the chart's own, or a page's heading and buttons. */
const ground: Ground = {
  report: '.alert',
  controls: ['section.patient h1', '.filter-bar input', '.documents-footer button', '.plain-page h1', '.plain-page button'],
  places: false,
}; // prettier-ignore

for (const one of answerCases) {
  test(`${one.title} (${one.id}) is not followed`, async ({ page, context, app, sink }) => {
    const watch = watchPage(page, sink, app.origins);
    watch.current = one.id;
    const visited = visitedOrigins(context);
    const from = sink.hits.length;
    const session = await app.sandbox.createSession({ chart: 'fhir-answers', ...one.session });
    const { launchUrl, iss } = session;
    const address = await one.arrange({ page, appUrl: app.url, iss, launchUrl, away: `${sink.url}/${one.id}` });
    await page.goto(fillIn(address, one.id, sink.url));
    if (one.opens === true) {
      await chartIsOpen(page);
      await page.getByRole('row', { name: /^Case plain/ }).click();
    }
    await expect(page.locator('body')).toContainText(one.says);
    expect(watch.of(one.id)).toEqual({ script: [], request: [], navigation: [] });
    const { looks, covered, clobbered, marks } = await look(page, ground);
    expect(Object.keys(looks)).not.toEqual([]);
    expect({ covered, clobbered, marks }).toEqual({ covered: [], clobbered: [], marks: 0 });
    expect(await turned(page, '#root', 'Tess Target')).toEqual({});
    expect(sink.hits.slice(from)).toEqual([]);
    expect([...visited].filter((origin) => !app.origins.includes(origin))).toEqual([]);
    const { requests } = app.sandbox.session(session.id);
    const base = new URL(iss).pathname;
    expect(requests.filter(({ origin, url, authorization }) => authorization && !(origin === 'fhir' && url.startsWith(`${base}/`)))).toEqual([]);
  });
} // prettier-ignore

test('a renewal that brings a token for another patient ends the session, and nobody asks with it', async ({ page, app }) => {
  for (const patient of ['somebody-else', '../../admin']) {
    const session = await app.sandbox.createSession({ chart: 'fhir-answers' });
    await page.route(/\/token$/, async (route) => {
      const response = await route.fetch();
      const isRenewal = route.request().postData()?.includes('grant_type=refresh_token') ?? false;
      const answer = (await response.json()) as Record<string, unknown>;
      await route.fulfill({ response, json: isRenewal ? { ...answer, patient, access_token: 'of-a-stranger' } : answer });
    });
    await page.goto(session.launchUrl);
    await chartIsOpen(page);
    app.sandbox.session(session.id).advance(571_000);
    await page.getByRole('row', { name: /^Case plain/ }).click();
    const words = page.getByRole('alert').filter({ hasText: /ended your session|had an error|was not understood|ended/ });
    await expect(words.first()).toBeVisible();
    const { requests } = app.sandbox.session(session.id);
    expect(requests.filter(({ url }) => /somebody-else|admin/.test(url))).toEqual([]);
    await page.unrouteAll();
  }
}); // prettier-ignore
