import { describe, expect, it } from 'vitest';
import { HOME, launched, openTab, reached } from './test-launches.ts';

describe('a return', () => {
  it('brings the patient, and leaves exactly the state in the address', async () => {
    const { server, tab, config, state } = await launched();
    const session = tab.open(`?code=a%2Bb%26c&state=${state}`, config);
    expect((await reached(session, 'active')).launch).toEqual({
      stateKey: state,
      iss: server.iss,
      issuerName: 'Example',
      fhirVersion: 'r4',
      launchedBy: 'ehr',
      patientId: 'p-1',
      encounterId: 'e-1',
      needPatientBanner: false,
      grantedScopes: ['launch', 'patient/Binary.read', 'patient/DocumentReference.read'],
      readable: ['Binary', 'DocumentReference'],
      references: [],
    });
    expect(tab.address).toBe(`${HOME}?state=${state}`);
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-1' });
    const [exchange] = server.of('/token');
    expect(Object.fromEntries(exchange?.form ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'a+b&c',
      redirect_uri: HOME,
      client_id: 'client',
    });
    expect(exchange?.form.get('code_verifier')).toBeTruthy();
  });

  it('exchanges once however often the page starts', async () => {
    const { server, tab, config, state } = await launched();
    const first = tab.open(`?code=c&state=${state}`, config);
    const second = tab.open(`?state=${state}`, config);
    await Promise.all([reached(first, 'active'), reached(second, 'active')]);
    expect(server.of('/token')).toHaveLength(1);
  });

  it('a second time resumes in the same tab and asks for a new launch in another', async () => {
    const { server, tab, config, state } = await launched();
    await reached(tab.open(`?code=c&state=${state}`, config), 'active');
    await reached(tab.open(`?code=c&state=${state}`, config), 'active');
    const elsewhere = openTab().open(`?code=c&state=${state}`, config);
    expect(await reached(elsewhere, 'failed')).toMatchObject({ error: { kind: 'unknownState' } });
    expect(server.of('/token')).toHaveLength(1);
  });

  it('with a refused code never tries that code again', async () => {
    const { server, tab, config, state } = await launched({
      '/token': () => ({ status: 400, json: { error: 'invalid_grant' } }),
    });
    const failed = await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    expect(failed.error).toEqual({ kind: 'exchangeFailed', status: 400, error: 'invalid_grant' });
    const again = await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    expect(again.error).toEqual({ kind: 'alreadyUsed' });
    expect(server.of('/token')).toHaveLength(1);
    again.retry?.();
    expect(new URL(tab.left.at(-1) ?? '').searchParams.get('launch')).toBe('abc');
  });

  it.each([
    {
      title: 'a foreign issuer',
      query: 'code=c&iss=https://evil.test',
      error: { kind: 'issuerMismatch' },
    },
    {
      title: 'a refusal',
      query: 'error=access_denied&error_description=No&error_uri=https://help.example.org/1',
      error: {
        kind: 'authorizationRefused',
        error: 'access_denied',
        description: 'No',
        uri: 'https://help.example.org/1',
      },
    },
    {
      title: 'a refusal that links to a script',
      query: 'error=access_denied&error_uri=javascript:alert(1)',
      error: { kind: 'authorizationRefused', error: 'access_denied' },
    },
  ])('with $title asks for no token and forgets the launch', async ({ query, error }) => {
    const { server, tab, config, state } = await launched();
    const failed = await reached(tab.open(`?${query}&state=${state}`, config), 'failed');
    expect(failed.error).toEqual(error);
    expect(server.of('/token')).toEqual([]);
    expect(tab.values.size).toBe(0);
    expect(tab.address).toBe(`${HOME}?state=${state}`);
  });

  it('that names the discovered issuer is let in', async () => {
    const { server, tab, config, state } = await launched();
    const query = `?code=c&state=${state}&iss=${encodeURIComponent(`${server.origin}/issuer`)}`;
    await reached(tab.open(query, config), 'active');
    expect(server.of('/token')).toHaveLength(1);
  });

  it('without a patient keeps no token', async () => {
    const { tab, config, state } = await launched({
      '/token': () => ({ json: { access_token: 'a', token_type: 'Bearer' } }),
    });
    const failed = await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    expect(failed.error).toEqual({ kind: 'noPatient' });
    expect(tab.values.size).toBe(0);
  });

  it('resumes after a reload without any request', async () => {
    const { server, tab, config, state } = await launched();
    await reached(tab.open(`?code=c&state=${state}`, config), 'active');
    const before = server.asked.length;
    const resumed = await reached(tab.open(`?state=${state}#doc=1`, config), 'active');
    expect(resumed.launch.patientId).toBe('p-1');
    expect(tab.address).toBe(`${HOME}?state=${state}#doc=1`);
    expect(server.asked).toHaveLength(before);
  });

  it('keeps the launches of two frames that share a storage apart', async () => {
    const storage = new Map<string, string>();
    const one = await launched({}, {}, { storage });
    const two = await launched({}, {}, { storage });
    await reached(one.tab.open(`?code=1&state=${one.state}`, one.config), 'active');
    const session = two.tab.open(`?code=2&state=${two.state}`, two.config);
    await reached(session, 'active');
    await session.signOut();
    expect([...storage.keys()]).toEqual([one.state]);
  });
});
