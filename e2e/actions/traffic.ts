/** What the servers of one session were asked and told: asserted in every situation, beside what is on screen. */
import { expect } from '@playwright/test';
import type { LoggedRequest } from '../../sandbox/session.ts';
import type { CreatedSession, SandboxClient } from '../fixtures.ts';

type Purpose =
  | 'discovery'
  | 'metadata'
  | 'authorize'
  | 'signIn'
  | 'revoke'
  | 'Patient'
  | 'Encounter'
  | 'DiagnosticReport'
  | 'DocumentReference'
  | 'Binary'
  | '$docref'
  | '$autogen-ccd-if'
  | 'storage'
  | 'ehr';

/** How many requests there were for each purpose; what is left out was not asked for at all. */
export type Asked = Readonly<Partial<Record<Purpose, number>>>;

export interface Traffic {
  /** Calls of the token endpoint, in order. */
  readonly tokenCalls: readonly ('code' | 'refresh')[];
  /** Requests that are no preflights. */
  readonly asked: Asked;
}

/** A launch up to the authorization server. */
export const launched: Asked = { discovery: 2, metadata: 1, authorize: 1 };

/** What the list and the patient's name take. */
export const listed: Asked = { Patient: 1, DiagnosticReport: 1, DocumentReference: 1 };

/** A chart that an EHR opened and in which nothing was done yet. */
export const opened: Asked = { ...launched, ...listed };

/** Purposes whose requests carry the token. */
const withToken = [
  'Patient',
  'Encounter',
  'DiagnosticReport',
  'DocumentReference',
  'Binary',
  '$docref',
  '$autogen-ccd-if',
];

/**
 * The session's servers were asked exactly this. An `Authorization` header reached the FHIR base of the session
 * where something there was asked for that needs it, and nobody else: no preflight, no other server.
 */
export async function expectTraffic(
  sandbox: SandboxClient,
  session: CreatedSession,
  expected: Traffic,
): Promise<void> {
  const asksForMore = Object.keys(expected.asked).some((purpose) => withToken.includes(purpose));
  await expect
    .poll(async () => trafficOf(await sandbox.requests(session)), { timeout: 3000 })
    .toEqual({ ...expected, toldTheToken: asksForMore ? ['fhir'] : [] });
  const base = `${new URL(session.iss).pathname}/`;
  const told = (await sandbox.requests(session)).filter(({ authorization }) => authorization);
  expect(told.filter(({ method, url }) => method === 'OPTIONS' || !url.startsWith(base))).toEqual(
    [],
  );
}

function trafficOf(requests: readonly LoggedRequest[]) {
  const asked: Record<string, number> = {};
  for (const request of requests) {
    if (request.method === 'OPTIONS' || request.grantType !== undefined) continue;
    const purpose = purposeOf(request);
    asked[purpose] = (asked[purpose] ?? 0) + 1;
  }
  const told = requests.filter(({ authorization }) => authorization).map(({ origin }) => origin);
  return { tokenCalls: tokenCalls(requests), asked, toldTheToken: [...new Set(told)].toSorted() };
}

/** Calls of the token endpoint, in order. */
export function tokenCalls(requests: readonly LoggedRequest[]): readonly string[] {
  return requests.flatMap(({ grantType }) => {
    if (grantType === undefined) return [];
    return [grantType === 'authorization_code' ? 'code' : grantType.replace('_token', '')];
  });
}

function purposeOf({ origin, url }: LoggedRequest): string {
  const { pathname } = new URL(url, 'http://sandbox.invalid');
  if (origin === 'storage' || origin === 'ehr') return origin;
  if (origin === 'authorization') {
    if (pathname.endsWith('/authorize')) return 'authorize';
    return pathname.endsWith('/revoke') ? 'revoke' : 'signIn';
  }
  const [, , , type = '', id] = pathname.split('/');
  if (type === '.well-known') return 'discovery';
  return id?.startsWith('$') === true ? id : type;
}
