import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../adapters/node.ts';
import { locationOf, parseObject, startTestSandbox, testApp } from '../testing/oauth-client.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

function post(path: string, body: string, type = 'application/json'): Promise<Response> {
  return fetch(`${sandbox.origins.ehr}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
    redirect: 'manual',
  });
}

const openForm = (body: string): Promise<Response> =>
  post('/open', body, 'application/x-www-form-urlencoded');

describe('the chart list', () => {
  it('offers each chart in a frame and in a tab, on either site', async () => {
    for (const origin of [sandbox.origins.ehr, sandbox.origins.ehrOtherSite]) {
      const page = await (await fetch(`${origin}/`)).text();
      expect(page).toContain('aria-label="Open Lea Small in a frame"');
      expect(page).toContain('aria-label="Open Tim Small in a tab"');
      expect(page).toContain('SANDBOX');
    }
  });

  it('launches a tab with iss and a launch code', async () => {
    const to = locationOf(await openForm('open=tab+ordinary&fhirVersion=dstu2&persona=provider'));
    expect(to.href.startsWith(testApp)).toBe(true);
    expect(to.searchParams.get('iss')).toMatch(/\/dstu2\/s-[0-9a-f]{24}$/);
    expect(to.searchParams.get('launch')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('frames one chart or two, each with a launch of its own at every load', async () => {
    const to = locationOf(await openForm('open=pair&left=child-tim&right=child-ada'));
    const page = await (await fetch(to)).text();
    const frames = [...page.matchAll(/src="(\/sessions\/[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(frames).toHaveLength(2);
    const launches = await Promise.all(
      [...frames, ...frames].map(async (frame) => {
        const answer = await fetch(new URL(frame, to), { redirect: 'manual' });
        return locationOf(answer).searchParams.get('launch');
      }),
    );
    expect(new Set(launches).size).toBe(4);
  });

  it('starts a session with the trouble chosen', async () => {
    const to = locationOf(await openForm('open=frame+ordinary&fault=500&tokenSeconds=30'));
    const session = sandbox.session(to.searchParams.get('session') ?? '');
    expect(session.faults()).toEqual([{ name: '500' }]);
    expect(session.options.tokenSeconds).toBe(30);
  });
});

describe('the interface for tests', () => {
  it('makes a session of the options given and tells its address', async () => {
    const answer = await post('/sandbox/sessions', '{"chart":"child-ada","fhirVersion":"dstu2"}');
    expect(answer.status).toBe(201);
    const created = parseObject(await answer.text());
    const launchUrl = new URL(String(created['launchUrl']));
    expect(launchUrl.searchParams.get('iss')).toBe(created['iss']);
    expect(sandbox.session(String(created['id'])).chart.id).toBe('child-ada');
  });

  it('opens standalone for a patient: iss without launch', async () => {
    const created = await sandbox.createSession({ persona: 'patient' });
    const { searchParams } = new URL(created.launchUrl);
    expect([...searchParams.keys()]).toEqual(['iss']);
  });

  const refused = [
    { title: 'an unknown option', body: '{"charts":"ordinary"}' },
    { title: 'an unknown chart', body: '{"chart":"nobody"}' },
    { title: 'an unknown fault', body: '{"faults":[{"name":"418"}]}' },
    { title: 'a wrong value', body: '{"tokenSeconds":"570"}' },
    { title: 'broken JSON', body: '{' },
  ];
  for (const { title, body } of refused) {
    it(`refuses ${title}`, async () => {
      expect((await post('/sandbox/sessions', body)).status).toBe(400);
    });
  }

  it('moves the clock, changes faults and launches again', async () => {
    const { id } = await sandbox.createSession({ now: '2026-01-01T00:00:00Z' });
    const session = sandbox.session(id);
    const before = session.now();
    await post(`/sandbox/sessions/${id}/advance`, '{"milliseconds":3600000}');
    expect(session.now() - before).toBeGreaterThanOrEqual(3_600_000);
    await post(`/sandbox/sessions/${id}/faults`, '{"faults":[{"name":"404"}]}');
    expect(session.faults()).toEqual([{ name: '404' }]);
    const answer = await post(`/sandbox/sessions/${id}/launch`, '');
    expect(parseObject(await answer.text())['launchUrl']).toContain('&launch=');
    expect((await post('/sandbox/sessions/s-0/advance', '{}')).status).toBe(404);
  });
});

it('generates the configuration of the app: both versions, the demo tenant first', () => {
  const { config, origins } = sandbox;
  expect(config['issuers']).toMatchObject([
    { iss: `${origins.fhir}/dstu2/demo`, name: 'Sandbox EHR, DSTU2', clientId: 'dossier' },
    { iss: `${origins.fhir}/r4/demo`, name: 'Sandbox EHR, R4' },
    { issPattern: `${origins.fhir}/dstu2/{tenant}` },
    { issPattern: `${origins.fhir}/r4/{tenant}`, authOrigins: [origins.authorization] },
  ]);
  expect(config.frameAncestors).toEqual([origins.ehr, origins.ehrOtherSite]);
});
