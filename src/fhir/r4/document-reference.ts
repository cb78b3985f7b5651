import type { ClinicalDocument } from '../../model/clinical-document.ts';
import { conceptText, firstConceptText } from '../concept.ts';
import { periodStart, toDocument } from '../document-parts.ts';
import { readRelations } from '../document-relations.ts';
import { referenceStatus } from '../document-status.ts';
import { type FhirResource, objectOf, objectsOf, textOf } from '../fhir-resource.ts';
import type { MappingContext } from '../mapping-context.ts';
import { displayOf, displaysOf } from '../reference-parts.ts';

/** R4 DocumentReference: `category`, `date`. Source: http://hl7.org/fhir/R4/documentreference.html */
export function mapDocumentReference(
  resource: FhirResource,
  context: MappingContext,
): ClinicalDocument | undefined {
  const circumstances = objectOf(resource['context']);
  const type = conceptText(resource['type']);
  return toDocument(
    resource,
    {
      resourceType: 'DocumentReference',
      titles: [textOf(resource['description']), type],
      type,
      category: firstConceptText(resource['category']),
      dates: [periodStart(circumstances?.['period']), resource['date']],
      filed: [resource['date']],
      status: referenceStatus(resource),
      author: displaysOf(resource['author'], resource),
      organisation: displayOf(resource['custodian'], resource),
      encounter: circumstances?.['encounter'],
      attachments: objectsOf(resource['content']).flatMap((each) => objectsOf(each['attachment'])),
      relations: readRelations(resource['relatesTo'], context.base),
    },
    context,
  );
}
