/**
 * The FHIR half of the sandbox: one request to one base, answered as the vendor's pages say, DSTU2 or R4. CORS, request
 * ids and faults are the outer layer's.
 */
import { allows } from '../smart/grant.ts';
import {
  emptyAnswer,
  notFoundAnswer,
  outcomeAnswer,
  resourceAnswer,
  unauthorizedAnswer,
} from './answers.ts';
import { autogenCcd } from './autogen-ccd.ts';
import { readBinary, scopeAnswer } from './binary.ts';
import { docref } from './docref.ts';
import { documentResource, encounterResource, findRendition } from './documents.ts';
import { baseOf, type FhirCall, type FhirContext, pathSegments } from './fhir-call.ts';
import { acceptsResource } from './media-types.ts';
import { metadata } from './metadata.ts';
import { otherPatientAnswer, searchDocuments, searchEncounters } from './search.ts';
import { versions } from './versions.ts';

type Answer = Response | Promise<Response>;

/** How one resource type is served; Binary answers its own 406. */
interface Route {
  readonly negotiates?: boolean;
  readonly search?: (call: FhirCall) => Answer;
  readonly read: (call: FhirCall, id: string) => Answer;
  readonly operations?: Readonly<Record<string, (call: FhirCall) => Answer>>;
}

const routes: Readonly<Record<string, Route>> = {
  Patient: { read: readPatient },
  Encounter: { search: searchEncounters, read: readEncounter },
  DiagnosticReport: {
    search: (call) => searchDocuments(call, 'DiagnosticReport'),
    read: (call, id) => readDocument(call, 'DiagnosticReport', id),
  },
  DocumentReference: {
    search: (call) => searchDocuments(call, 'DocumentReference'),
    read: (call, id) => readDocument(call, 'DocumentReference', id),
    operations: { $docref: docref },
  },
  Binary: { negotiates: true, read: readBinary, operations: { '$autogen-ccd-if': autogenCcd } },
};

/** Answers one request to a FHIR base. Never throws for what a client sent. */
export async function handleFhir(request: Request, context: FhirContext): Promise<Response> {
  if (request.method !== 'GET') return emptyAnswer(405, { allow: 'GET' });
  const { version, session, origins, grant } = context;
  const segments = pathSegments(context.path);
  const accept = request.headers.get('accept');
  const { base, tenant } = baseOf(request, context);
  const [type = '', id, ...rest] = segments ?? [];
  if (type === 'metadata' && id === undefined) {
    if (!acceptsResource(accept, version)) return emptyAnswer(406);
    const now = new Date(session.now()).toISOString();
    return resourceAnswer(version, metadata({ origins, version, tenant, now }));
  }
  if (!grant) return unauthorizedAnswer('missing');
  if (grant.expired) return unauthorizedAnswer('expired');
  const route = Object.hasOwn(routes, type) ? routes[type] : undefined;
  if (!route || rest.length > 0) return notFoundAnswer(version);
  if (!allows(grant, type)) return scopeAnswer(type);
  if (!route.negotiates && !acceptsResource(accept, version)) return emptyAnswer(406);
  const params = new URL(request.url).searchParams;
  return dispatch(route, id, { request, params, session, origins, version, base, tenant, grant });
}

function dispatch(route: Route, id: string | undefined, call: FhirCall): Answer {
  if (id === undefined || id === '') {
    if (route.search) return route.search(call);
    return outcomeAnswer(call.version, 404, 'not-supported', 'Search is not supported');
  }
  if (id.startsWith('$')) {
    const operation = Object.hasOwn(route.operations ?? {}, id)
      ? route.operations?.[id]
      : undefined;
    return operation ? operation(call) : notFoundAnswer(call.version);
  }
  return route.read(call, id);
}

function readPatient(call: FhirCall, id: string): Answer {
  if (id !== call.grant.patientId) return otherPatientAnswer();
  const { patient } = call.session.chart;
  if (id !== patient.id) return notFoundAnswer(call.version);
  return resourceAnswer(call.version, versions[call.version].mapper.patient(patient));
}

function readEncounter(call: FhirCall, id: string): Answer {
  const encounter = call.session.chart.encounters.find((one) => one.id === id);
  if (!encounter) return notFoundAnswer(call.version);
  return resourceAnswer(call.version, encounterResource(call, encounter));
}

async function readDocument(
  call: FhirCall,
  type: 'DiagnosticReport' | 'DocumentReference',
  id: string,
): Promise<Response> {
  const document = call.session.chart.documents.find(
    (one) => one.resourceType === type && one.id === id,
  );
  if (document) return resourceAnswer(call.version, await documentResource(call, document));
  // Some servers' attachments point at a DocumentReference that holds the bytes inline.
  const linked = type === 'DocumentReference' ? findRendition(call, id) : undefined;
  if (linked?.rendition.link !== 'documentReference') return notFoundAnswer(call.version);
  const alone = { ...linked.document, id, renditions: [linked.rendition] };
  return resourceAnswer(call.version, await documentResource(call, alone, true));
}
