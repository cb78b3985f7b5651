/**
 * The faults a session can play: their names, their words for the EHR page, where they strike by default and
 * how a `Fault.on` pattern is matched. What each does to an answer is in play-fault.ts.
 */

/** Every fault a session can play, by name. */
export const faultNames = [
  'slow',
  'hang',
  '400',
  '401',
  '403',
  '404',
  '406',
  '410',
  '422',
  '429',
  '500',
  '502',
  '503',
  '504',
  'outcomeList',
  'emptyBody',
  'reset',
  'noCors',
  'truncated',
  'brokenJson',
  'loginPage',
  'bareBundle',
  'duplicatePage',
  'loopingNext',
  'foreignNext',
  'foreignAttachment',
  'redirect',
  'wrongPatient',
  'refreshRejected',
  'accessDenied',
  'invalidScope',
  'invalidClient',
  'invalidGrant',
] as const;

export type FaultName = (typeof faultNames)[number];

/** One fault of one session. */
export interface Fault {
  readonly name: FaultName;
  /**
   * Where it strikes: `GET Binary`, `DocumentReference`, `GET DocumentReference page 2`, `page 2`,
   * `GET Binary/XR-1`, `POST token`, `GET authorize`, `GET metadata`, `GET .well-known/smart-configuration`.
   * A path also stands for all below it. Without `on`: the fault's own default.
   */
  readonly on?: string;
  /** Only requests whose `Accept` holds this. */
  readonly accept?: string;
  /** How often; default: always. */
  readonly times?: number;
  /** Of `slow`: how much later the answer comes. */
  readonly milliseconds?: number;
}

/** A request as fault patterns see it. */
export interface FaultProbe {
  readonly method: string;
  /** After the FHIR base, or `authorize`, `token/code`, `token/refresh`, `token/revoke`; no query. */
  readonly path: string;
  /** Of a search: 1, 2, …; other requests: 1. */
  readonly page: number;
  readonly accept?: string;
}

interface FaultFacts {
  readonly label: string;
  readonly on: readonly string[];
}

const lists = ['GET DocumentReference', 'GET DiagnosticReport'];

export const faultFacts: Readonly<Record<FaultName, FaultFacts>> = {
  slow: { label: 'Everything three seconds slower', on: ['GET'] },
  hang: { label: 'Documents never arrive', on: ['GET Binary'] },
  '400': { label: 'Search not understood (400)', on: lists },
  '401': {
    label: 'Token refused (401)',
    on: ['GET Patient', ...lists, 'GET Encounter', 'GET Binary'],
  },
  '403': { label: 'Reports not permitted (403)', on: ['GET DiagnosticReport'] },
  '404': { label: 'Documents gone (404)', on: ['GET Binary'] },
  '406': { label: 'No acceptable format (406)', on: ['GET Binary'] },
  '410': { label: 'Documents gone for good (410)', on: ['GET Binary'] },
  '422': { label: 'Search refused by a rule (422)', on: lists },
  '429': { label: 'Too many requests (429)', on: lists },
  '500': { label: 'Server error (500)', on: ['GET DocumentReference'] },
  '502': { label: 'Bad gateway (502)', on: ['GET Binary'] },
  '503': { label: 'Service unavailable (503)', on: ['GET Binary'] },
  '504': { label: 'Gateway time-out (504)', on: ['GET Binary'] },
  outcomeList: { label: 'Search refused, in a list of outcomes (422)', on: lists },
  emptyBody: { label: 'Nothing in place of data', on: ['GET DocumentReference'] },
  reset: { label: 'Connection broken before any answer', on: ['GET Binary'] },
  noCors: {
    label: 'Discovery that browsers may not read (CORS)',
    on: ['GET .well-known/smart-configuration', 'GET metadata'],
  },
  truncated: { label: 'Documents break off', on: ['GET Binary'] },
  brokenJson: { label: 'Broken JSON', on: ['GET DocumentReference'] },
  loginPage: { label: 'A login page in place of data', on: ['GET DocumentReference'] },
  bareBundle: { label: 'Lists without entries and total', on: lists },
  duplicatePage: { label: 'The second page repeats the first', on: lists },
  loopingNext: { label: 'Paging that never ends', on: lists },
  foreignNext: { label: 'Next page on another host', on: lists },
  foreignAttachment: { label: 'Attachments on another host', on: lists },
  redirect: { label: 'Redirect to another host', on: ['GET Binary'] },
  wrongPatient: {
    label: "Another patient's document",
    on: [...lists, 'GET Binary'],
  },
  refreshRejected: { label: 'Session cannot be renewed', on: ['POST token/refresh'] },
  accessDenied: { label: 'Access denied', on: ['GET authorize'] },
  invalidScope: { label: 'Scopes refused', on: ['GET authorize'] },
  invalidClient: { label: 'App unknown', on: ['GET authorize'] },
  invalidGrant: { label: 'Code expired', on: ['POST token/code'] },
};

/** Whether an `on` pattern means this request. A preflight is meant only where `OPTIONS` is said. */
export function strikes(pattern: string, probe: FaultProbe): boolean {
  const words = pattern.split(' ').filter((word) => word !== '');
  const pageAt = words.indexOf('page');
  const page = pageAt === -1 ? undefined : Number(words[pageAt + 1]);
  const others = pageAt === -1 ? words : words.slice(0, pageAt);
  const method = others.find((word) => /^[A-Z]+$/.test(word));
  const path = others.find((word) => word !== method);
  if (method === undefined ? probe.method === 'OPTIONS' : method !== probe.method) return false;
  if (page !== undefined && page !== probe.page) return false;
  return path === undefined || probe.path === path || probe.path.startsWith(`${path}/`);
}

/** Whether the fault, by its own pattern or its name's default, means this request. */
export function faultStrikes(fault: Fault, probe: FaultProbe): boolean {
  if (fault.accept !== undefined && probe.accept?.includes(fault.accept) !== true) return false;
  const patterns = fault.on === undefined ? faultFacts[fault.name].on : [fault.on];
  return patterns.some((pattern) => strikes(pattern, probe));
}

const oauthErrors: Partial<Readonly<Record<FaultName, string>>> = {
  accessDenied: 'access_denied',
  invalidScope: 'invalid_scope',
  invalidClient: 'invalid_client',
  invalidGrant: 'invalid_grant',
  refreshRejected: 'invalid_grant',
};

/** The error of RFC 6749 that the first of these faults stands for, if one does. */
export function oauthErrorOf(faults: readonly Fault[]): string | undefined {
  return faults.map(({ name }) => oauthErrors[name]).find((error) => error !== undefined);
}
