import { SaxesParser } from 'saxes';
import { emptyRecord } from '../charts/empty-record.ts';
import { describe, expect, test } from 'vitest';
import type { Chart, ClinicalEntry, ClinicalRecord } from '../charts/chart.ts';
import { generateCcd, noData } from './generate-ccd.ts';
import { sectionDefinitions } from './sections.ts';

const start = Date.parse('2024-01-01T06:00:00.000Z');
const end = Date.parse('2024-04-01T04:59:59.999Z');
const now = Date.parse('2026-11-20T12:00:00.000Z');
const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

function chartWith(record: Partial<ClinicalRecord>): Chart {
  return {
    id: 'test',
    title: 'Test',
    patient: {
      id: '1',
      names: [{ family: "O'Neil & Søn <Jr>", given: ['Ada', 'Ruth'] }],
      birthDate: '1970-02-03',
      gender: 'female',
      identifiers: [{ system: 'urn:oid:2.999.4711.1', value: '77', type: 'MRN' }],
    },
    encounters: [],
    documents: [],
    record: { ...emptyRecord, ...record },
  };
}

function entry(more: Partial<ClinicalEntry>): ClinicalEntry {
  return {
    id: 'e',
    code: { system: 'LOINC', code: '4548-4', display: 'Marker <A&B>' },
    value: '7.4',
    unit: '%',
    ...more,
  };
}

interface Seen {
  readonly ids: Set<string>;
  readonly references: string[];
  readonly elements: string[];
  readonly attributes: Map<string, Record<string, string>>;
  text: string;
}

function read(xml: string): Seen {
  const seen: Seen = {
    ids: new Set(),
    references: [],
    elements: [],
    attributes: new Map(),
    text: '',
  };
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    seen.elements.push(tag.name);
    seen.attributes.set(tag.name, tag.attributes);
    if (tag.attributes.ID !== undefined) seen.ids.add(tag.attributes.ID);
    if (tag.name === 'reference') seen.references.push(tag.attributes.value ?? '');
  });
  parser.on('text', (text) => {
    seen.text += text;
  });
  parser.write(xml).close();
  return seen;
}

const positions = [
  { title: '1 ms before the start', dates: { date: at(start - 1) }, present: false },
  { title: 'at the start', dates: { date: at(start) }, present: true },
  { title: 'inside', dates: { date: '2024-02-14T09:30:00-06:00' }, present: true },
  { title: 'at the end', dates: { date: at(end) }, present: true },
  { title: '1 ms after the end', dates: { date: at(end + 1) }, present: false },
  { title: 'in the year of the range, of unknown month', dates: { date: '2024' }, present: true },
  { title: 'on the last day of the range', dates: { date: '2024-03-31' }, present: true },
  { title: 'in the year before', dates: { date: '2023' }, present: false },
  {
    title: 'before, and lasting into the range',
    dates: { date: '2019', end: '2024-02' },
    present: true,
  },
  {
    title: 'before, and over before it',
    dates: { date: '2019', end: '2023-12-31' },
    present: false,
  },
  { title: 'undated', dates: {}, present: true },
] as const;

describe.each(sectionDefinitions.map(({ key }) => key))('an entry of %s', (key) => {
  test.each(positions)('$title: present = $present', ({ present, dates }) => {
    const seen = read(generateCcd(chartWith({ [key]: [entry(dates)] }), { start, end, now }));
    expect(seen.text.includes('Marker <A&B>')).toBe(present);
    expect(seen.elements.filter((name) => name === 'entry')).toHaveLength(present ? 1 : 0);
    expect(seen.references.length > 0).toBe(present);
    for (const reference of seen.references) expect(seen.ids).toContain(reference.slice(1));
  });
});

describe('a generated CCD', () => {
  test('says in every section that there is emptyRecord when the chart is empty', () => {
    const seen = read(generateCcd(chartWith({}), { now }));
    expect(seen.text.split(noData)).toHaveLength(sectionDefinitions.length + 1);
  });

  test('states the range asked, from birth and up to now where a side is open', () => {
    expect(generateCcd(chartWith({}), { start, end, now })).toContain(
      '<low value="20240101060000.000+0000"/><high value="20240401045959.999+0000"/>',
    );
    expect(generateCcd(chartWith({}), { now })).toContain(
      '<low value="19700203000000.000+0000"/><high value="20261120120000.000+0000"/>',
    );
  });

  test('writes identifiers under the root of their assigning authority', () => {
    expect(generateCcd(chartWith({}), { now })).toContain(
      '<id root="2.999.4711.1" extension="77" assigningAuthorityName="MRN"/>',
    );
  });

  test('escapes what names and values bring along', () => {
    expect(read(generateCcd(chartWith({}), { now })).text).toContain("O'Neil & Søn <Jr>");
  });

  test('keeps values with their units, and panels of one time in one organizer', () => {
    const xml = generateCcd(
      chartWith({
        results: [
          entry({ id: 'a', date: '2024-02-01T08:00:00-06:00', detail: 'Panel' }),
          entry({ id: 'b', date: '2024-02-01T08:00:00-06:00', detail: 'Panel', value: 'negative' }),
          entry({ id: 'c', date: '2024-02-02T08:00:00-06:00', detail: 'Panel' }),
        ],
      }),
      { now },
    );
    expect(xml).toContain('<value xsi:type="PQ" value="7.4" unit="%"/>');
    expect(xml).toContain('<value xsi:type="ST">negative</value>');
    expect(xml.match(/<organizer /g)).toHaveLength(2);
  });
});
