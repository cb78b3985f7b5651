import { describe, expect, it } from 'vitest';
import type { PatientIdentity, PatientName } from '../model/patient-context.ts';
import { comparePatient, comparePatients } from './compare-patient.ts';
import type { MatchVerdict } from './match-result.ts';

const MRN = '2.16.840.1.113883.3.1';
const SSN = '2.16.840.1.113883.4.1';

function name(given: string, family: string, more: Partial<PatientName> = {}): PatientName {
  return {
    given: given === '' ? [] : [given],
    family: family === '' ? [] : [family],
    prefix: [],
    suffix: [],
    ...more,
  };
}

function person(
  names: PatientName | readonly PatientName[],
  birthDate?: string,
  more: Partial<PatientIdentity> = {},
): PatientIdentity {
  return {
    names: 'given' in names ? [names] : names,
    ...(birthDate === undefined ? {} : { birthDate }),
    identifiers: [],
    ...more,
  };
}

const id = (value: string, system = MRN) => ({ system, value });
const born = '1980-08-11';
const nancy = person(name('Nancy', 'Smart'), born, { gender: 'female', identifiers: [id('1')] });

interface Row {
  readonly title: string;
  readonly document: PatientIdentity;
  readonly chart?: PatientIdentity;
  readonly linked?: readonly string[];
  readonly expected: MatchVerdict;
}

const rows: readonly Row[] = [
  { title: 'the same words', document: nancy, expected: 'same' },
  { title: 'another case', document: person(name('NANCY', 'smart'), born), expected: 'same' },
  {
    title: 'accents left out',
    document: person(name('Jose', 'Nunez'), born),
    chart: person(name('José', 'Núñez'), born),
    expected: 'same',
  },
  {
    title: 'accents composed and decomposed',
    document: person(name('Zoe\u0308', 'Smart'), born),
    chart: person(name('Zoë', 'Smart'), born),
    expected: 'same',
  },
  {
    title: 'sharp s written as ss',
    document: person(name('Anna', 'Strauss'), born),
    chart: person(name('Anna', 'Strauß'), born),
    expected: 'same',
  },
  {
    title: 'a prefix in its own part',
    document: person(name('Nancy', 'Smart', { prefix: ['Mrs.'] }), born),
    expected: 'same',
  },
  {
    title: 'a prefix inside the given name',
    document: person(name('Mrs. Nancy', 'Smart'), born),
    expected: 'same',
  },
  {
    title: 'a suffix inside the family name',
    document: person(name('Nancy', 'Smart Jr.'), born),
    expected: 'same',
  },
  {
    title: 'a middle name on one side',
    document: person(name('Nancy', 'Smart', { given: ['Nancy', 'Ann'] }), born),
    expected: 'same',
  },
  {
    title: 'both given names in one part',
    document: person(name('Nancy Ann', 'Smart'), born),
    expected: 'same',
  },
  {
    title: 'a double family name on one side',
    document: person(name('Nancy', 'Smart-Jones'), born),
    expected: 'same',
  },
  {
    title: 'family names in another order',
    document: person(name('Nancy', 'Lopez Garcia'), born),
    chart: person(name('Nancy', 'Garcia Lopez'), born),
    expected: 'same',
  },
  {
    title: 'an apostrophe left out',
    document: person(name('Nancy', 'OBrien'), born),
    chart: person(name('Nancy', "O'Brien"), born),
    expected: 'same',
  },
  {
    title: 'a particle left out',
    document: person(name('Nancy', 'Beek'), born),
    chart: person(name('Nancy', 'van Beek'), born),
    expected: 'same',
  },
  {
    title: 'one of several names',
    document: person([name('N', 'Other'), name('Nancy', 'Smart')], born),
    expected: 'same',
  },
  {
    title: 'a maiden name among the chart names',
    document: person(name('Nancy', 'Miller'), born),
    chart: person([name('Nancy', 'Smart'), name('Nancy', 'Miller', { use: 'maiden' })], born),
    expected: 'same',
  },
  {
    title: 'a name as text with a comma',
    document: person(name('', '', { text: 'SMART, NANCY A' }), born),
    expected: 'same',
  },
  {
    title: 'a name as text in speaking order',
    document: person(name('', '', { text: 'Nancy A. Smart' }), born),
    expected: 'same',
  },
  {
    title: 'a birth date with a time',
    document: person(name('Nancy', 'Smart'), `${born}T05:00:00Z`),
    expected: 'same',
  },
  {
    title: 'a name in another script',
    document: person(name('芳', '王'), born),
    chart: person(name('芳', '王'), born),
    expected: 'same',
  },
  {
    title: 'gender unknown on one side',
    document: person(name('Nancy', 'Smart'), born, { gender: 'unknown' }),
    expected: 'same',
  },
  {
    title: 'gender other on one side',
    document: person(name('Nancy', 'Smart'), born, { gender: 'other' }),
    expected: 'same',
  },
  {
    title: 'the same id written with a prefix and dashes',
    document: person(name('Nancy', 'Smart'), born, {
      identifiers: [id('12-34', `urn:oid:${MRN}`)],
    }),
    chart: person(name('Nancy', 'Smart'), born, { identifiers: [id('1234')] }),
    expected: 'same',
  },
  {
    title: 'ids of different authorities',
    document: person(name('Nancy', 'Smart'), born, { identifiers: [id('9', '1.2.3')] }),
    expected: 'same',
  },
  {
    title: 'a different id explained by a second one of that authority',
    document: person(name('Nancy', 'Smart'), born, { identifiers: [id('1'), id('7')] }),
    expected: 'same',
  },
  {
    title: 'a different id that a link explains',
    document: person(name('Nancy', 'Smart'), born, { identifiers: [id('7')] }),
    linked: ['7'],
    expected: 'same',
  },
  {
    title: 'a different id of the same authority',
    document: person(name('Nancy', 'Smart'), born, { identifiers: [id('2')] }),
    expected: 'unclear',
  },
  {
    title: 'a social security number under both its names that differs',
    document: person(name('Nancy', 'Smart'), born, { identifiers: [id('111-11-1111', SSN)] }),
    chart: person(name('Nancy', 'Smart'), born, {
      identifiers: [id('222-22-2222', 'http://hl7.org/fhir/sid/us-ssn')],
    }),
    expected: 'unclear',
  },
  {
    title: 'the other gender',
    document: person(name('Nancy', 'Smart'), born, { gender: 'male' }),
    expected: 'unclear',
  },
  {
    title: 'an initial for the given name',
    document: person(name('N.', 'Smart'), born),
    expected: 'unclear',
  },
  {
    title: 'the same initial on both sides',
    document: person(name('N', 'Smart'), born),
    chart: person(name('N', 'Smart'), born),
    expected: 'unclear',
  },
  {
    title: 'twins: another given name, same birth date',
    document: person(name('Nora', 'Smart'), born),
    expected: 'unclear',
  },
  {
    title: 'the middle name as first given name',
    document: person(name('Ann', 'Smart'), born),
    chart: person(name('Nancy', 'Smart', { given: ['Nancy', 'Ann'] }), born),
    expected: 'unclear',
  },
  { title: 'no given name', document: person(name('', 'Smart'), born), expected: 'unclear' },
  { title: 'no name at all', document: person([], born), expected: 'unclear' },
  {
    title: 'given and family name of two different names',
    document: person([name('Nancy', 'Other'), name('Else', 'Smart')], born),
    expected: 'unclear',
  },
  {
    title: 'a year of birth only',
    document: person(name('Nancy', 'Smart'), '1980'),
    expected: 'unclear',
  },
  {
    title: 'year and month of birth',
    document: person(name('Nancy', 'Smart'), '1980-08'),
    expected: 'unclear',
  },
  { title: 'no birth date', document: person(name('Nancy', 'Smart')), expected: 'unclear' },
  {
    title: 'partial dates that contradict and another family name',
    document: person(name('Nora', 'Other'), '1950'),
    expected: 'unclear',
  },
  {
    title: 'another birth date, the same name',
    document: person(name('Nancy', 'Smart'), '1980-08-12'),
    expected: 'unclear',
  },
  {
    title: 'another family name, the same birth date',
    document: person(name('Nancy', 'Other'), born),
    expected: 'unclear',
  },
  {
    title: 'equal ids but another name and birth date missing',
    document: person(name('Nora', 'Other'), undefined, { identifiers: [id('1')] }),
    expected: 'unclear',
  },
  {
    title: 'another birth date and no names to compare',
    document: person([], '1950-01-01'),
    expected: 'unclear',
  },
  {
    title: 'another birth date and family name',
    document: person(name('Nora', 'Other'), '1950-01-01'),
    expected: 'different',
  },
  {
    title: 'another birth date and family name under the same id',
    document: person(name('Nora', 'Other'), '1950-01-01', { identifiers: [id('1')] }),
    expected: 'different',
  },
  {
    title: 'the same name, another birth date, another id of the authority',
    document: person(name('Nancy', 'Smart'), '1950-01-01', { identifiers: [id('2')] }),
    expected: 'different',
  },
];

