import { err, ok, type Result } from '../shared/result.ts';
import type { Attachment } from '../model/attachment.ts';
import type { SubjectReference } from '../model/clinical-document.ts';
import { appendRange, type InstantRange } from './autogen-ccd.ts';
import { readBundle } from './bundle-page.ts';
import type { FhirError } from './fhir-error.ts';
import type { FhirReader, ReadOptions } from './fhir-reader.ts';
import { mapDocument } from './map-document.ts';
import { mappingContext } from './mapping-context.ts';

/** LOINC "Summary of episode note", the type of a CCD. DSTU2 demands it with its system, R4 takes it. */
const ccdType = 'http://loinc.org|34133-9';

/** One link of the answer, and whose document the server says it is. */
export interface OfferedDocument {
  readonly attachment: Attachment;
  readonly subject: SubjectReference;
}

/**
 * Asks `$docref` for the CCD of a range. The answer holds the links to follow exactly as given, which may
 * lead outside the server (`net.classify` says so), or nothing. No document is made by asking.
 */
export async function readDocref(
  reader: FhirReader,
  patientId: string,
  range: InstantRange,
  options?: ReadOptions,
): Promise<Result<readonly OfferedDocument[], FhirError>> {
  const params = new URLSearchParams({ patient: patientId, type: ccdType });
  appendRange(params, range);
  const answer = await reader.read(`DocumentReference/$docref?${params.toString()}`, options);
  if (!answer.ok) return answer;
  if (answer.value.resourceType !== 'Bundle') {
    return err({ kind: 'notFhir', reason: `${answer.value.resourceType} in place of Bundle` });
  }
  const context = mappingContext(reader);
  return ok(
    readBundle(answer.value).resources.flatMap((resource) => {
      const document = mapDocument(
        reader.version,
        { ...resource, id: resource.id ?? 'docref' },
        context,
      );
      if (document === undefined) return [];
      const { renditions, subject } = document;
      return renditions.map(({ attachment }) => ({ attachment, subject }));
    }),
  );
}
