import type { Chart, ChartDocument, ChartEncounter } from '../../charts/chart.ts';
import { attachmentsOf, type Links } from '../attachments.ts';
import { fullName, metaOf, named, reference, relatesTo, typeConcept } from '../concepts.ts';
import type { Mapper, SummaryLink } from '../mapper.ts';
import { patientResource } from '../patient-resource.ts';
import { absent, compact, type Resource } from '../resource.ts';

const nullFlavor = 'http://hl7.org/fhir/v3/NullFlavor';
const plainDocument = {
  system: 'urn:oid:1.3.6.1.4.1.19376.1.2.3',
  code: 'urn:ihe:pcc:handp:2008',
  display: 'History and Physical Specification',
};

/** A chart as FHIR DSTU2 (1.0.2): names as lists, one category, `content.format` as a list. */
export const dstu2Mapper: Mapper = {
  fhirVersion: '1.0.2',
  patient: (patient) => patientResource(patient, (family) => [family]),
  encounter: encounterOf,
  diagnosticReport: reportOf,
  documentReference: documentOf,
  summaryReference: summaryOf,
  binary: (id, contentType, content) => ({ resourceType: 'Binary', id, contentType, content }),
};

const classes = { AMB: 'outpatient', IMP: 'inpatient', EMER: 'emergency' } as const;

function encounterOf(encounter: ChartEncounter, chart: Chart): Resource {
  return compact({
    resourceType: 'Encounter',
    id: encounter.id,
    status: encounter.end === undefined ? 'in-progress' : 'finished',
    class: classes[encounter.class],
    type: [{ text: encounter.type }],
    patient: reference('Patient', chart.patient.id, fullName(chart.patient)),
    period: compact({ start: encounter.start, end: encounter.end }),
    location: [{ location: named(encounter.location), status: 'completed' }],
  });
}

/** DSTU2 has no `preliminary` and no `amended`. */
const reportStatuses: Readonly<Record<string, string>> = {
  preliminary: 'partial',
  amended: 'corrected',
};

async function reportOf(report: ChartDocument, chart: Chart, links: Links): Promise<Resource> {
  return compact({
    resourceType: 'DiagnosticReport',
    id: report.id,
    meta: metaOf(report.filed),
    ...(report.status === 'unknown'
      ? { _status: absent('unknown') }
      : { status: reportStatuses[report.status] ?? report.status }),
    category: categoryOf(report, {
      system: 'http://hl7.org/fhir/v2/0074',
      code: 'RAD',
      display: 'Radiology',
    }),
    code: titled(typeConcept(report, nullFlavor), report.title),
    subject: reference('Patient', chart.patient.id, fullName(chart.patient)),
    encounter: reference('Encounter', report.encounterId),
    effectiveDateTime: report.date,
    issued: report.filed,
    performer: named(report.author ?? report.organisation),
    presentedForm: await attachmentsOf(report, links),
  });
}

async function documentOf(document: ChartDocument, chart: Chart, links: Links): Promise<Resource> {
  const attachments = await attachmentsOf(document, links);
  const context = compact({
    encounter: reference('Encounter', document.encounterId),
    period: document.date && { start: document.date, end: document.date },
  });
  return compact({
    resourceType: 'DocumentReference',
    id: document.id,
    meta: metaOf(document.filed),
    subject: reference('Patient', chart.patient.id, fullName(chart.patient)),
    type: typeConcept(document, nullFlavor),
    class: document.category && categoryOf(document, undefined),
    author: document.author && [named(document.author)],
    custodian: named(document.organisation),
    created: document.date,
    // An instant: a day alone is not one.
    indexed: [document.filed, document.date].find((date) => date?.includes('T')),
    status: document.status,
    docStatus: document.docStatus && {
      coding: [{ system: 'http://hl7.org/fhir/composition-status', code: document.docStatus }],
    },
    relatesTo: relatesTo(document),
    description: document.title,
    content: attachments.map((attachment) => ({ attachment, format: [plainDocument] })),
    context: Object.keys(context).length > 0 ? context : undefined,
  });
}

function categoryOf(document: ChartDocument, fallback: Resource | undefined): Resource {
  const coding = document.category ? compact({ ...document.category }) : fallback;
  return compact({ coding: coding && [coding], text: document.category?.display });
}

/** A report has no title of its own: the words of its code are it. */
function titled(code: Resource, title: string | undefined): Resource {
  return title === undefined ? code : { ...code, text: title };
}

/** The vendor's example has `indexed` and neither `created` nor `description`. */
function summaryOf({ id, patientId, url, madeAt }: SummaryLink): Resource {
  return {
    resourceType: 'DocumentReference',
    id,
    subject: reference('Patient', patientId),
    type: {
      coding: [
        { system: 'http://loinc.org', code: '34133-9', display: 'Summarization of Episode Note' },
      ],
      text: 'Continuity of Care Document',
    },
    indexed: madeAt,
    status: 'current',
    content: [
      {
        attachment: { contentType: 'application/xml', url, title: 'Continuity of Care Document' },
        format: [
          {
            system: 'urn:oid:1.3.6.1.4.1.19376.1.2.3',
            code: 'urn:hl7-org:sdwg:ccda-structuredBody:2.1',
            display: 'Documents following C-CDA constraints using a structured body',
          },
        ],
      },
    ],
  };
}
