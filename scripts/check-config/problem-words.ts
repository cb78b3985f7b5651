import type { ConfigProblem } from '../../src/config/config.ts';
import { assertNever } from '../../src/shared/assert-never.ts';
import { isRecord } from '../../src/shared/json.ts';
import { addressMistake, type AddressShape } from './address-mistake.ts';
import { error, type Finding } from './finding.ts';
import { keysBeside, nearest } from './known-keys.ts';

/** What the app's own parser found, as a sentence that also says why and what to do. */
export function problemFinding({ key, problem }: ConfigProblem, json: unknown): Finding {
  switch (problem.kind) {
    case 'missing':
      return error(key, missingSentence(key));
    case 'unknownKey':
      return error(key, unknownSentence(key));
    case 'wrongType':
      return error(key, `is ${nounOf(valueAt(json, key))}; it must be ${problem.expected}.`);
    case 'wrongValue':
      return error(key, wrongValueSentence(key, valueAt(json, key), problem.expected));
    default:
      return assertNever(problem);
  }
}

const lastName = (key: string): string => key.split('.').at(-1) ?? key;

function missingSentence(key: string): string {
  switch (lastName(key)) {
    case 'clientId':
      return 'is missing; write the client id that the server gave when the app was registered.';
    case 'iss':
      return 'is missing, and so is issPattern; write the FHIR base address as the EHR sends it.';
    case 'name':
      return 'is missing; write what people call this server.';
    default:
      return 'is missing; write it.';
  }
}

function unknownSentence(key: string): string {
  const name = lastName(key);
  if (/secret|password/i.test(name)) {
    return 'does not belong here: everybody can read config.json. Register the app as a public client, which has no secret.';
  }
  if (/redirect|launchur[il]/i.test(name)) {
    return "is no key: the redirect address is always the address of the app's folder. Register that one, and take the key out.";
  }
  const meant = nearest(name, keysBeside(key));
  const advice = meant === undefined ? 'take it out' : `did you mean "${meant}"?`;
  return `is no key of this version; ${advice}${meant === undefined ? '.' : ''}`;
}

const shapes: Readonly<Record<string, AddressShape>> = {
  iss: 'base',
  issPattern: 'pattern',
  authOrigins: 'origin',
  styleOrigins: 'origin',
  frameAncestors: 'ancestor',
  url: 'prefix',
};

function wrongValueSentence(key: string, value: unknown, expected: string): string {
  const name = lastName(key).replace(/\[\d+\]$/, '');
  const shape = shapes[name];
  if (typeof value === 'string' && value.trim() === '') return `is empty; it must be ${expected}.`;
  if (typeof value === 'string' && shape !== undefined && expected !== 'the same origin as iss') {
    const mistake = addressMistake(value, shape);
    if (mistake !== undefined) return mistake;
  }
  if (name === 'version') return 'is another version of the configuration; this app reads 1.';
  if (name === 'launch' && Array.isArray(value)) {
    return 'is empty: nobody could start the app from this server; write "ehr", "standalone" or both.';
  }
  const near =
    typeof value === 'string'
      ? nearest(
          value,
          [...expected.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word),
        )
      : undefined;
  const advice = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `is ${JSON.stringify(value)}; it must be ${expected}.${advice}`;
}

function nounOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value)}`;
}

/** The value at a path as the parser writes it: `issuers[0].authOrigins[1]`; `config.json` is the whole. */
export function valueAt(json: unknown, path: string): unknown {
  if (path === 'config.json') return json;
  let value = json;
  for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    if (index !== undefined) value = Array.isArray(value) ? value[Number(index)] : undefined;
    else value = isRecord(value) && name !== undefined ? value[name] : undefined;
  }
  return value;
}
