import { describe, expect, it } from 'vitest';
import type { ClinicalDocument, DocumentId, SubjectReference } from '../model/clinical-document.ts';
import { checkSubjects } from './check-subjects.ts';

const patient = {
  base: 'https://fhir.example.org/r4',
  fhirVersion: 'r4',
  id: '1',
  identity: { names: [], identifiers: [] },
  linkedIds: ['2'],
} as const;

const about = (subject: SubjectReference): ClinicalDocument => ({
  id: `d ${JSON.stringify(subject)}` as DocumentId,
  resourceType: 'DocumentReference',
  status: { kind: 'final' },
  subject,
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
});

describe('subjects of the list', () => {
  it('keep another patient’s document out and count it', () => {
    const own = about({ kind: 'reference', reference: 'Patient/1' });
    const linked = about({ kind: 'reference', reference: 'Patient/2' });
    const other = about({ kind: 'reference', reference: 'Patient/3' });
    expect(checkSubjects([own, linked, other], patient)).toEqual({
      listed: [own, linked],
      refused: 1,
      unclear: 0,
      withheld: 0,
    });
  });

  it('list what does not say clearly whose it is, and count it', () => {
    const absent = about({ kind: 'absent' });
    const display = about({ kind: 'display', display: 'Nancy Smart' });
    expect(checkSubjects([absent, display], patient)).toEqual({
      listed: [absent, display],
      refused: 0,
      unclear: 2,
      withheld: 0,
    });
  });

  it('are the token’s patient for certain where there is no identity, else not listed', () => {
    const { identity: _, ...unnamed } = patient;
    const own = about({ kind: 'reference', reference: 'Patient/1' });
    const other = about({ kind: 'reference', reference: 'Patient/3' });
    const absent = about({ kind: 'absent' });
    const display = about({ kind: 'display', display: 'Nancy Smart' });
    expect(checkSubjects([own, other, absent, display], unnamed)).toEqual({
      listed: [own],
      refused: 1,
      unclear: 0,
      withheld: 2,
    });
  });
});
