import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fhirErrorWords } from '../list/fhir-error-words.ts';
import { t } from '../messages/messages.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { useBackOnline } from '../ui/use-back-online.ts';
import type { ChartServices } from './chart-services.ts';
import { patientQuery } from './patient-query.ts';

export interface ShownPatient {
  /** Without identity while it is read and where it could not be. */
  readonly context: PatientContext;
  readonly settled: boolean;
  /** Why there is no identity, in words. */
  readonly problem: string | undefined;
  /** Reads it again, where that may help. */
  readonly retry: (() => void) | undefined;
}

/** The patient of the launch; once the session ended (`readOnly`), nobody is asked again. */
export function usePatient(
  { reader }: ChartServices,
  launch: LaunchContext,
  readOnly: boolean,
): ShownPatient {
  const { data, isPending, isFetching, refetch } = useQuery(patientQuery(reader, launch));
  const context = useMemo<PatientContext>(
    () =>
      data?.ok === true
        ? data.value
        : {
            base: reader.base,
            fhirVersion: launch.fhirVersion,
            id: launch.patientId,
            linkedIds: [],
          },
    [data, reader, launch.fhirVersion, launch.patientId],
  );
  const error = data?.ok === false ? data.error : undefined;
  const isRefused = error?.kind === 'notGranted' || error?.kind === 'forbidden';
  useBackOnline(error?.kind === 'offline' && !readOnly, () => void refetch());
  return {
    context,
    settled: !isPending && !isFetching,
    problem: error && problemOf(error),
    retry: error === undefined || isRefused || readOnly ? undefined : () => void refetch(),
  };
}

type PatientError = Parameters<typeof fhirErrorWords>[0] | { readonly kind: 'notGranted' };

const problemOf = (error: PatientError): string =>
  error.kind === 'notGranted'
    ? t('app.patient.notGranted')
    : t('app.patient.failed', { cause: fhirErrorWords(error).what });
