import { describe, expect, it } from 'vitest';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { parseClinicalDate } from '../model/parse-clinical-date.ts';
import { parseMediaType } from '../model/parse-media-type.ts';
import {
  documentTypes,
  filterDocuments,
  noFilter,
  type DocumentFilter,
} from './filter-documents.ts';
import { findDocument } from './find-document.ts';
import { groupByMonth } from './group-by-month.ts';
import { createMerge } from './merge-documents.ts';

const base = 'https://ehr.example.org/r4/t';

interface Given extends Partial<Omit<ClinicalDocument, 'date' | 'id' | 'renditions'>> {
  readonly on?: string;
  /** Ids of Binaries. */
  readonly files?: readonly string[];
}

function doc(id: string, { on, files = [id], ...more }: Given = {}): ClinicalDocument {
  const resourceType = more.resourceType ?? 'DocumentReference';
  const date = on === undefined ? undefined : parseClinicalDate(on);
  return {
    resourceType,
    status: { kind: 'final' },
    subject: { kind: 'reference', reference: 'Patient/1' },
    restricted: false,
    relations: [],
    problems: [],
    ...more,
    id: `${base}/${resourceType}/${id}` as DocumentId,
    ...(date === undefined ? {} : { date }),
    renditions: files.map((file) => ({
      attachment: { mediaType: parseMediaType('text/html'), url: `${base}/Binary/${file}` },
    })),
  };
}

const ids = (documents: readonly ClinicalDocument[]) =>
  documents.map((document) =>
    document.id.replace(`${base}/`, '').replace('DocumentReference/', ''),
  );

function merged(...pages: ClinicalDocument[][]): readonly ClinicalDocument[] {
  const merge = createMerge();
  for (const page of pages) merge.add(page);
  return merge.list();
}

describe('the merged list', () => {
  it('stands newest first whatever the order of pages, the undated last', () => {
    const a = [doc('1', { on: '2019-12-26' }), doc('2'), doc('3', { on: '2020' })];
    const b = [doc('4', { on: '2019-12-26T10:00:00Z' }), doc('5', { on: '2019-12-26' })];
    expect(ids(merged(a, b))).toEqual(['3', '4', '1', '5', '2']);
    expect(ids(merged(b, a))).toEqual(['3', '4', '1', '5', '2']);
  });

  it('is sorted by the filing date where there is no other', () => {
    const filed = parseClinicalDate('2021-01-01');
    const only = doc('1', filed === undefined ? {} : { filed });
    expect(ids(merged([doc('2', { on: '2020' }), only]))).toEqual(['1', '2']);
  });

  it('shows an id once', () => {
    expect(ids(merged([doc('1', { on: '2020' })], [doc('1', { on: '2021' })]))).toEqual(['1']);
  });

  const report: Given = { resourceType: 'DiagnosticReport' };

  it('shows a report of both resources once, its first row filled up', () => {
    const first = doc('1', { on: '2020', title: 'X-RAY', files: ['a'] });
    const second = doc('9', {
      ...report,
      on: '2021',
      title: 'Chest X-ray',
      author: 'Dr R',
      files: ['a', 'b'],
      status: { kind: 'amended' },
      restricted: true,
    });
    const [row, ...rest] = merged([first], [second]);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({
      id: first.id,
      alsoIds: [second.id],
      title: 'X-RAY',
      author: 'Dr R',
      date: { raw: '2020' },
      status: { kind: 'amended' },
      restricted: true,
    });
    expect(row?.renditions).toHaveLength(2);
    expect(findDocument(row === undefined ? [] : [row], second.id)).toBe(row);
    expect(ids(merged([first], [second], [second]))).toEqual(['1']);
  });

  it.each([
    { title: 'of one resource type', other: doc('2', { files: ['a'] }) },
    {
      title: 'of different subjects',
      other: doc('2', { ...report, files: ['a'], subject: { kind: 'absent' } }),
    },
    { title: 'of different addresses', other: doc('2', { ...report, files: ['b'] }) },
    { title: 'without addresses', other: doc('2', { ...report, files: [] }) },
  ])('keeps two rows $title', ({ other }) => {
    expect(merged([doc('1', { files: ['a'] }), other])).toHaveLength(2);
  });

  it('joins two of many that share one address', () => {
    const rows = merged(
      [doc('1', { files: ['a'] }), doc('2', { files: ['a'] })],
      [doc('8', { ...report, files: ['a'] }), doc('9', { ...report, files: ['a'] })],
    );
    expect(ids(rows)).toEqual(['1', '2']);
  });

  it('moves an undated row to its place when its other half brings the date', () => {
    const rows = merged(
      [doc('1', { files: ['a'] }), doc('2', { on: '2020' })],
      [doc('9', { ...report, on: '2021', files: ['a'] })],
    );
    expect(ids(rows)).toEqual(['1', '2']);
  });
});

