/** The authorization server's origin: authorize, the pages between, token, revocation, keys. */
import { oauthErrorOf } from '../faults.ts';
import { playFault } from '../play-fault.ts';
import { jsonResponse, preflightResponse, readForm, corsHeaders } from '../http.ts';
import type { Origins } from '../origins.ts';
import type { RequestLog } from '../request-log.ts';
import type { FhirVersion } from '../session.ts';
import type { LiveSession } from '../sessions.ts';
import { pageStyle } from '../style.ts';
import { checkAuthorize } from './authorize-request.ts';
import type { GrantStore } from './grants.ts';
import type { TokenSigner } from './id-token.ts';
import { redirectError, type Interactions } from './interactions.ts';
import { errorInfoPage, problemPage } from './pages.ts';
import { handleRevoke, handleToken, tokenError } from './token.ts';

export interface AuthorizationServer {
  readonly origins: Origins;
  readonly grants: GrantStore;
  readonly signer: TokenSigner;
  readonly interactions: Interactions;
  readonly log: RequestLog;
  tenant(id: string): LiveSession | undefined;
}

interface Route {
  readonly session: LiveSession;
  readonly version: FhirVersion;
  readonly rest: string;
}

const tenantRoute = /^\/tenants\/([A-Za-z0-9-]+)\/fhir\/(dstu2|r4)\/(.+)$/;

export async function handleAuthorization(
  request: Request,
  server: AuthorizationServer,
): Promise<Response> {
  const url = new URL(request.url);
  const route = findRoute(url.pathname, server);
  if (route === undefined) {
    return server.log.record(request, 'authorization', undefined, async () =>
      answerCommon(url, server),
    );
  }
  const { session, rest } = route;
  if (rest === 'token' || rest === 'token/revoke') return answerToken(request, route, server);
  const own = server.interactions.sessionOf(rest.slice('interactions/'.length)) ?? session;
  return server.log.record(request, 'authorization', own, () =>
    answerPage(request, url, route, server),
  );
}

function findRoute(path: string, server: AuthorizationServer): Route | undefined {
  const [, tenant, version, rest] = tenantRoute.exec(path) ?? [];
  const session = tenant === undefined ? undefined : server.tenant(tenant);
  if (session === undefined || rest === undefined) return undefined;
  return { session, version: version === 'dstu2' ? 'dstu2' : 'r4', rest };
}

async function answerCommon(url: URL, { signer }: AuthorizationServer): Promise<Response> {
  if (url.pathname === '/style.css') return pageStyle();
  if (url.pathname === '/jwks') return jsonResponse(await signer.keys(), 200, corsHeaders);
  const error = /^\/errors\/([a-z_]+)$/.exec(url.pathname)?.[1];
  if (error !== undefined) return errorInfoPage(error);
  return problemPage('There is no such page.', 404);
}

async function answerPage(
  request: Request,
  url: URL,
  route: Route,
  server: AuthorizationServer,
): Promise<Response> {
  const { session, version, rest } = route;
  const { interactions, origins } = server;
  if (rest === 'authorize') {
    const params = request.method === 'POST' ? await readForm(request) : url.searchParams;
    if (params === undefined) return problemPage('The request is not a form.');
    const refused = refuseByFault(request.method, params, session, origins);
    if (refused !== undefined) return refused;
    const check = checkAuthorize(params, session, origins, version);
    switch (check.kind) {
      case 'fine':
        return interactions.begin(session, version, check.request);
      case 'page':
        return problemPage(check.problem);
      case 'redirect':
        return redirectError(origins, check, check.error, check.description);
    }
  }
  if (!rest.startsWith('interactions/')) return problemPage('There is no such page.', 404);
  const id = rest.slice('interactions/'.length);
  if (request.method !== 'POST') return interactions.show(id);
  const form = await readForm(request);
  return form === undefined
    ? problemPage('The request is not a form.')
    : interactions.submit(id, form);
}

/** Before anything is used up: whoever tries again comes with the same launch code. */
function refuseByFault(
  method: string,
  params: URLSearchParams,
  session: LiveSession,
  origins: Origins,
): Response | undefined {
  const error = oauthErrorOf(session.strike({ method, path: 'authorize', page: 1 }));
  if (error === undefined || params.get('redirect_uri') !== origins.app) return undefined;
  const to = { redirectUri: origins.app, state: params.get('state') ?? undefined };
  return redirectError(origins, to, error, `the sandbox plays ${error}`);
}

/** Token requests are logged and meet faults in the session of their code or refresh token. */
async function answerToken(
  request: Request,
  route: Route,
  server: AuthorizationServer,
): Promise<Response> {
  const { log, grants, origins } = server;
  if (request.method === 'OPTIONS') {
    return log.record(request, 'authorization', route.session, async () =>
      preflightResponse('POST, OPTIONS'),
    );
  }
  const form = request.method === 'POST' ? await readForm(request) : undefined;
  const credential = form?.get('code') ?? form?.get('refresh_token') ?? form?.get('token') ?? '';
  const session = grants.sessionOf(credential) ?? route.session;
  const grantType = form?.get('grant_type') ?? undefined;
  return log.record(
    request,
    'authorization',
    session,
    async () => {
      if (form === undefined) return tokenError(origins, 'invalid_request');
      const context = { ...server, tenant: route.session.id, version: route.version };
      const kind = grantType === 'refresh_token' ? 'token/refresh' : 'token/code';
      const path = route.rest === 'token' ? kind : route.rest;
      const probe = { method: 'POST', path, page: 1 };
      const faults = session.strike(probe);
      const error = oauthErrorOf(faults);
      if (error !== undefined) {
        const status = error === 'invalid_client' ? 401 : 400;
        return tokenError(origins, error, status, `the sandbox plays ${error}`);
      }
      const answer = async (): Promise<Response> =>
        route.rest === 'token' ? handleToken(form, context) : handleRevoke(form, context);
      return playFault(faults, answer, {
        request,
        session,
        origins,
        version: route.version,
        probe,
      });
    },
    { grantType, activeAt: form?.get('active_at') ?? undefined },
  );
}
