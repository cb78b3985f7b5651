import { describe, expect, it } from 'vitest';
import type { LaunchContext } from '../session/session-state.ts';
import { isPersonal, readerOf, userWords } from './user-words.ts';

const iss = 'https://fhir.example.org/r4/t';
const launch: LaunchContext = {
  stateKey: 'k',
  iss,
  issuerName: 'Example',
  fhirVersion: 'r4',
  launchedBy: 'ehr',
  patientId: 'p-1',
  needPatientBanner: true,
  grantedScopes: [],
  readable: [],
  references: [],
};
const readBy = (fhirUser: string | undefined, name?: string): LaunchContext => ({
  ...launch,
  user: {
    sub: 'u',
    ...(fhirUser !== undefined && { fhirUser }),
    ...(name !== undefined && { name }),
  },
});

describe('who reads', () => {
  it.each([
    { title: 'nobody named', launch, reader: 'other' },
    { title: 'a clinician', launch: readBy('Practitioner/1'), reader: 'other' },
    { title: 'the patient', launch: readBy('Patient/p-1'), reader: 'patient' },
    { title: 'the patient by address', launch: readBy(`${iss}/Patient/p-1`), reader: 'patient' },
    { title: 'another patient', launch: readBy('Patient/p-2'), reader: 'proxy' },
    { title: 'a related person', launch: readBy(`${iss}/RelatedPerson/r`), reader: 'proxy' },
    {
      title: 'a patient of another server',
      launch: readBy('https://other.example.org/r4/Patient/p-2'),
      reader: 'other',
    },
    { title: 'what is no reference', launch: readBy('p-2'), reader: 'other' },
  ])('is told: $title', ({ launch, reader }) => {
    expect(readerOf(launch)).toBe(reader);
  });

  it.each([
    {
      title: 'a clinician',
      by: readBy('Practitioner/1', 'Zoë Brandt'),
      words: 'Signed in: Zoë Brandt',
    },
    {
      title: 'somebody who acts for the patient',
      by: readBy('RelatedPerson/1', 'Mary Grant'),
      words: 'You: Mary Grant · viewing: Tim Grant',
    },
    {
      title: 'somebody without a name who acts for the patient',
      by: readBy('Patient/p-2'),
      words: 'You are viewing the record of Tim Grant',
    },
    { title: 'the patient', by: readBy('Patient/p-1', 'Tim B. Grant'), words: undefined },
    {
      title: 'somebody named as the patient is',
      by: readBy(undefined, 'Tim Grant'),
      words: undefined,
    },
    { title: 'nobody', by: launch, words: undefined },
  ])('is said beside the patient: $title', ({ by, words }) => {
    expect(userWords(by, 'Tim Grant')).toBe(words);
  });

  it('is said where the patient’s name is not known', () => {
    expect(userWords(readBy('Patient/p-2', 'Mary Grant'), undefined)).toBe(
      'You: Mary Grant · viewing: somebody else',
    );
  });

  it.each([
    { title: 'a clinician in a chart', launch: readBy('Practitioner/1'), expected: false },
    { title: 'a patient from a portal', launch: readBy('Patient/p-1'), expected: true },
    {
      title: 'whoever signed in on their own',
      launch: { ...launch, launchedBy: 'standalone' } as const,
      expected: true,
    },
  ])('is about a person’s own record or not: $title', ({ launch, expected }) => {
    expect(isPersonal(launch)).toBe(expected);
  });
});
