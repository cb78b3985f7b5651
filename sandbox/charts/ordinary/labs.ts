import type { ClinicalEntry } from '../chart.ts';
import type { Table } from '../report.ts';
import { shifted, visits, type VisitName } from './visits.ts';

interface Test {
  readonly name: string;
  readonly loinc: string;
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
}

/** What the laboratory measures, with its reference range. */
export const tests = {
  a1c: { name: 'Hemoglobin A1c', loinc: '4548-4', unit: '%', low: 4, high: 5.6 },
  glucose: { name: 'Glucose, fasting', loinc: '1558-6', unit: 'mg/dL', low: 70, high: 99 },
  glucose1h: { name: 'Glucose, 1 hour after 75 g', loinc: '20436-2', unit: 'mg/dL', high: 179 },
  glucose2h: { name: 'Glucose, 2 hours after 75 g', loinc: '1518-0', unit: 'mg/dL', high: 152 },
  creatinine: { name: 'Creatinine', loinc: '2160-0', unit: 'mg/dL', low: 0.5, high: 1.1 },
  egfr: { name: 'eGFR (CKD-EPI 2021)', loinc: '98979-8', unit: 'mL/min/{1.73_m2}', low: 60 },
  potassium: { name: 'Potassium', loinc: '2823-3', unit: 'mmol/L', low: 3.5, high: 5.1 },
  alt: { name: 'ALT', loinc: '1742-6', unit: 'U/L', low: 7, high: 40 },
  bilirubin: { name: 'Bilirubin, total', loinc: '1975-2', unit: 'mg/dL', low: 0.2, high: 1.2 },
  lipase: { name: 'Lipase', loinc: '3040-3', unit: 'U/L', low: 13, high: 60 },
  wbc: { name: 'White cell count', loinc: '6690-2', unit: '10*3/uL', low: 4, high: 11 },
  hemoglobin: { name: 'Hemoglobin', loinc: '718-7', unit: 'g/dL', low: 12, high: 15.5 },
  cholesterol: { name: 'Cholesterol, total', loinc: '2093-3', unit: 'mg/dL', high: 199 },
  ldl: { name: 'LDL cholesterol, calculated', loinc: '13457-7', unit: 'mg/dL', high: 99 },
  hdl: { name: 'HDL cholesterol', loinc: '2085-9', unit: 'mg/dL', low: 50 },
  triglycerides: { name: 'Triglycerides', loinc: '2571-8', unit: 'mg/dL', high: 149 },
  albumin: { name: 'Albumin/creatinine, urine', loinc: '9318-7', unit: 'mg/g', high: 29 },
} as const satisfies Record<string, Test>;

export type TestName = keyof typeof tests;

/** Every laboratory value of the chart, by visit. Cholesterol = LDL + HDL + triglycerides / 5. */
export const labs: { readonly [visit in VisitName]?: { readonly [test in TestName]?: number } } = {
  first: { glucose: 88, creatinine: 0.7, egfr: 115, hemoglobin: 13.4 },
  prenatalFirst: { glucose: 91, hemoglobin: 12.6 },
  glucoseTest: { glucose: 97, glucose1h: 188, glucose2h: 158, hemoglobin: 11.4 },
  birth: { hemoglobin: 10.6, wbc: 13.2 },
  postpartum: { a1c: 5.7, glucose: 98, glucose2h: 138 },
  annual2019: {
    a1c: 6.1,
    glucose: 112,
    creatinine: 0.7,
    egfr: 113,
    alt: 34,
    cholesterol: 214,
    ldl: 137,
    hdl: 44,
    triglycerides: 165,
  },
  diabetes2020: {
    a1c: 6.8,
    glucose: 138,
    creatinine: 0.8,
    egfr: 95,
    potassium: 4.2,
    alt: 41,
    cholesterol: 221,
    ldl: 141,
    hdl: 42,
    triglycerides: 190,
    albumin: 14,
  },
  followUp2021: { a1c: 6.4, glucose: 121, creatinine: 0.8, egfr: 95, potassium: 4.5 },
  annual2022: {
    a1c: 6.5,
    glucose: 124,
    creatinine: 0.8,
    egfr: 92,
    potassium: 4.4,
    alt: 32,
    cholesterol: 168,
    ldl: 92,
    hdl: 46,
    triglycerides: 150,
    albumin: 22,
  },
  gallbladder: {
    glucose: 162,
    creatinine: 0.8,
    egfr: 92,
    alt: 58,
    bilirubin: 1.1,
    lipase: 41,
    wbc: 14.6,
    hemoglobin: 13.1,
  },
  annual2024: {
    a1c: 7.4,
    glucose: 151,
    creatinine: 0.8,
    egfr: 91,
    potassium: 4.4,
    alt: 36,
    cholesterol: 176,
    ldl: 98,
    hdl: 45,
    triglycerides: 165,
    albumin: 42,
  },
  kidney2024: { a1c: 6.9, glucose: 131, creatinine: 0.9, egfr: 79, potassium: 4.6, albumin: 31 },
  annual2025: {
    a1c: 6.6,
    glucose: 122,
    creatinine: 0.8,
    egfr: 92,
    potassium: 4.5,
    alt: 30,
    cholesterol: 150,
    ldl: 76,
    hdl: 49,
    triglycerides: 125,
    albumin: 24,
  },
  followUp2026: { a1c: 6.5, glucose: 118, creatinine: 0.8, egfr: 92, potassium: 4.4 },
  annual2026: {
    a1c: 6.4,
    glucose: 116,
    creatinine: 0.8,
    egfr: 92,
    potassium: 4.4,
    alt: 28,
    cholesterol: 148,
    ldl: 74,
    hdl: 50,
    triglycerides: 120,
    albumin: 21,
  },
  laboratory2026: { hemoglobin: 11.6, wbc: 6.1 },
};

