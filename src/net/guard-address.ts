import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { hasTrustedScheme, parseAddress, withoutTrailingSlash } from '../shared/web-address.ts';

/**
 * Why an address is not requested: `unreadable` no absolute web address; `scheme` not https (http on
 * loopback); `userinfo` names a user; `dotSegments` climbs out of its path, encoded or not; `outside`
 * not under the allowed addresses.
 */
export type AddressRefusal = 'unreadable' | 'scheme' | 'userinfo' | 'dotSegments' | 'outside';

export interface RefusedAddress {
  readonly kind: 'refusedAddress';
  readonly reason: AddressRefusal;
  /** Host and port as read, for the message; empty when unreadable. */
  readonly host: string;
}

/** Checks all that does not depend on where the address may lead; the URL comes back parsed. */
export function guardShape(address: string): Result<URL, RefusedAddress> {
  const url = parseAddress(address);
  const refuse = (reason: AddressRefusal) =>
    err({ kind: 'refusedAddress', reason, host: url?.host ?? '' } as const);
  if (url === undefined) return refuse('unreadable');
  if (!hasTrustedScheme(url)) return refuse('scheme');
  // The parser forgives backslashes, tabs and single slashes; a server's log and a reader's eye do not.
  const written = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(address);
  if (written === null || hasForgivenCharacter(address)) return refuse('unreadable');
  const [, authority = '', path = ''] = written;
  if (authority.includes('@')) return refuse('userinfo');
  if (climbs(path)) return refuse('dotSegments');
  return ok(url);
}

/** True for addresses of the prefix's origin whose path is the prefix or lies below it. */
export function isUnder(url: URL, prefix: string): boolean {
  const allowed = parseAddress(prefix);
  if (allowed === undefined || allowed.origin !== url.origin) return false;
  const path = withoutTrailingSlash(allowed.pathname);
  return url.pathname === path || url.pathname.startsWith(`${path}/`);
}

/** `guardShape`, then the address must lie under one of `prefixes`. */
export function guardAddress(
  address: string,
  prefixes: readonly string[],
): Result<URL, RefusedAddress> {
  const shaped = guardShape(address);
  if (!shaped.ok || prefixes.some((prefix) => isUnder(shaped.value, prefix))) return shaped;
  return err({ kind: 'refusedAddress', reason: 'outside', host: shaped.value.host });
}

function hasForgivenCharacter(address: string): boolean {
  for (const character of address) {
    if (character < ' ' || character === '\\' || character === '\u007f') return true;
  }
  return false;
}

/** Servers and proxies decode once or twice before they resolve `..`; so do we before we trust a path. */
function climbs(path: string): boolean {
  let decoded = path;
  for (let round = 0; round < 3; round += 1) {
    decoded = decoded
      .replace(/%25/g, '%')
      .replace(/%2e/gi, '.')
      .replace(/%2f/gi, '/')
      .replace(/%5c/gi, '\\');
  }
  return decoded.split(/[/\\;]/).some((segment) => segment === '.' || segment === '..');
}
