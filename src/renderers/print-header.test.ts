import { describe, expect, it } from 'vitest';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { parseClinicalDate } from '../model/parse-clinical-date.ts';
import type { PatientContext, PatientIdentity } from '../model/patient-context.ts';
import { pageRule, printHeader } from './print-header.ts';

const date = parseClinicalDate('2019-12-26');
const report: ClinicalDocument = {
  id: 'https://fhir.test/DiagnosticReport/1' as DocumentId,
  resourceType: 'DiagnosticReport',
  title: 'XR Chest 2 Views',
  ...(date === undefined ? {} : { date }),
  status: { kind: 'preliminary' },
  subject: { kind: 'reference', reference: 'Patient/1' },
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
};
const unborn: PatientIdentity = {
  names: [{ given: ['Nancy'], family: ['Smart'], prefix: [], suffix: [] }],
  identifiers: [
    { value: '999-99-9999', type: 'SSN' },
    { value: '10002700', type: 'MRN' },
  ],
};
const nancy: PatientIdentity = { ...unborn, birthDate: '1980-08-11' };
const chart = (identity?: PatientIdentity): PatientContext => ({
  base: 'https://fhir.test',
  fhirVersion: 'r4',
  id: '1',
  linkedIds: [],
  ...(identity === undefined ? {} : { identity }),
});

describe('the head of printed pages', () => {
  it('names patient, birth date and record number, then title, date and status', () => {
    expect(printHeader(report, chart(nancy))).toEqual([
      'Nancy Smart · born 11 Aug 1980 · MRN 10002700',
      'XR Chest 2 Views · 26 Dec 2019 · Preliminary',
    ]);
  });

  it.each([
    { title: 'the identity', identity: undefined, line: 'Identity not available' },
    {
      title: 'the birth date',
      identity: unborn,
      line: 'Nancy Smart · birth date not known · MRN 10002700',
    },
    {
      title: 'a record number',
      identity: { ...nancy, identifiers: [] },
      line: 'Nancy Smart · born 11 Aug 1980',
    },
  ])('says it where $title is missing, and makes up nothing', ({ identity, line }) => {
    expect(printHeader(report, chart(identity))[0]).toBe(line);
  });

  it('counts pages by the words of the language', () => {
    expect(pageRule()).toContain(
      '@bottom-right { content: "Page " counter(page) " of " counter(pages) "";',
    );
  });
});
