import { expect, test } from 'vitest';
import { parse } from '../../cda/tested-document.ts';
import { ageWords } from './age-words.ts';

const born = (time: string): string => `<birthTime value="${time}"/>`;
const died = (inner: string): string => `<sdtc:deceasedInd value="true"/>${inner}`;

test.each<{ title: string; patient: string; made: string; expected: string | undefined }>([
  { title: 'in years', patient: born('19470501'), made: '20120512103000-0400', expected: '65' },
  { title: 'the day before a birthday', patient: born('19470513'), made: '20120512', expected: '64' },
  { title: 'in months below two years', patient: born('20101201'), made: '20120512', expected: '17 months' },
  { title: 'in days below a month', patient: born('201205110800'), made: '20120512', expected: '1 day' },
  { title: 'of one who was born later', patient: born('20130101'), made: '20120512', expected: undefined },
  { title: 'of one whose birth is known by the year', patient: born('1947'), made: '20120512', expected: undefined },
  { title: 'of one whose birth is not known', patient: '<birthTime nullFlavor="UNK"/>', made: '20120512', expected: undefined },
  { title: 'in a document of a month', patient: born('19470501'), made: '201205', expected: undefined },
  { title: 'in a document of no time', patient: born('19470501'), made: '-08', expected: undefined },
  { title: 'of one who died later', patient: born('19470501') + died('<sdtc:deceasedTime value="20130101"/>'), made: '20120512', expected: '65' },
  { title: 'of one who was dead', patient: born('19470501') + died('<sdtc:deceasedTime value="20120501"/>'), made: '20120512', expected: undefined },
  { title: 'of one who died on an unknown day', patient: born('19470501') + died(''), made: '20120512', expected: undefined },
])('the age $title', ({ patient, made, expected }) => {
  const { header } = parse(
    `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc"><effectiveTime value="${made}"/><recordTarget><patientRole><patient>${patient}</patient></patientRole></recordTarget></ClinicalDocument>`,
  );
  const [named] = header?.patients ?? [];
  expect(named && ageWords(named, header?.effectiveTime)).toBe(expected);
}); // prettier-ignore
