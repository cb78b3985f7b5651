import { describe, expect, it } from 'vitest';
import type { PatientContext } from '../model/patient-context.ts';
import { compareSubject } from './compare-subject.ts';

const patient: PatientContext = {
  base: 'https://fhir.example.org/r4/T1',
  fhirVersion: 'r4',
  id: '12',
  linkedIds: ['34'],
};

const rows = [
  { title: 'the patient, relative', input: 'Patient/12', expected: 'same' },
  {
    title: 'the patient, absolute',
    input: 'https://fhir.example.org/r4/T1/Patient/12',
    expected: 'same',
  },
  {
    title: 'the host in another case',
    input: 'HTTPS://FHIR.example.org/r4/T1/Patient/12',
    expected: 'same',
  },
  { title: 'a version of the patient', input: 'Patient/12/_history/3', expected: 'same' },
  { title: 'a linked patient', input: 'Patient/34', expected: 'same' },
  { title: 'another patient, relative', input: 'Patient/13', expected: 'different' },
  {
    title: 'another patient, absolute',
    input: 'https://fhir.example.org/r4/T1/Patient/13',
    expected: 'different',
  },
  { title: 'an id that only begins alike', input: 'Patient/123', expected: 'different' },
  {
    title: 'the same id of another tenant',
    input: 'https://fhir.example.org/r4/T2/Patient/12',
    expected: 'unclear',
  },
  {
    title: 'a path in another case',
    input: 'https://fhir.example.org/R4/T1/Patient/12',
    expected: 'unclear',
  },
  {
    title: 'the same id on another server',
    input: 'https://other.example.org/Patient/12',
    expected: 'unclear',
  },
  { title: 'a contained resource', input: '#p', expected: 'unclear' },
  { title: 'a uuid', input: 'urn:uuid:8f3c', expected: 'unclear' },
  { title: 'a group', input: 'Group/12', expected: 'unclear' },
  { title: 'an empty reference', input: '', expected: 'unclear' },
] as const;

describe('compareSubject', () => {
  it.each(rows)('finds $title: $expected', ({ input, expected }) => {
    expect(compareSubject({ kind: 'reference', reference: input }, patient).verdict).toBe(expected);
  });

  it('is unclear about a name without a reference', () => {
    expect(compareSubject({ kind: 'display', display: 'Nancy' }, patient).verdict).toBe('unclear');
  });

  it('is unclear about a missing subject', () => {
    expect(compareSubject({ kind: 'absent' }, patient).verdict).toBe('unclear');
  });
});
