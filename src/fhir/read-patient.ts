import { err, ok, type Result } from '../shared/result.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type { FhirError } from './fhir-error.ts';
import type { FhirReader, ReadOptions } from './fhir-reader.ts';
import { mapPatient, readLinkedIds } from './map-patient.ts';

/** The patient of the launch. A server that answers with another Patient than asked is not believed. */
export async function readPatient(
  reader: FhirReader,
  id: string,
  options?: ReadOptions,
): Promise<Result<PatientContext, FhirError>> {
  const answer = await reader.read(`Patient/${encodeURIComponent(id)}`, options);
  if (!answer.ok) return answer;
  const patient = answer.value;
  if (patient.id !== undefined && patient.id !== id) {
    return err({ kind: 'notFhir', reason: 'Patient of another id' });
  }
  return ok({
    base: reader.base,
    fhirVersion: reader.version,
    id,
    identity: mapPatient(patient),
    linkedIds: readLinkedIds(patient, reader.base),
  });
}
