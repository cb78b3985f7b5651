import type { Origins } from '../origins.ts';
import type { FhirVersion, SandboxSession } from '../session.ts';
import type { Grant } from '../smart/grant.ts';

/** What the outer layer knows of a request to a FHIR base. */
export interface FhirContext {
  readonly session: SandboxSession;
  readonly origins: Origins;
  readonly version: FhirVersion;
  /** After the base: `Binary/TR-1`; a leading slash and a query are ignored. */
  readonly path: string;
  /** Undefined: the request carried no known token. */
  readonly grant: Grant | undefined;
}

/** One authorized request, taken apart. */
export interface FhirCall {
  readonly request: Request;
  readonly params: URLSearchParams;
  readonly session: SandboxSession;
  readonly origins: Origins;
  readonly version: FhirVersion;
  /** Without trailing slash: `http://127.0.0.1:8081/dstu2/TENANT`. */
  readonly base: string;
  readonly tenant: string;
  readonly grant: Grant;
}

/** Splits the path after the base: `['Binary', 'TR-1']`; undefined when its escapes are broken. */
export function pathSegments(path: string): readonly string[] | undefined {
  const bare = path.replace(/\?.*$/s, '').replace(/^\//, '');
  try {
    return bare.split('/').map((segment) => decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}

/** The base that the client called: the fixed demo tenant serves sessions of other ids. */
export function baseOf(request: Request, context: FhirContext): { base: string; tenant: string } {
  const [version, tenant] = new URL(request.url).pathname.split('/').slice(1);
  const called = version === context.version && tenant ? tenant : context.session.id;
  return { base: `${context.origins.fhir}/${context.version}/${called}`, tenant: called };
}
