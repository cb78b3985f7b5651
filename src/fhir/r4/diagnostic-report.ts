import type { ClinicalDocument } from '../../model/clinical-document.ts';
import { conceptText, firstConceptText } from '../concept.ts';
import { periodStart, toDocument } from '../document-parts.ts';
import { reportStatus } from '../document-status.ts';
import { type FhirResource, objectsOf } from '../fhir-resource.ts';
import type { MappingContext } from '../mapping-context.ts';
import { displaysOf } from '../reference-parts.ts';

/** R4 DiagnosticReport: several performers, interpreters, categories. Source: http://hl7.org/fhir/R4/diagnosticreport.html */
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
      category: firstConceptText(resource['category']),
      dates: [resource['effectiveDateTime'], periodStart(resource['effectivePeriod'])],
      filed: [resource['issued']],
      status: reportStatus(resource),
      author:
        displaysOf(resource['resultsInterpreter'], resource) ??
        displaysOf(resource['performer'], resource),
      organisation: undefined,
      encounter: resource['encounter'],
      attachments: objectsOf(resource['presentedForm']),
    },
    context,
  );
