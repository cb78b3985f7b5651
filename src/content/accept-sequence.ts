import { fhirJson } from '../fhir/fhir-accept.ts';
import type { MediaType } from '../model/media-type.ts';
import { isMisspelt, unknownEssence } from '../model/parse-media-type.ts';
import type { FhirVersion } from '../model/patient-context.ts';

/**
 * The values of `Accept` to send for an attachment, each after the first only when the one before was
 * answered with 406. First the declared type, mended and without charset; then FHIR's JSON, which wraps the
 * bytes in a Binary. Where nothing readable is declared, the wrapper comes first: it names the type. Plain
 * `application/json` is sent only for documents that are declared as JSON: servers refuse it otherwise.
 */
export function acceptSequence(type: MediaType, version: FhirVersion): readonly string[] {
  const envelope = fhirJson[version];
  const isReadable =
    type.declared !== undefined && !(type.essence === unknownEssence && isMisspelt(type));
  const says = isReadable && type.essence !== envelope;
  return says ? [type.essence, envelope] : [envelope];
}
