/** A small chart and a session of it, for the tests of this folder. */
import type { Chart, ChartDocument, ChartRendition } from '../charts/chart.ts';
import { emptyRecord } from '../charts/empty-record.ts';
import type { Origins } from '../origins.ts';
import type { FhirVersion, SandboxSession, SessionOptions } from '../session.ts';
import { defaultOptions } from '../sessions.ts';
import type { Grant } from '../smart/grant.ts';
import { handleFhir } from './router.ts';

export const origins: Origins = {
  fhir: 'http://127.0.0.1:1001',
  authorization: 'http://127.0.0.1:1002',
  storage: 'http://127.0.0.1:1003',
  ehr: 'http://127.0.0.1:1004',
  ehrOtherSite: 'http://localhost:1004',
  app: 'http://127.0.0.1:1000/',
};

const now = Date.parse('2026-03-01T12:00:00Z');

export function rendition(id: string, fields: Partial<ChartRendition> = {}): ChartRendition {
  return { id, body: () => new TextEncoder().encode(`bytes of ${id}`), ...fields };
}

function document(id: string, fields: Partial<ChartDocument>): ChartDocument {
  return { id, resourceType: 'DocumentReference', status: 'current', renditions: [], ...fields };
}

const links = [
  'absolute',
  'relative',
  'rootRelative',
  'inline',
  'foreign',
  'documentReference',
  'none',
] as const;

/** Two reports, one document per kind of link, one made in error, one of a proprietary type. */
export const smallChart: Chart = {
  id: 'small',
  title: 'Ann Small',
  patient: {
    id: '1',
    names: [{ family: 'Small', given: ['Ann'], use: 'official' }],
    birthDate: '1980-08-11',
    gender: 'female',
    address: { line: '1 Main St', city: 'Springfield', state: 'IL', postalCode: '62701' },
    identifiers: [{ system: 'urn:oid:2.999.1', value: '42', type: 'MRN' }],
  },
  encounters: [
    {
      id: 'E1',
      type: 'Visit',
      class: 'AMB',
      start: '2019-12-26T09:00:00-06:00',
      end: '2019-12-26T10:00:00-06:00',
      location: 'Clinic',
    },
  ],
  documents: [
    document('R1', {
      resourceType: 'DiagnosticReport',
      title: 'Chest X-ray',
      status: 'preliminary',
      type: { system: 'http://loinc.org', code: '30746-2', display: 'Portable XR Chest' },
      date: '2019-12-26T09:14:00-06:00',
      filed: '2019-12-26T10:00:00-06:00',
      encounterId: 'E1',
      renditions: [
        rendition('TR-1', { contentType: 'text/html', servedAs: 'text/html;charset=windows-1252' }),
        rendition('XR-1', { contentType: 'application/pdf', size: 13 }),
      ],
    }),
    document('R2', { resourceType: 'DiagnosticReport', status: 'amended', date: '2020-01-15' }),
    ...links.map((link) =>
      document(`D-${link}`, {
        title: link,
        date: '2021-05-05T12:00:00Z',
        filed: '2021-05-06T12:00:00Z',
        renditions: [rendition(`B-${link}`, { contentType: 'text/plain', link })],
      }),
    ),
    document('D-error', {
      status: 'entered-in-error',
      title: 'Wrong chart',
      date: '2022-01-01',
      renditions: [rendition('B-error', { contentType: 'text/plain' })],
    }),
    document('D-own-code', {
      type: {
        system: 'https://fhir.example.org/codeSet/72',
        code: '2820507',
        display: 'Office Note',
      },
      category: { system: 'http://hl7.org/fhir/v2/0074', code: 'OTH', display: 'Other' },
      relatesTo: [{ code: 'replaces', documentId: 'D-error' }],
      renditions: [
        rendition('B-xml', { contentType: 'aapplication/xml', servedAs: 'application/xml' }),
        rendition('B-json', { contentType: 'application/json' }),
        rendition('B-untyped'),
      ],
    }),
  ],
  record: emptyRecord,
};

export const allScopes: readonly string[] = [
  'patient/Patient.read',
  'patient/Encounter.read',
  'patient/DiagnosticReport.read',
  'patient/DocumentReference.read',
  'patient/Binary.read',
];

export function createTestSession(
  options: Partial<SessionOptions> = {},
  chart: Chart = smallChart,
): SandboxSession {
  return {
    id: 'tenant-1',
    options: { ...defaultOptions, chart: chart.id, ccdSeconds: 0, ...options },
    chart,
    requests: [],
    now: () => now,
    advance: () => undefined,
  };
}

export interface TestRequest {
  readonly version?: FhirVersion;
  readonly accept?: string;
  readonly method?: string;
  readonly grant?: Grant | undefined;
  readonly session?: SandboxSession;
  readonly signal?: AbortSignal;
}

export const grant: Grant = { scopes: allScopes, patientId: '1', expired: false };

/** Asks one path below the base, as an app would; `path` may be a whole address of the base. */
export function ask(path: string, options: TestRequest = {}): Promise<Response> {
  const version = options.version ?? 'dstu2';
  const session = options.session ?? createTestSession();
  const base = `${origins.fhir}/${version}/${session.id}/`;
  const url = path.startsWith(base) ? path : base + path;
  const accept =
    options.accept ?? (version === 'r4' ? 'application/fhir+json' : 'application/json+fhir');
  const request = new Request(url, {
    method: options.method ?? 'GET',
    headers: accept === '' ? {} : { accept },
    ...(options.signal && { signal: options.signal }),
  });
  return handleFhir(request, {
    session,
    origins,
    version,
    path: url.slice(base.length).replace(/\?.*/, ''),
    grant: 'grant' in options ? options.grant : grant,
  });
}
