import { asBase, asBasePattern, asOrigin, asPrefix, isTenant } from './config-addresses.ts';
import { listOf, listOfObjects, oneOf, text, trueOrFalse } from './config-reader.ts';
import type { ConfigReader } from './config-reader.ts';
import type { IssuerConfig } from './config.ts';

const base = text('an https address without query', asBase);
const basePattern = text('an https address with {tenant} as one path segment', asBasePattern);
const origin = text('an origin: https://host', asOrigin);
const prefix = text('an https address ending in /', asPrefix);
const tenant = text('letters, digits and hyphens', (value) =>
  isTenant(value) ? value : undefined,
);

/** One entry of `issuers`, defaults filled in; what is wrong goes to the reader's problems. */
export function readIssuer(reader: ConfigReader): IssuerConfig {
  const iss = reader.optional('iss', base, undefined);
  const issPattern = reader.optional('issPattern', basePattern, undefined);
  const tenants = reader.optional('tenants', listOf(tenant), undefined);
  const scopes = reader.optional('scopes', text('scopes separated by spaces'), undefined);
  const launch = reader.optional('launch', listOf(oneOf('ehr', 'standalone')), [
    'ehr',
    'standalone',
  ] as const);
  if (launch.length === 0)
    reader.report('launch', { kind: 'wrongValue', expected: '"ehr", "standalone"' });
  const origins = [iss, issPattern].flatMap((address) =>
    address === undefined ? [] : [originOf(address)],
  );
  if (origins.length === 0 && !reader.has('iss') && !reader.has('issPattern')) {
    reader.report('iss', { kind: 'missing' });
  }
  if (origins[1] !== undefined && origins[0] !== origins[1]) {
    reader.report('issPattern', { kind: 'wrongValue', expected: 'the same origin as iss' });
  }
  return {
    name: reader.required('name', text('a name'), ''),
    clientId: reader.required('clientId', text('a client id'), ''),
    ...(iss !== undefined && { iss }),
    ...(issPattern !== undefined && { issPattern }),
    ...(tenants !== undefined && { tenants }),
    launch,
    ...(scopes !== undefined && { scopes }),
    // SMART App Launch 2.2: "all SMART apps SHALL support PKCE"; servers that know nothing of it ignore it.
    pkce: reader.optional('pkce', oneOf('always', 'required', 'ifAdvertised'), 'always'),
    authOrigins: reader.optional('authOrigins', listOf(origin), origins.slice(0, 1)),
    styleOrigins: reader.optional('styleOrigins', listOf(origin), []),
    resourcePrefixes: reader.optional('resourcePrefixes', listOfObjects(readPrefix), []),
    mpages: reader.optional('mpages', trueOrFalse, false),
  };
}

function readPrefix(reader: ConfigReader): { url: string; sendToken: boolean } {
  return {
    url: reader.required('url', prefix, ''),
    sendToken: reader.optional('sendToken', trueOrFalse, false),
  };
}

const originOf = (address: string): string => new URL(address.replace('{tenant}', 'x')).origin;
