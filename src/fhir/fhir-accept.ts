import type { FhirVersion } from '../model/patient-context.ts';

/** The media type of FHIR JSON: DSTU2 turned the words round. */
export const fhirJson: Readonly<Record<FhirVersion, string>> = {
  dstu2: 'application/json+fhir',
  r4: 'application/fhir+json',
};
