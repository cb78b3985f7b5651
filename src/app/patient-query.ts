import { queryOptions } from '@tanstack/react-query';
import type { FhirReader } from '../fhir/fhir-reader.ts';
import { readPatient } from '../fhir/read-patient.ts';

/** The patient of the launch; failures are values, so the query itself never fails. */
export const patientQuery = (reader: FhirReader, id: string) =>
  queryOptions({
    queryKey: [reader.base, 'Patient', id],
    queryFn: ({ signal }) => readPatient(reader, id, { signal }),
  });
