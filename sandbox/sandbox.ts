/**
 * An EHR in a box: a FHIR server, an authorization server, a foreign host and an EHR page as one function from
 * request to answer per origin. Only Web APIs: it runs in Node behind adapters/node.ts and in a service worker.
 */
import { appConfig } from './app-config.ts';
import type { CreatedSession } from './created-session.ts';
import { handleEhr } from './ehr/ehr-origin.ts';
import { handleFhirOrigin } from './fhir-origin.ts';
import type { OriginRole, Origins } from './origins.ts';
import { createRequestLog } from './request-log.ts';
import type { LoggedRequest, SessionOptions } from './session.ts';
import {
  createDemoSession,
  createSessions,
  demoTenant,
  type ChartSource,
  type LiveSession,
  type UnknownChart,
} from './sessions.ts';
import { handleAuthorization } from './smart/authorization-server.ts';
import { fhirBase } from './smart/endpoints.ts';
import { createGrantStore } from './smart/grants.ts';
import { createTokenSigner } from './smart/id-token.ts';
import { createInteractions, proxyPerson } from './smart/interactions.ts';
import type { PersonChoice } from './smart/pages.ts';
import { handleStorage } from './storage-origin.ts';

export interface Sandbox {
  handle(role: OriginRole, request: Request): Promise<Response>;
  /** Rejects for a chart that is not there. */
  createSession(options?: Partial<SessionOptions>): Promise<CreatedSession>;
  session(id: string): LiveSession | undefined;
  /** The tenant `demo` before sign-in: its discovery and preflights are logged here. */
  readonly demo: LiveSession;
  /** Requests that named no session. */
  readonly strays: readonly LoggedRequest[];
  /** The app's config.json. */
  config(): ReturnType<typeof appConfig>;
  /** A further address that opens the app with the session; an EHR launch gets a fresh code. */
  launchUrl(session: LiveSession): string;
}

export function createSandbox(given: {
  readonly origins: Origins;
  readonly charts: readonly ChartSource[];
  readonly log?: (request: LoggedRequest) => void;
  /** The real clock, milliseconds since the epoch. */
  readonly time?: () => number;
}): Sandbox {
  const { origins, charts, time = Date.now } = given;
  const sessions = createSessions(charts, time);
  const demo = createDemoSession(time);
  const log = createRequestLog(time, given.log);
  const grants = createGrantStore();
  const tenant = (id: string): LiveSession | undefined => {
    if (id === demoTenant) return demo;
    const session = sessions.get(id);
    return session?.id === id ? session : undefined;
  };
  const interactions = createInteractions({
    sessions,
    grants,
    origins,
    people: peopleOf(charts),
    childrenOf: (session) => childrenOf(session.options, charts),
  });

  function launchUrl(session: LiveSession): string {
    const {
      persona,
      fhirVersion,
      launch = persona === 'provider' ? 'ehr' : 'standalone',
    } = session.options;
    const url = new URL(origins.app);
    url.searchParams.set('iss', fhirBase(origins, fhirVersion, session.id));
    if (launch === 'ehr') url.searchParams.set('launch', session.createLaunch());
    return url.href;
  }

  async function create(options: Partial<SessionOptions>): Promise<CreatedSession | UnknownChart> {
    const session = await sessions.create(options);
    if ('unknownChart' in session) return session;
    const iss = fhirBase(origins, session.options.fhirVersion, session.id);
    return { id: session.key, launchUrl: launchUrl(session), iss };
  }

  const shared = { origins, grants, log, tenant };
  const authorization = { ...shared, signer: createTokenSigner(), interactions };
  const session = (key: string): LiveSession | undefined =>
    key === demoTenant ? demo : sessions.get(key);
  const ehr = {
    origins,
    log,
    charts: charts.map((chart) => ({ ...chart, name: uniqueNameOf(chart, charts) })),
    create,
    session,
    launchUrl,
    strays: log.strays,
  };

  return {
    handle(role, request) {
      switch (role) {
        case 'fhir':
          return handleFhirOrigin(request, shared);
        case 'authorization':
          return handleAuthorization(request, authorization);
        case 'storage':
          return handleStorage(request, shared);
        case 'ehr':
          return handleEhr(request, ehr);
      }
    },
    async createSession(options = {}) {
      const created = await create(options);
      if ('unknownChart' in created) throw new Error(`No chart named ${created.unknownChart}`);
      return created;
    },
    session,
    demo,
    strays: log.strays,
    config: () => appConfig(origins),
    launchUrl,
  };
}

/** "Nancy Smart" of "Nancy Smart, 46: ten years of ordinary care". */
function nameOf(chart: ChartSource): string {
  return chart.title.split(/[,:]/)[0]?.trim() ?? chart.title;
}

/** People of one name are told apart by the whole title. */
function uniqueNameOf(chart: ChartSource, charts: readonly ChartSource[]): string {
  const name = nameOf(chart);
  const alone = charts.every((other) => other === chart || nameOf(other) !== name);
  return alone ? name : chart.title;
}

function isChild(chart: ChartSource): boolean {
  return chart.id.startsWith('child-');
}

/** A proxy's charts: those named, else the children on offer, else the first two charts. */
function childrenOf(options: SessionOptions, charts: readonly ChartSource[]): readonly string[] {
  if (options.proxyFor !== undefined) return options.proxyFor;
  const children = charts.filter(isChild);
  return (children.length > 1 ? children : charts.slice(0, 2)).map((chart) => chart.id);
}

/** Who may sign in at the demo: each grown-up patient, and the parent of the children. */
function peopleOf(charts: readonly ChartSource[]): readonly PersonChoice[] {
  const own = charts
    .filter((chart) => !isChild(chart))
    .map((chart) => ({
      id: chart.id,
      name: uniqueNameOf(chart, charts),
      description: chart.description,
    }));
  const children = charts.filter(isChild).map(nameOf);
  if (children.length < 2) return own;
  const description = `for her children ${children.join(' and ')}`;
  return [...own, { id: proxyPerson, name: 'Mary Grant', description }];
}
