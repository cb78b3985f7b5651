import { utf8 } from './bytes.ts';
import type { Chart, ChartDocument, ChartEncounter, ChartPatient } from './chart.ts';
import { describe, type Kind } from './document-builder.ts';
import { emptyRecord } from './empty-record.ts';
import { structuredNote } from './html/clinical-layouts.ts';
import { reportPdf } from './pdf/report-pdf.ts';
import { plainText } from './plain-formats.ts';
import { pick, randomOf } from './random.ts';
import { section, type Report } from './report.ts';
import { inPrint } from './small-chart.ts';

const organisation = 'Lakeside Regional Hospital';
const count = 5_200;
const firstDay = Date.UTC(2001, 8, 3);
const lastDay = Date.UTC(2026, 10, 18);

const patient: ChartPatient = {
  id: '4711002',
  names: [{ family: 'Thorne', given: ['Walter', 'Emil'], use: 'official' }],
  birthDate: '1949-01-22',
  gender: 'male',
  identifiers: [{ system: 'urn:oid:2.999.4711.1', value: '10000087', type: 'MRN' }],
  address: { line: '3 Harbor Steps', city: 'Lakeside', state: 'WI', postalCode: '54999' },
};

/** Titles with their kind, how often they occur, and who writes them. */
const templates: readonly (readonly [
  weight: number,
  title: string,
  kind: Kind,
  department: string,
  authors: readonly [string, ...string[]],
])[] = [
  [
    18,
    'Dialysis Treatment Note',
    'nursing',
    'Dialysis Unit',
    ['Agnes Holm, RN', 'Peter Quill, RN', 'Dara Singh, RN'],
  ],
  [
    12,
    'Basic Metabolic Panel',
    'laboratory',
    'Pathology and Laboratory Medicine',
    ['Carl Winslow, MD'],
  ],
  [10, 'Progress Note', 'progress', 'Nephrology', ['Samuel Ortega, MD', 'Nina Feld, MD']],
  [
    8,
    'Complete Blood Count',
    'laboratory',
    'Pathology and Laboratory Medicine',
    ['Carl Winslow, MD'],
  ],
  [7, 'Nursing Assessment', 'nursing', 'Ward 4 East', ['Ida Bloom, RN', 'Tess Okoye, RN']],
  [6, 'Anticoagulation Clinic Note', 'progress', 'Anticoagulation Clinic', ['Rolf Jensen, PharmD']],
  [
    5,
    'XR Chest 1 View',
    'imaging',
    'Department of Radiology',
    ['Daniel Brandt, MD', 'Amara Diallo, MD'],
  ],
  [5, 'Telephone Encounter', 'telephone', 'Lakeside Family Medicine', ['Helen Marsh, MD']],
  [4, 'Cardiology Follow-Up', 'consult', 'Cardiology', ['Yusuf Demir, MD']],
  [4, 'Wound Care Note', 'nursing', 'Wound Clinic', ['Cora Vance, RN']],
  [3, 'Electrocardiogram', 'procedure', 'Cardiology', ['Yusuf Demir, MD']],
  [3, 'US Renal', 'imaging', 'Department of Radiology', ['Amara Diallo, MD']],
  [3, 'Physical Therapy Note', 'therapy', 'Physical Therapy', ['Owen Tully, PT, DPT']],
  [2, 'Echocardiogram Report', 'procedure', 'Cardiology', ['Yusuf Demir, MD']],
  [2, 'Access Angiogram', 'imaging', 'Department of Radiology', ['Daniel Brandt, MD']],
  [2, 'ED Provider Note', 'emergency', 'Emergency Department', ['Grace Nwosu, PA-C']],
  [2, 'Discharge Summary', 'discharge', 'General Medicine', ['Samuel Ortega, MD']],
  [1, 'Nutrition Assessment', 'consult', 'Nutrition Services', ['Paula Werth, RD']],
  [
    1,
    'CT Abdomen and Pelvis Without Contrast',
    'imaging',
    'Department of Radiology',
    ['Amara Diallo, MD'],
  ],
  [1, 'Consent for Dialysis', 'consent', 'Dialysis Unit', ['Samuel Ortega, MD']],
];

const totalWeight = templates.reduce((sum, [weight]) => sum + weight, 0);

/** A day of the story: more documents as the illness grows. */
function dateAt(share: number, random: () => number): string {
  const day = firstDay + (lastDay - firstDay) * share ** 0.62;
  const date = new Date(day);
  date.setUTCHours(
    13 + Math.floor(random() * 9),
    Math.floor(random() * 60),
    Math.floor(random() * 60),
    0,
  );
  const month = date.getUTCMonth();
  const offset = month > 2 && month < 10 ? 5 : 6;
  const local = new Date(date.getTime() - offset * 3_600_000).toISOString().slice(0, 19);
  return `${local}-0${offset}:00`;
}