describe('comparePatient', () => {
  it.each(rows)('finds $title: $expected', ({ document, chart = nancy, linked, expected }) => {
    expect(comparePatient(document, chart, linked).verdict).toBe(expected);
  });

  it.each(rows)(
    'judges $title alike from both sides',
    ({ document, chart = nancy, linked, expected }) => {
      expect(comparePatient(chart, document, linked === undefined ? [] : ['1']).verdict).toBe(
        expected,
      );
    },
  );

  it('is unclear when the chart has no identity', () => {
    expect(comparePatient(nancy, undefined)).toEqual({
      verdict: 'unclear',
      reasons: ['patientUnavailable'],
    });
  });

  it('gives the reasons of its verdict', () => {
    const other = person(name('Nora', 'Other'), '1950-01-01', { gender: 'male' });
    expect(comparePatient(other, nancy).reasons).toEqual([
      'birthDateDiffers',
      'familyNameDiffers',
      'givenNameDiffers',
      'genderDiffers',
    ]);
  });
});

describe('comparePatients', () => {
  const stranger = person(name('Nora', 'Other'), '1950-01-01');
  it.each([
    { title: 'nobody named', named: [], expected: 'unclear' },
    { title: 'this patient twice', named: [nancy, nancy], expected: 'same' },
    { title: 'this patient and another', named: [nancy, stranger], expected: 'unclear' },
    { title: 'two others', named: [stranger, stranger], expected: 'different' },
  ] as const)('finds $title: $expected', ({ named, expected }) => {
    expect(comparePatients(named, nancy).verdict).toBe(expected);
  });
});
