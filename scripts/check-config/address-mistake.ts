import { hasTrustedScheme, parseAddress } from '../../src/shared/web-address.ts';

/** What an address of config.json is for. */
export type AddressShape = 'base' | 'pattern' | 'origin' | 'ancestor' | 'prefix';

/**
 * Why the app's parser refuses `value` as an address of this shape, and what to write; undefined where no
 * reason is known, for the parser decides and this only explains.
 */
export function addressMistake(value: string, shape: AddressShape): string | undefined {
  if (value.trim() === '') return 'is empty; write an address or leave the key out.';
  if (value.includes('*')) return wildcardMistake(value, shape);
  // The braces of {tenant} may not stand in a host.
  const url = parseAddress(value.replaceAll('{tenant}', 'tenant'));
  if (url === undefined) {
    return `"${value}" is no absolute address; write it in full, with https:// in front.`;
  }
  if (url.username !== '' || url.password !== '' || value.includes('@')) {
    return 'names a user or a password in front of the host; leave that out, everybody can read config.json.';
  }
  if (!hasTrustedScheme(url)) return schemeMistake(url);
  if (/[?#]/.test(value))
    return 'has a query or a fragment; write the address up to the "?" or "#".';
  if (/[\\\s]/.test(value)) return 'has a space or a backslash in it; write the address without.';
  if (/[;,'"]/.test(value))
    return 'has punctuation that would begin another rule of the page’s policy; write the address without.';
  if (/\/\.{1,2}(\/|$)/.test(value)) return 'has "." or ".." in its path; write the path it means.';
  if (shape === 'origin' || shape === 'ancestor') {
    if (url.pathname === '/') return `is written otherwise than browsers do; write ${url.origin}`;
    return `has a path; an origin is scheme and host alone: ${url.origin}`;
  }
  if (shape === 'prefix') {
    return `must end in a slash, for "${value}" would also open "${value}-private"; write "${value}/".`;
  }
  return shape === 'pattern' ? tenantMistake(value, url) : undefined;
}

function schemeMistake(url: URL): string {
  return url.protocol === 'http:'
    ? `is http, where anybody on the way can read and change what goes over it; write https (http is for this machine alone).`
    : `begins with ${url.protocol}, which is no web address; write https.`;
}

function wildcardMistake(value: string, shape: AddressShape): string {
  if (shape === 'ancestor') {
    return `"${value}" would let more sites frame the app than can be meant; a wildcard may stand for the first part of a host only, as in https://*.ehr.example.org.`;
  }
  return shape === 'pattern'
    ? 'has a "*"; the one part that may vary is written {tenant}.'
    : 'has a wildcard; name each address, for a token may go to all that it stands for.';
}

function tenantMistake(value: string, url: URL): string {
  const parts = value.split('{tenant}');
  if (parts.length === 1)
    return 'has no {tenant}; write it as iss, or put {tenant} where the hospital stands.';
  if (parts.length > 2) return 'has {tenant} more than once; one part of the path may vary.';
  const host = /^[^/]*\/\/([^/]*)/.exec(value)?.[1] ?? '';
  if (host.includes('{tenant}')) {
    return 'has {tenant} in the host, which would let any host in; it may stand in the path only.';
  }
  return value.startsWith(`${url.origin}/`)
    ? 'has {tenant} beside other letters; it must be one whole part of the path, between two slashes.'
    : `is written otherwise than browsers do; begin it with ${url.origin}/`;
}