describe('filterDocuments', () => {
  const documents = [
    doc('1', { on: '2019-12-26', title: 'Röntgen Thorax', author: 'Dr. Böhm', type: 'Radiology' }),
    doc('2', { on: '2019-12', title: 'Discharge', type: 'Summary', encounter: 'Encounter/1' }),
    doc('3', {
      on: '2020-01-01T00:30:00+13:00',
      category: 'Note',
      status: { kind: 'amended' },
      encounter: `${base}/Encounter/1/_history/2`,
    }),
    doc('4', { encounter: 'https://other.example.org/r4/Encounter/1' }),
  ];
  const filtered = (filter: Partial<DocumentFilter>) =>
    ids(filterDocuments(documents, { ...noFilter, ...filter }, (each) => each.title ?? 'Document'));

  it.each<{ filter: Partial<DocumentFilter>; expected: string[] }>([
    { filter: {}, expected: ['1', '2', '3', '4'] },
    { filter: { text: '  rontgen BOHM ' }, expected: ['1'] },
    { filter: { text: 'document' }, expected: ['3', '4'] },
    { filter: { text: 'rontgen discharge' }, expected: [] },
    { filter: { types: ['Summary', 'Note'] }, expected: ['2', '3'] },
    { filter: { statuses: ['amended'] }, expected: ['3'] },
    { filter: { encounter: 'Encounter/1' }, expected: ['2', '3'] },
    { filter: { from: '2019-12-27' }, expected: ['2', '3'] },
    { filter: { to: '2019-12-26' }, expected: ['1', '2'] },
    { filter: { from: '2020-01-01', to: '2020-01-01' }, expected: ['3'] },
  ])('narrows by $filter', ({ filter, expected }) => {
    expect(filtered(filter)).toEqual(expected);
  });

  it('counts the types that occur', () => {
    expect(documentTypes([...documents, doc('5', { type: 'Summary' })])).toEqual([
      { type: 'Summary', count: 2 },
      { type: 'Note', count: 1 },
      { type: 'Radiology', count: 1 },
    ]);
  });
});

it("groups by the author's month, newest first, each month once", () => {
  const rows = merged([
    doc('1', { on: '2019-12-31T23:30:00-06:00' }),
    doc('2', { on: '2020-01-01T01:00:00Z' }),
    doc('3', { on: '2019-12-31T23:00:00Z' }),
    doc('4', { on: '2019' }),
    doc('5'),
  ]);
  expect(groupByMonth(rows).map(({ month, documents }) => [month, ids(documents)])).toEqual([
    ['2020-01', ['2']],
    ['2019-12', ['1', '3']],
    ['2019', ['4']],
    [undefined, ['5']],
  ]);
});

it('compares no more than once a row and page', () => {
  let reads = 0;
  const counted = (id: string, instant: number) => {
    const given = doc(id, { on: '2020' });
    const { date } = given;
    if (date === undefined) return given;
    return Object.defineProperty({ ...given }, 'date', {
      enumerable: true,
      get: () => {
        reads += 1;
        return { ...date, instant };
      },
    });
  };
  const merge = createMerge();
  const pages = 50;
  const size = 100;
  for (let page = 0; page < pages; page += 1) {
    merge.add(
      Array.from({ length: size }, (_, row) =>
        counted(`${page}-${row}`, (page * size + row) % 997),
      ),
    );
  }
  expect(merge.list()).toHaveLength(pages * size);
  // Each page: one pass over the list (two reads a comparison) and one sort of a hundred.
  expect(reads).toBeLessThan(pages * (2 * pages * size + 2 * size * 10));
});
