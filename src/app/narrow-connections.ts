import type { IssuerConfig } from '../config/config.ts';

/** Servers of one launch. */
export interface LaunchServers {
  readonly iss: string;
  readonly authOrigins: readonly string[];
  readonly styleOrigins: readonly string[];
  readonly resourcePrefixes: IssuerConfig['resourcePrefixes'];
}

/**
 * The policy that leaves this page only this launch's servers: the app's own files, the FHIR base and
 * listed prefixes by path, the authorization and style servers by origin. Policies add up: this one can
 * only narrow what the served header allows. Source: https://www.w3.org/TR/CSP3/#multiple-policies
 */
export function connectionPolicy(servers: LaunchServers): string {
  const sources = [
    "'self'",
    folderSource(servers.iss),
    ...servers.authOrigins.map((origin) => new URL(origin).origin),
    ...servers.styleOrigins.map((origin) => new URL(origin).origin),
    ...servers.resourcePrefixes.map(({ url }) => folderSource(url)),
  ];
  return `connect-src ${[...new Set(sources)].join(' ')}`;
}

/** Appends the policy to the page; before the first request that carries a token. */
export function narrowConnections(servers: LaunchServers): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = connectionPolicy(servers);
  document.head.append(meta);
}

/** A source whose path ends in `/` matches all below it; `;` and `,` would end the directive. */
function folderSource(address: string): string {
  const url = new URL(address);
  const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  return `${url.origin}${path.replaceAll(';', '%3B').replaceAll(',', '%2C')}`;
}
