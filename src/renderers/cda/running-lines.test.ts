import { describe, expect, it } from 'vitest';
import { parse, wrap } from '../../cda/tested-document.ts';
import type { ClinicalDocument, DocumentId } from '../../model/clinical-document.ts';
import { parseClinicalDate } from '../../model/parse-clinical-date.ts';
import type { PatientContext } from '../../model/patient-context.ts';
import { runningLines } from './running-lines.ts';

const date = parseClinicalDate('2026-10-09');
const listed: ClinicalDocument = {
  id: 'https://fhir.test/DocumentReference/1' as DocumentId,
  resourceType: 'DocumentReference',
  title: 'Summary of Care',
  ...(date === undefined ? {} : { date }),
  status: { kind: 'final' },
  subject: { kind: 'reference', reference: 'Patient/1' },
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
};
const nancy: PatientContext = {
  base: 'https://fhir.test',
  fhirVersion: 'r4',
  id: '1',
  linkedIds: [],
  identity: {
    names: [{ given: ['Nancy'], family: ['Smart'], prefix: [], suffix: [] }],
    birthDate: '1980-08-11',
    identifiers: [{ value: '10002700', type: 'MRN' }],
  },
};

const patient =
  '<recordTarget><patientRole><id root="1.2" extension="77-A"/><patient><name><given>Nan</given><family>Smart</family></name><birthTime value="19800811"/></patient></patientRole></recordTarget>';
const chart = 'Nancy Smart · born 11 Aug 1980 · MRN 10002700';
const document = 'Summary of Care · 9 Oct 2026 · Final';

const linesOf = (head: string, verdict: 'same' | 'unclear' | undefined) =>
  runningLines({
    header: parse(wrap('', head)).header,
    document: listed,
    patient: nancy,
    verdict,
  });

describe('the head of a printed CCD', () => {
  it.each<{
    title: string;
    head: string;
    verdict?: 'same' | 'unclear';
    expected: readonly string[];
  }>([
    { title: 'the chart’s patient where the document is plainly theirs', head: patient, verdict: 'same', expected: [chart, document] },
    { title: 'whom the document names where that is not plain', head: patient, verdict: 'unclear', expected: ['Patient: Nan Smart, born 11 Aug 1980 · Patient id 77-A', document] },
    { title: 'the chart’s patient where the document names nobody', head: '', expected: [chart, document] },
    { title: 'the document’s own title and date beside the list’s', head: '<title>CCD</title><effectiveTime value="20261008"/>', verdict: 'same', expected: [chart, `${document} · CCD · Made: 8 Oct 2026`] },
    { title: 'a title that is the list’s only once', head: '<title>Summary of Care</title>', verdict: 'same', expected: [chart, document] },
  ])('$title', ({ head, verdict, expected }) => {
    expect(linesOf(head, verdict)).toEqual(expected);
  }); // prettier-ignore
});
