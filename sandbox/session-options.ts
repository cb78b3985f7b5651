/** Session options out of JSON: every key checked, unknown ones refused, so that a test's typo is told. */
import { faultNames, type Fault } from './faults.ts';
import { isObject } from './rewrite-answer.ts';
import type { SessionOptions } from './session.ts';

type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value !== '';
const flag: Check = (value) => typeof value === 'boolean';
const positive: Check = (value) => typeof value === 'number' && value >= 0;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

const checks: Readonly<Record<keyof SessionOptions, Check>> = {
  chart: text,
  persona: oneOf('provider', 'patient', 'proxy'),
  fhirVersion: oneOf('dstu2', 'r4'),
  faults: (value) => Array.isArray(value) && value.every(isFault),
  tokenSeconds: positive,
  now: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  ccdSeconds: positive,
  rotateRefreshTokens: flag,
  needPatientBanner: flag,
  scopes: oneOf('v1', 'v2', 'v2only'),
  discovery: oneOf('wellKnown', 'metadata'),
  docrefLink: oneOf('own', 'foreign', 'unsupported'),
  advertisePkce: flag,
  encounterId: text,
  launch: oneOf('ehr', 'standalone'),
  proxyFor: (value) => Array.isArray(value) && value.every(text),
  responseIss: flag,
  smartStyle: flag,
  activeTtl: positive,
  tokenFields: isObject,
  pageSize: (value) => typeof value === 'number' && value >= 1,
};

function isFault(value: unknown): value is Fault {
  if (!isObject(value) || !faultNames.some((name) => name === value['name'])) return false;
  return (
    (value['on'] === undefined || text(value['on'])) &&
    (value['accept'] === undefined || text(value['accept'])) &&
    (value['times'] === undefined || positive(value['times'])) &&
    (value['milliseconds'] === undefined || positive(value['milliseconds']))
  );
}

function isOptions(value: Readonly<Record<string, unknown>>): value is Partial<SessionOptions> {
  return wrongKey(value) === undefined;
}

function wrongKey(value: Readonly<Record<string, unknown>>): string | undefined {
  const known = new Map<string, Check>(Object.entries(checks));
  return Object.keys(value).find((key) => known.get(key)?.(value[key]) !== true);
}

export function parseSessionOptions(json: unknown): Parsed<Partial<SessionOptions>> {
  if (!isObject(json)) return { ok: false, problem: 'the body is not a JSON object' };
  if (isOptions(json)) return { ok: true, value: json };
  return { ok: false, problem: `${wrongKey(json)} is unknown or has a wrong value` };
}

/** `{ "faults": […] }` */
export function parseFaults(json: unknown): Parsed<readonly Fault[]> {
  const faults: unknown = isObject(json) ? json['faults'] : undefined;
  if (Array.isArray(faults) && faults.every(isFault)) return { ok: true, value: faults };
  return { ok: false, problem: 'faults is not a list of faults' };
}
