import { describe, expect, it } from 'vitest';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { parseClinicalDate } from '../model/parse-clinical-date.ts';
import { fileName } from './file-name.ts';

function document(raw: string, resourceType: ClinicalDocument['resourceType']): ClinicalDocument {
  const date = parseClinicalDate(raw);
  return {
    id: 'https://fhir.example.org/DocumentReference/1' as DocumentId,
    resourceType,
    title: 'Nancy Smart: letter',
    ...(date === undefined ? {} : { date }),
    status: { kind: 'final' },
    subject: { kind: 'absent' },
    restricted: false,
    renditions: [],
    relations: [],
    problems: [],
  };
}

describe('the name of a saved file', () => {
  it.each([
    {
      title: 'is made of kind, day and format',
      raw: '2019-12-26T09:14:00-06:00',
      type: 'DiagnosticReport',
      essence: 'application/pdf',
      expected: 'report-2019-12-26.pdf',
    },
    {
      title: 'keeps a partial date partial',
      raw: '2019-12',
      type: 'DocumentReference',
      essence: 'text/html',
      expected: 'document-2019-12.html',
    },
    {
      title: 'goes without a date',
      raw: '',
      type: 'GeneratedSummary',
      essence: 'application/xml',
      expected: 'summary.xml',
    },
    {
      title: 'takes no ending from the server',
      raw: '2019',
      type: 'DocumentReference',
      essence: 'application/x-msdownload',
      expected: 'document-2019.bin',
    },
  ] as const)('$title', ({ raw, type, essence, expected }) => {
    expect(fileName(document(raw, type), { essence })).toBe(expected);
  });
});
