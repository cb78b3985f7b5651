import { queryOptions } from '@tanstack/react-query';
import type { FhirReader } from '../fhir/fhir-reader.ts';
import { readPatient } from '../fhir/read-patient.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { err } from '../shared/result.ts';

/**
 * The patient of the launch; failures are values, so the query itself never fails. Nobody is asked for what
 * was not granted.
 */
export const patientQuery = (
  reader: FhirReader,
  { patientId, readable }: Pick<LaunchContext, 'patientId' | 'readable'>,
) =>
  queryOptions({
    queryKey: [reader.base, 'Patient', patientId],
    queryFn: async ({ signal }) =>
      readable.includes('Patient')
        ? readPatient(reader, patientId, { signal })
        : err({ kind: 'notGranted' } as const),
  });
