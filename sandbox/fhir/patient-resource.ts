import type { ChartPatient } from '../charts/chart.ts';
import { compact, type Resource } from './resource.ts';

/** FHIR `Patient`; the versions differ in `family`, a list in DSTU2. */
export function patientResource(
  patient: ChartPatient,
  familyOf: (family: string) => string | readonly string[],
): Resource {
  return compact({
    resourceType: 'Patient',
    id: patient.id,
    identifier: patient.identifiers.map(({ system, value, type }) =>
      compact({ use: 'usual', type: type && { text: type }, system, value }),
    ),
    active: true,
    name: patient.names.map(({ family, given, prefix, use }) =>
      compact({
        use: use ?? 'official',
        text: [...given, family].join(' ').trim(),
        family: family === '' ? undefined : familyOf(family),
        given,
        prefix,
      }),
    ),
    telecom: patient.telecom && [{ system: 'phone', value: patient.telecom, use: 'home' }],
    gender: patient.gender,
    birthDate: patient.birthDate,
    address: patient.address && [{ use: 'home', ...patient.address, line: [patient.address.line] }],
  });
}
