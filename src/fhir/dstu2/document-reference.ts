import type { ClinicalDocument } from '../../model/clinical-document.ts';
import { conceptText } from '../concept.ts';
import { periodStart, toDocument } from '../document-parts.ts';
import { readRelations } from '../document-relations.ts';
import { referenceStatus } from '../document-status.ts';
import { type FhirResource, objectOf, objectsOf, textOf } from '../fhir-resource.ts';
import type { MappingContext } from '../mapping-context.ts';
import { displayOf, displaysOf } from '../reference-parts.ts';

/** DSTU2 DocumentReference: `class`, `created`, `indexed`. Source: http://hl7.org/fhir/DSTU2/documentreference.html */
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
      category: conceptText(resource['class']),
      dates: [periodStart(circumstances?.['period']), resource['created'], resource['indexed']],
      filed: [resource['indexed']],
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