function template(random: () => number): (typeof templates)[number] | undefined {
  let left = random() * totalWeight;
  return templates.find(([weight]) => (left -= weight) < 0);
}

function bodyOf(report: Omit<Report, 'sections'>, number: number): Report {
  const random = randomOf(`body ${number}`);
  const figure = (low: number, high: number): string =>
    String(Math.round(low + random() * (high - low)));
  return {
    ...report,
    sections: [
      section(
        'Today',
        `Seen as planned, entry ${number} of this chart. ${pick(random, ['Feels well.', 'More tired than last week.', 'Slept badly, otherwise well.', 'Ankles swollen since Sunday.', 'No complaints.'])}`,
      ),
      section('Measured', {
        pairs: [
          ['Blood pressure', `${figure(118, 162)}/${figure(62, 92)} mmHg`],
          ['Weight', `${figure(78, 84)}.${figure(0, 9)} kg`],
          ['Potassium', `${figure(4, 5)}.${figure(0, 9)} mmol/L`],
          ['Creatinine', `${figure(5, 8)}.${figure(0, 9)} mg/dL`],
        ],
      }),
      section(
        'Plan',
        pick(random, [
          'No change.',
          'Dry weight lowered by 0.5 kg.',
          'Blood tests again in one week.',
          'Binder with each meal, diet sheet given.',
        ]),
      ),
    ],
  };
}

function make(number: number, encounters: readonly ChartEncounter[]): ChartDocument {
  const random = randomOf(`document ${number}`);
  const [, title, kind, department, authors] = template(random) ?? [
    1,
    'Note',
    'other',
    'Clinic',
    ['Staff'],
  ];
  const date = dateAt(number / count, random);
  const author = pick(random, authors);
  const report = {
    title,
    organisation,
    department,
    author,
    date,
    patient: inPrint(patient),
    status: 'Final Report',
  };
  const id = String(31_000_000 + number * 3);
  const encounter = encounters[Math.floor((number / count) * encounters.length)];
  const htmlRendition = {
    id: `TR-${id}`,
    contentType: 'text/html',
    title,
    body: () => utf8(structuredNote(bodyOf(report, number))),
  };
  const pdfRendition = {
    id: `XR-${id}`,
    contentType: 'application/pdf',
    title,
    body: () => reportPdf(bodyOf(report, number)),
  };
  const textRendition = {
    id: `TX-${id}`,
    contentType: 'text/plain',
    title,
    body: () => utf8(plainText(bodyOf(report, number))),
  };
  const share = random();
  return describe(
    {
      id,
      title,
      kind,
      date,
      author,
      organisation,
      ...(encounter === undefined ? {} : { encounterId: encounter.id }),
    },
    kind === 'imaging'
      ? [htmlRendition, pdfRendition]
      : share < 0.6
        ? [pdfRendition]
        : share < 0.8
          ? [textRendition]
          : [htmlRendition],
    random() < 0.012 ? { docStatus: 'preliminary' } : {},
  );
}

function makeEncounters(): readonly ChartEncounter[] {
  return Array.from({ length: 180 }, (_, index) => {
    const random = randomOf(`encounter ${index}`);
    const start = dateAt(index / 180, random);
    return {
      id: String(8_900_000 + index),
      type: pick(random, ['Dialysis series', 'Office visit', 'Hospital stay', 'Emergency visit']),
      class: 'AMB' as const,
      start,
      location: pick(random, [
        'Dialysis Unit',
        'Nephrology',
        'Ward 4 East',
        'Emergency Department',
      ]),
    };
  });
}

/** Walter Thorne: twenty-five years of kidney disease, some five thousand documents with short bodies. */
export function makeCrowded(): Chart {
  const encounters = makeEncounters();
  return {
    id: 'crowded',
    title: 'Walter Thorne, 77: twenty-five years on paper',
    patient,
    encounters,
    documents: Array.from({ length: count }, (_, number) => make(number, encounters)),
    record: {
      ...emptyRecord,
      problems: [
        {
          id: 'p1',
          code: { system: 'SNOMED', code: '46177005', display: 'End-stage renal disease' },
          date: '2014-03',
          status: 'Active',
        },
        {
          id: 'p2',
          code: { system: 'SNOMED', code: '49436004', display: 'Atrial fibrillation' },
          date: '2016-11',
          status: 'Active',
        },
      ],
      encounters: encounters.map(({ id, type, start, location }) => ({
        id: `e${id}`,
        date: start,
        code: { system: 'SNOMED' as const, code: '308335008', display: type },
        detail: location,
      })),
    },
  };
}
