/** Who signs in: a clinician, the patient, or a parent acting for a child. */
import type { Chart } from '../charts/chart.ts';
import type { Persona } from '../session.ts';

export interface SandboxUser {
  readonly name: string;
  /** Relative to the FHIR base. */
  readonly fhirUser: string;
  readonly sub: string;
}

/** The full name of a chart's patient as people write it. */
export function patientName(chart: Chart): string {
  const name = chart.patient.names[0];
  if (name === undefined) return chart.title;
  return [...name.given, name.family].join(' ');
}

export function userFor(persona: Persona, chart: Chart): SandboxUser {
  switch (persona) {
    case 'provider':
      return { name: 'Zoë Brandt, MD', fhirUser: 'Practitioner/pr-zoe-brandt', sub: 'zbrandt' };
    case 'proxy':
      return { name: 'Mary Grant', fhirUser: 'RelatedPerson/rp-mary-grant', sub: 'mgrant' };
    case 'patient':
      return {
        name: patientName(chart),
        fhirUser: `Patient/${chart.patient.id}`,
        sub: `patient-${chart.patient.id}`,
      };
  }
}
