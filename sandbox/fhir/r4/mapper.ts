import type { Chart, ChartDocument, ChartEncounter } from '../../charts/chart.ts';
import { attachmentsOf, type Links } from '../attachments.ts';
import { fullName, metaOf, named, reference, relatesTo, typeConcept } from '../concepts.ts';
import type { Mapper, SummaryLink } from '../mapper.ts';
import { patientResource } from '../patient-resource.ts';
import { compact, type Resource } from '../resource.ts';
import { categoryOf } from './document-codes.ts';

const nullFlavor = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';
const plainDocument = {
  system: 'http://ihe.net/fhir/ValueSet/IHE.FormatCode.codesystem',
  code: 'urn:ihe:iti:xds:2017:mimeTypeSufficient',
  display: 'mimeType Sufficient',
};

/** A chart as FHIR R4 (4.0.1). */
export const r4Mapper: Mapper = {
  fhirVersion: '4.0.1',
  patient: (patient) => patientResource(patient, (family) => family),
  encounter: encounterOf,
  diagnosticReport: reportOf,
  documentReference: documentOf,
  summaryReference: summaryOf,
  binary: (id, contentType, data) => ({ resourceType: 'Binary', id, contentType, data }),
};

const classes = { AMB: 'ambulatory', IMP: 'inpatient encounter', EMER: 'emergency' } as const;

function encounterOf(encounter: ChartEncounter, chart: Chart): Resource {
  return compact({
    resourceType: 'Encounter',
    id: encounter.id,
    status: encounter.end === undefined ? 'in-progress' : 'finished',
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: encounter.class,
      display: classes[encounter.class],
    },
    type: [{ text: encounter.type }],
    subject: reference('Patient', chart.patient.id, fullName(chart.patient)),
    period: compact({ start: encounter.start, end: encounter.end }),
    location: [{ location: named(encounter.location), status: 'completed' }],
  });
}

async function reportOf(report: ChartDocument, chart: Chart, links: Links): Promise<Resource> {
  const code = typeConcept(report, nullFlavor);
  return compact({
    resourceType: 'DiagnosticReport',
    id: report.id,
    meta: metaOf(report.filed),
    status: report.status,
    category: categoryOf(report).map((coding) => ({ coding: [coding] })),
    code: report.title === undefined ? code : { ...code, text: report.title },
    subject: reference('Patient', chart.patient.id, fullName(chart.patient)),
    encounter: reference('Encounter', report.encounterId),
    effectiveDateTime: report.date,
    issued: report.filed,
    performer: report.organisation && [named(report.organisation)],
    resultsInterpreter: report.author && [named(report.author)],
    presentedForm: await attachmentsOf(report, links),
  });
}

async function documentOf(document: ChartDocument, chart: Chart, links: Links): Promise<Resource> {
  const attachments = await attachmentsOf(document, links);
  const context = compact({
    encounter: document.encounterId && [reference('Encounter', document.encounterId)],
    period: document.date && { start: document.date, end: document.date },
  });
  return compact({
    resourceType: 'DocumentReference',
    id: document.id,
    meta: metaOf(document.filed),
    status: document.status,
    docStatus: document.docStatus,
    type: typeConcept(document, nullFlavor),
    category: categoryOf(document).map((coding) => ({ coding: [coding], text: coding.display })),
    subject: reference('Patient', chart.patient.id, fullName(chart.patient)),
    // An instant: a day alone is not one.
    date: [document.filed, document.date].find((date) => date?.includes('T')),
    author: document.author && [named(document.author)],
    custodian: named(document.organisation),
    relatesTo: relatesTo(document),
    description: document.title,
    content: attachments.map((attachment) => ({ attachment, format: plainDocument })),
    context: Object.keys(context).length > 0 ? context : undefined,
  });
}

function summaryOf({ id, patientId, url, madeAt }: SummaryLink): Resource {
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: {
      coding: [
        { system: 'http://loinc.org', code: '34133-9', display: 'Summarization of Episode Note' },
      ],
      text: 'Continuity of Care Document',
    },
    subject: reference('Patient', patientId),
    date: madeAt,
    content: [
      {
        attachment: { contentType: 'application/xml', url, title: 'Continuity of Care Document' },
        format: {
          system: 'http://ihe.net/fhir/ValueSet/IHE.FormatCode.codesystem',
          code: 'urn:hl7-org:sdwg:ccda-structuredBody:2.1',
          display: 'Documents following C-CDA constraints using a structured body',
        },
      },
    ],
  };
}
