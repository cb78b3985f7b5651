import { describe, expect, it } from 'vitest';
import type { ClinicalDocument, DocumentId } from './clinical-document.ts';
import { documentDate, documentName, formatWord, renditionName } from './document-words.ts';
import { parseClinicalDate } from './parse-clinical-date.ts';

const date = parseClinicalDate('2019-12-26T09:14:00-06:00');
const report: ClinicalDocument = {
  id: 'https://fhir.example.org/DiagnosticReport/1' as DocumentId,
  resourceType: 'DiagnosticReport',
  title: 'Chest X-ray, 2 views',
  ...(date === undefined ? {} : { date }),
  status: { kind: 'preliminary' },
  author: 'Dr Test',
  subject: { kind: 'absent' },
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
};

describe('the words of a document', () => {
  it('name a row by title, date, author and status', () => {
    expect(documentName(report)).toBe('Chest X-ray, 2 views, 26 Dec 2019, Dr Test, Preliminary');
  });

  it('say when only the day of filing is known, or none', () => {
    const { date: filed, ...undated } = report;
    expect(documentDate({ ...undated, ...(filed === undefined ? {} : { filed }) })).toBe(
      'filed 26 Dec 2019',
    );
    expect(documentDate(undated)).toBe('no date');
  });

  it.each([
    { essence: 'text/html', expected: 'HTML' },
    { essence: 'application/xhtml+xml', expected: 'HTML' },
    { essence: 'application/pdf', expected: 'PDF' },
    { essence: 'application/hl7-cda+xml', expected: 'XML' },
    { essence: 'image/tiff', expected: 'TIFF' },
    { essence: 'image/jpeg', expected: 'Image' },
    { essence: 'text/rtf', expected: 'RTF' },
    { essence: 'text/plain', expected: 'Text' },
    { essence: 'application/octet-stream', expected: 'File' },
  ])('call $essence $expected', ({ essence, expected }) => {
    expect(formatWord({ attachment: { mediaType: { essence } } })).toBe(expected);
  });

  it('name a format’s button by format, title and date', () => {
    const pdf = { attachment: { mediaType: { essence: 'application/pdf' } } };
    expect(renditionName(report, pdf)).toBe('PDF, Chest X-ray, 2 views, 26 Dec 2019');
  });
});
