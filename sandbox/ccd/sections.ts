import type { ClinicalEntry, ClinicalRecord } from '../charts/chart.ts';
import {
  allergyEntry,
  encounterEntry,
  immunizationEntry,
  medicationEntry,
  planEntry,
  problemEntry,
  procedureEntry,
  resultEntry,
  socialEntry,
  vitalEntry,
} from './entries.ts';
import { dateInWords } from './timestamp.ts';
import type { Xml } from './xml.ts';

/** An entry with the id of its words in the narrative. */
export interface NarratedEntry {
  readonly entry: ClinicalEntry;
  readonly reference: string;
}

export interface SectionDefinition {
  readonly key: keyof ClinicalRecord;
  readonly template: readonly [root: string, extension: string];
  readonly loinc: string;
  readonly display: string;
  readonly title: string;
  readonly columns: readonly (readonly [heading: string, cell: (entry: ClinicalEntry) => string])[];
  /** One CDA entry of one or several (panel, time) narrated ones. */
  readonly entry: (group: readonly [NarratedEntry, ...NarratedEntry[]]) => Xml;
  /** Entries with the same key share one CDA entry; default: each its own. */
  readonly groupBy?: (entry: ClinicalEntry) => string;
}

const name = (entry: ClinicalEntry): string => entry.code.display;
const when = (entry: ClinicalEntry): string =>
  entry.date === undefined ? '' : dateInWords(entry.date);
const until = (entry: ClinicalEntry): string =>
  entry.end === undefined ? '' : dateInWords(entry.end);
const status = (entry: ClinicalEntry): string => entry.status ?? '';
const detail = (entry: ClinicalEntry): string => entry.detail ?? '';
const amount = (entry: ClinicalEntry): string =>
  [entry.value, entry.unit].filter((part) => part !== undefined).join(' ');
const flag = (entry: ClinicalEntry): string =>
  entry.abnormal === undefined
    ? ''
    : { high: 'High', low: 'Low', abnormal: 'Abnormal' }[entry.abnormal];
const panel = (entry: ClinicalEntry): string => `${entry.date ?? ''} ${entry.detail ?? ''}`;

const r21 = '2015-08-01';
const r20 = '2014-06-09';
const base = '2.16.840.1.113883.10.20.22.2';

/** The clinical sections of a CCD, in the order they are written. */
export const sectionDefinitions: readonly SectionDefinition[] = [
  {
    key: 'allergies',
    template: [`${base}.6.1`, r21],
    loinc: '48765-2',
    display: 'Allergies and adverse reactions',
    title: 'Allergies and Intolerances',
    columns: [
      ['Substance', name],
      ['Reaction', detail],
      ['Status', status],
      ['Noted', when],
    ],
    entry: ([first]) => allergyEntry(first),
  },
  {
    key: 'medications',
    template: [`${base}.1.1`, r20],
    loinc: '10160-0',
    display: 'History of medication use',
    title: 'Medications',
    columns: [
      ['Medication', name],
      ['Directions', detail],
      ['Start', when],
      ['Stop', until],
      ['Status', status],
    ],
    entry: ([first]) => medicationEntry(first),
  },
  {
    key: 'problems',
    template: [`${base}.5.1`, r21],
    loinc: '11450-4',
    display: 'Problem list',
    title: 'Problems',
    columns: [
      ['Condition', name],
      ['Onset', when],
      ['Resolved', until],
      ['Status', status],
      ['Comment', detail],
    ],
    entry: ([first]) => problemEntry(first),
  },
  {
    key: 'procedures',
    template: [`${base}.7.1`, r20],
    loinc: '47519-4',
    display: 'History of procedures',
    title: 'Procedures',
    columns: [
      ['Procedure', name],
      ['Date', when],
      ['Status', status],
      ['Performed by', detail],
    ],
    entry: ([first]) => procedureEntry(first),
  },
  {
    key: 'results',
    template: [`${base}.3.1`, r21],
    loinc: '30954-2',
    display: 'Relevant diagnostic tests and laboratory data',
    title: 'Results',
    columns: [
      ['Test', name],
      ['Result', amount],
      ['Flag', flag],
      ['Reference range', (entry) => entry.referenceRange ?? ''],
      ['Panel', detail],
      ['Collected', when],
    ],
    entry: resultEntry,
    groupBy: panel,
  },
  {
    key: 'vitals',
    template: [`${base}.4.1`, r21],
    loinc: '8716-3',
    display: 'Vital signs',
    title: 'Vital Signs',
    columns: [
      ['Measurement', name],
      ['Value', amount],
      ['Flag', flag],
      ['Taken', when],
    ],
    entry: vitalEntry,
    groupBy: panel,
  },
  {
    key: 'immunizations',
    template: [`${base}.2.1`, r21],
    loinc: '11369-6',
    display: 'History of immunizations',
    title: 'Immunizations',
    columns: [
      ['Vaccine', name],
      ['Date', when],
      ['Status', status],
      ['Comment', detail],
    ],
    entry: ([first]) => immunizationEntry(first),
  },
  {
    key: 'encounters',
    template: [`${base}.22.1`, r21],
    loinc: '46240-8',
    display: 'History of encounters',
    title: 'Encounters',
    columns: [
      ['Encounter', name],
      ['From', when],
      ['To', until],
      ['Place', detail],
    ],
    entry: ([first]) => encounterEntry(first),
  },
  {
    key: 'plan',
    template: [`${base}.10`, r20],
    loinc: '18776-5',
    display: 'Plan of treatment',
    title: 'Plan of Treatment',
    columns: [
      ['Planned', name],
      ['For', when],
      ['Status', status],
      ['Comment', detail],
    ],
    entry: ([first]) => planEntry(first),
  },
  {
    key: 'socialHistory',
    template: [`${base}.17`, r21],
    loinc: '29762-2',
    display: 'Social history',
    title: 'Social History',
    columns: [
      ['Observation', name],
      ['Value', amount],
      ['From', when],
      ['To', until],
    ],
    entry: ([first]) => socialEntry(first),
  },
];
