import type { ClinicalDocument } from '../../model/clinical-document.ts';
import { conceptText } from '../concept.ts';
import { periodStart, toDocument } from '../document-parts.ts';
import { reportStatus } from '../document-status.ts';
import { type FhirResource, objectsOf } from '../fhir-resource.ts';
import type { MappingContext } from '../mapping-context.ts';
import { displayOf } from '../reference-parts.ts';

/** DSTU2 DiagnosticReport: one performer, one category. Source: http://hl7.org/fhir/DSTU2/diagnosticreport.html */
export const mapDiagnosticReport = (
  resource: FhirResource,
  context: MappingContext,
): ClinicalDocument | undefined =>
  toDocument(
    resource,
    {
      resourceType: 'DiagnosticReport',
      titles: [conceptText(resource['code'])],
      type: conceptText(resource['code']),
      category: conceptText(resource['category']),
      dates: [resource['effectiveDateTime'], periodStart(resource['effectivePeriod'])],
      filed: [resource['issued']],
      status: reportStatus(resource),
      author: displayOf(resource['performer'], resource),
      organisation: undefined,
      encounter: resource['encounter'],
      attachments: objectsOf(resource['presentedForm']),
    },
    context,
  );