function flagOf(test: Test, value: number): 'high' | 'low' | undefined {
  if (test.high !== undefined && value > test.high) return 'high';
  return test.low !== undefined && value < test.low ? 'low' : undefined;
}

function rangeOf(test: Test): string {
  if (test.low === undefined) return `< ${(test.high ?? 0) + 1}`;
  return test.high === undefined ? `>= ${test.low}` : `${test.low} - ${test.high}`;
}

function measuredAt(visit: VisitName): [TestName, number][] {
  const values = labs[visit] ?? {};
  return testNames.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, value]];
  });
}

const isTestName = (name: string): name is TestName => Object.hasOwn(tests, name);
const testNames = Object.keys(tests).filter(isTestName);
const isVisitName = (name: string): name is VisitName => Object.hasOwn(visits, name);

/** One value in words: `6.4 %`. */
export function lab(visit: VisitName, test: TestName): string {
  const value = labs[visit]?.[test];
  return value === undefined ? 'not measured' : `${value} ${printedUnit(tests[test].unit)}`;
}

const printedUnit = (unit: string): string =>
  unit.replace('{1.73_m2}', '1.73 m²').replace('10*3/uL', 'x10³/µL');

/** The visit's values as a laboratory prints them. */
export function labTable(visit: VisitName, only?: readonly TestName[]): Table {
  return {
    head: ['Test', 'Result', 'Flag', 'Units', 'Reference range'],
    rows: measuredAt(visit)
      .filter(([name]) => only === undefined || only.includes(name))
      .map(([name, value]) => {
        const test = tests[name];
        const flag = flagOf(test, value);
        const mark = flag === undefined ? '' : '!';
        return [
          test.name,
          `${mark}${value}`,
          flag === undefined ? '' : flag === 'high' ? 'H' : 'L',
          printedUnit(test.unit),
          rangeOf(test),
        ];
      }),
  };
}

/** Values of several visits side by side. */
export function trendTable(columns: readonly VisitName[], rows: readonly TestName[]): Table {
  return {
    head: ['Test', ...columns.map((visit) => visits[visit].start.slice(0, 10))],
    rows: rows.map((name) => [
      `${tests[name].name} (${printedUnit(tests[name].unit)})`,
      ...columns.map((visit) => {
        const value = labs[visit]?.[name];
        if (value === undefined) return '';
        return `${flagOf(tests[name], value) === undefined ? '' : '!'}${value}`;
      }),
    ]),
  };
}

const panelOf = (visit: VisitName): string =>
  visit === 'glucoseTest' || visit === 'postpartum' ? 'Glucose tolerance test' : 'Chemistry panel';

/** The same values as entries of the record. */
export const resultEntries: readonly ClinicalEntry[] = Object.keys(labs)
  .filter(isVisitName)
  .flatMap((visit) =>
    measuredAt(visit).map(([name, value]): ClinicalEntry => {
      const test = tests[name];
      const flag = flagOf(test, value);
      return {
        id: `${visit}-${name}`,
        date: shifted(visits[visit].start, 15),
        code: { system: 'LOINC', code: test.loinc, display: test.name },
        value: String(value),
        unit: test.unit,
        referenceRange: `${rangeOf(test)} ${test.unit}`,
        ...(flag === undefined ? {} : { abnormal: flag }),
        status: 'final',
        detail: panelOf(visit),
      };
    }),
  );
