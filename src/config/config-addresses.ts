import { hasTrustedScheme, parseAddress, withoutTrailingSlash } from '../shared/web-address.ts';

const TENANT = '{tenant}';
/** A name or an address. A URL's host may hold more: `*` and `;` would be read by the policy these go into. */
const NAMED_HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/;
/** Below a name of two parts at least: `*.org` is everybody. */
const HOST_WITH_WILDCARD = /^https:\/\/\*(?:\.[A-Za-z0-9-]+){2,}(:\d+)?$/;

/** True for one path segment that may stand for `{tenant}`. */
export const isTenant = (value: string): boolean => /^[A-Za-z0-9-]+$/.test(value);

/** A FHIR base as configured, without trailing slash; undefined when it can be none. */
export function asBase(value: string): string | undefined {
  const url = parseAddress(value);
  if (url === undefined || !isPlain(url, value)) return undefined;
  return withoutTrailingSlash(value);
}

/** A base with `{tenant}` as exactly one whole path segment. */
export function asBasePattern(value: string): string | undefined {
  const parts = value.split(TENANT);
  const [before, after] = parts;
  if (parts.length !== 2 || before === undefined || after === undefined) return undefined;
  if (!before.endsWith('/') || !(after === '' || after.startsWith('/'))) return undefined;
  const example = parseAddress(`${before}x${after}`);
  // The tenant must lie in the path: `https://{tenant}.example.org` would open every host.
  if (
    example === undefined ||
    !isPlain(example, value) ||
    !before.startsWith(`${example.origin}/`)
  ) {
    return undefined;
  }
  return withoutTrailingSlash(value);
}

/** `https://host[:port]`; a trailing slash is forgiven. */
export function asOrigin(value: string): string | undefined {
  const url = parseAddress(value);
  if (url === undefined || !hasTrustedScheme(url) || !NAMED_HOST.test(url.hostname))
    return undefined;
  return url.origin === withoutTrailingSlash(value).toLowerCase() ? url.origin : undefined;
}

/** An origin, or every host below one (`https://*.example.org`), as CSP's `frame-ancestors` takes it. */
export function asFrameAncestor(value: string): string | undefined {
  return asOrigin(value) ?? (HOST_WITH_WILDCARD.test(value) ? value : undefined);
}

/** An address prefix that ends in a slash, so that `/docs` does not open `/docs-private`. */
export function asPrefix(value: string): string | undefined {
  const url = parseAddress(value);
  return url !== undefined && isPlain(url, value) && value.endsWith('/') ? value : undefined;
}

/** Where the front page may lead: https, or relative to the app. */
export function asDemoAddress(value: string): string | undefined {
  const url = parseAddress(value);
  if (url !== undefined) return hasTrustedScheme(url) ? value : undefined;
  return /^(?!\/\/)[A-Za-z0-9._~/?&=%-]+$/.test(value) ? value : undefined;
}

function isPlain(url: URL, written: string): boolean {
  return (
    hasTrustedScheme(url) &&
    NAMED_HOST.test(url.hostname) &&
    url.username === '' &&
    url.password === '' &&
    !/[?#\\@\s;,'"*]/.test(written) &&
    !/\/\.{1,2}(\/|$)/.test(written)
  );
}
