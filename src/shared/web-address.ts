/** True for hosts that can only be this machine, where plain http is no risk. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}

/** https anywhere, http on loopback only. */
export function hasTrustedScheme(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

/** `new URL` that answers `undefined` instead of throwing; `value` must be absolute. */
export function parseAddress(value: string): URL | undefined {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}

/** Without trailing slashes: how FHIR bases are compared and kept. */
export function withoutTrailingSlash(address: string): string {
  let end = address.length;
  while (end > 0 && address[end - 1] === '/') end -= 1;
  return address.slice(0, end);
}

/** An address that may become a link (`error_uri`), of a trusted scheme; undefined for all else. */
export function trustedLink(value: unknown): string | undefined {
  const url = typeof value === 'string' ? parseAddress(value) : undefined;
  return url !== undefined && hasTrustedScheme(url) ? url.href : undefined;
}
