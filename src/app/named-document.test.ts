import { describe, expect, it } from 'vitest';
import { namedDocuments } from './named-document.ts';

const base = 'https://fhir.example.org/r4/t';

describe('the documents that a launch names', () => {
  it.each([
    {
      title: 'a relative reference',
      references: ['DocumentReference/1'],
      expected: [`${base}/DocumentReference/1`],
    },
    {
      title: 'an absolute one',
      references: [`${base}/DiagnosticReport/TR-2`],
      expected: [`${base}/DiagnosticReport/TR-2`],
    },
    {
      title: 'one of a version',
      references: ['DocumentReference/1/_history/3'],
      expected: [`${base}/DocumentReference/1`],
    },
    {
      title: 'several in their order',
      references: ['DiagnosticReport/2', 'DocumentReference/1'],
      expected: [`${base}/DiagnosticReport/2`, `${base}/DocumentReference/1`],
    },
    { title: 'another kind of resource', references: ['Encounter/1', 'Patient/2'], expected: [] },
    {
      title: 'one of another server',
      references: ['https://other.example.org/r4/t/DocumentReference/1'],
      expected: [],
    },
    {
      title: 'one of another tenant',
      references: ['https://fhir.example.org/r4/u/DocumentReference/1'],
      expected: [],
    },
    { title: 'an intent that is a word', references: ['reconcile-medications'], expected: [] },
    { title: 'a query', references: ['DocumentReference?patient=2'], expected: [] },
    { title: 'a path that climbs', references: ['../DocumentReference/1'], expected: [] },
    { title: 'nothing', references: [], expected: [] },
  ])('are read: $title', ({ references, expected }) => {
    expect(namedDocuments(references, base)).toEqual(expected);
  });
});
