/** The FHIR server's origin: bases per version and tenant, CORS, discovery, faults around every answer. */
import { handleFhir } from './fhir/router.ts';
import { corsHeaders, jsonResponse, preflightResponse, textResponse, withHeaders } from './http.ts';
import type { Origins } from './origins.ts';
import { playFault } from './play-fault.ts';
import type { RequestLog } from './request-log.ts';
import { addressOf, entriesOf, isJson, isObject, nextOf } from './rewrite-answer.ts';
import type { FhirVersion } from './session.ts';
import type { LiveSession } from './sessions.ts';
import { smartConfiguration } from './smart/discovery.ts';
import type { Authorization, GrantStore } from './smart/grants.ts';
import type { Grant } from './smart/grant.ts';

export interface FhirOrigin {
  readonly origins: Origins;
  readonly grants: GrantStore;
  readonly log: RequestLog;
  tenant(id: string): LiveSession | undefined;
}

interface Call {
  readonly tenant: LiveSession;
  readonly version: FhirVersion;
  /** After the base, without query and leading slash. */
  readonly path: string;
  readonly bearer: { readonly authorization: Authorization; readonly grant: Grant } | undefined;
}

const baseRoute = /^\/(dstu2|r4)\/([A-Za-z0-9-]+)(?:\/(.*))?$/;
const methods = 'GET, POST, OPTIONS';

export async function handleFhirOrigin(request: Request, server: FhirOrigin): Promise<Response> {
  const [, version, id, path = ''] = baseRoute.exec(new URL(request.url).pathname) ?? [];
  const tenant = id === undefined ? undefined : server.tenant(id);
  const answer = async (): Promise<Response> => {
    if (request.method === 'OPTIONS') return preflightResponse(methods);
    if (tenant === undefined) return textResponse('Tenant not valid or accessible', 403);
    return answerCall(request, call(tenant), server);
  };
  const call = (found: LiveSession): Call => ({
    tenant: found,
    version: version === 'dstu2' ? 'dstu2' : 'r4',
    path: decoded(path),
    bearer: findBearer(request, found, version, server.grants),
  });
  const session =
    tenant === undefined ? undefined : (call(tenant).bearer?.authorization.session ?? tenant);
  const response = await server.log.record(request, 'fhir', session, answer);
  // An answer that already says who may read it is a fault's.
  const cors = response.headers.has('Access-Control-Allow-Origin') ? {} : corsHeaders;
  return withHeaders(response, { ...cors, 'X-Request-Id': crypto.randomUUID() });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A token is known at its own base only. */
function findBearer(
  request: Request,
  tenant: LiveSession,
  version: string | undefined,
  grants: GrantStore,
): Call['bearer'] {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('Authorization') ?? '')?.[1];
  const found = token === undefined ? undefined : grants.find(token);
  if (found?.authorization.session.id !== tenant.id) return undefined;
  return found.authorization.version === version ? found : undefined;
}

async function answerCall(request: Request, call: Call, server: FhirOrigin): Promise<Response> {
  const { version, path, bearer } = call;
  const { origins } = server;
  const session = bearer?.authorization.session ?? call.tenant;
  const page = session.pages.get(addressOf(request)) ?? 1;
  const accept = request.headers.get('Accept') ?? '';
  const probe = { method: request.method, path, page, accept };
  const faults = session.strike(probe);
  const scene = { request, session, origins, version, probe };
  const answer = async (): Promise<Response> => {
    if (path === '.well-known/smart-configuration') {
      return session.options.discovery === 'metadata'
        ? textResponse('Not found', 404)
        : jsonResponse(smartConfiguration(session, origins, version));
    }
    const chart = bearer?.authorization.chart ?? session.chart;
    const seen = { ...session, chart };
    const response = await handleFhir(request, {
      session: seen,
      origins,
      version,
      path,
      grant: bearer?.grant,
    });
    return session.faults().length === 0 ? response : notePages(request, response, session, page);
  };
  return playFault(faults, answer, scene);
}

/** Remembers which address is whose next page: addresses are opaque, faults count pages. */
async function notePages(
  request: Request,
  response: Response,
  session: LiveSession,
  page: number,
): Promise<Response> {
  if (request.method !== 'GET' || response.status !== 200 || !isJson(response)) return response;
  const text = await response.text();
  const bundle: unknown = JSON.parse(text);
  const next = isObject(bundle) ? nextOf(bundle) : undefined;
  if (isObject(bundle) && next !== undefined && URL.canParse(next)) {
    session.pages.set(addressOf(next), page + 1);
    if (page === 1) session.firstPages.set(addressOf(next), entriesOf(bundle));
  }
  return new Response(text, { status: response.status, headers: response.headers });
}
