import type { ClinicalEntry, ClinicalRecord } from '../chart.ts';
import { resultEntries } from './labs.ts';
import { bodyMassIndex, encounters, shifted, visits, type Visit } from './visits.ts';

type Code = ClinicalEntry['code'];
const snomed = (code: string, display: string): Code => ({ system: 'SNOMED', code, display });
const rxnorm = (code: string, display: string): Code => ({ system: 'RxNorm', code, display });
const cvx = (code: string, display: string): Code => ({ system: 'CVX', code, display });
const loinc = (code: string, display: string): Code => ({ system: 'LOINC', code, display });

const allergies: readonly ClinicalEntry[] = [
  {
    id: 'al1',
    code: rxnorm('7980', 'Penicillin G'),
    detail: 'Hives',
    status: 'Active',
    date: '1992',
  },
  {
    id: 'al2',
    code: rxnorm('2670', 'Codeine'),
    detail: 'Nausea and vomiting',
    status: 'Active',
    date: '2022-02-11',
  },
  {
    id: 'al3',
    code: snomed('256259004', 'Pollen'),
    detail: 'Sneezing, wheeze in spring',
    status: 'Active',
  },
];

const medications: readonly ClinicalEntry[] = [
  {
    id: 'm1',
    code: rxnorm('745679', 'albuterol 90 mcg/actuation inhaler'),
    detail: '2 puffs every 4 to 6 hours as needed',
    date: '2016-02-18',
    status: 'Active',
  },
  {
    id: 'm2',
    code: rxnorm('896188', 'fluticasone 110 mcg/actuation inhaler'),
    detail: '1 puff twice daily',
    date: '2016-03-10',
    status: 'Active',
  },
  {
    id: 'm3',
    code: rxnorm('312617', 'prednisone 20 mg tablet'),
    detail: '2 tablets once daily for 5 days',
    date: '2017-04-21',
    end: '2017-04-25',
    status: 'Completed',
  },
  {
    id: 'm4',
    code: snomed('1148497006', 'Prenatal vitamin'),
    detail: '1 tablet once daily',
    date: '2018-01-16',
    end: '2018-10-04',
    status: 'Completed',
  },
  {
    id: 'm5',
    code: rxnorm('861007', 'metformin 500 mg tablet'),
    detail: '1 tablet twice daily with meals',
    date: '2020-12-15',
    end: '2021-01-12',
    status: 'Completed',
  },
  {
    id: 'm6',
    code: rxnorm('861004', 'metformin 1,000 mg tablet'),
    detail: '1 tablet twice daily with meals',
    date: '2021-01-12',
    status: 'Active',
  },
  {
    id: 'm7',
    code: rxnorm('314076', 'lisinopril 10 mg tablet'),
    detail: '1 tablet once daily',
    date: '2021-01-12',
    status: 'Active',
  },
  {
    id: 'm8',
    code: rxnorm('617310', 'atorvastatin 20 mg tablet'),
    detail: '1 tablet at bedtime',
    date: '2021-01-12',
    status: 'Active',
  },
  {
    id: 'm9',
    code: rxnorm('197806', 'ibuprofen 600 mg tablet'),
    detail: '1 tablet every 8 hours with food for 7 days',
    date: '2022-02-11',
    end: '2022-02-18',
    status: 'Completed',
  },
  {
    id: 'm10',
    code: rxnorm('1545658', 'empagliflozin 10 mg tablet'),
    detail: '1 tablet every morning',
    date: '2024-01-18',
    status: 'Active',
  },
  {
    id: 'm11',
    code: rxnorm('310325', 'ferrous sulfate 325 mg tablet'),
    detail: '1 tablet every other day',
    date: '2026-11-12',
    status: 'Active',
  },
];

const problems: readonly ClinicalEntry[] = [
  { id: 'p1', code: snomed('427603009', 'Mild persistent asthma'), date: '1994', status: 'Active' },
  {
    id: 'p2',
    code: snomed('77386006', 'Pregnancy'),
    date: '2018-01-16',
    end: '2018-08-21',
    status: 'Resolved',
  },
  {
    id: 'p3',
    code: snomed('11687002', 'Gestational diabetes mellitus'),
    date: '2018-05-22',
    end: '2018-10-04',
    status: 'Resolved',
    detail: 'Diet controlled',
  },
  {
    id: 'p4',
    code: snomed('714628002', 'Prediabetes'),
    date: '2019-09-12',
    end: '2020-12-15',
    status: 'Resolved',
  },
  {
    id: 'p5',
    code: snomed('44054006', 'Type 2 diabetes mellitus'),
    date: '2020-12-15',
    status: 'Active',
  },
  {
    id: 'p6',
    code: snomed('59621000', 'Essential hypertension'),
    date: '2021-01-12',
    status: 'Active',
  },
  { id: 'p7', code: snomed('55822004', 'Hyperlipidemia'), date: '2021-01-12', status: 'Active' },
  {
    id: 'p8',
    code: snomed('263199001', 'Fracture of distal end of left radius'),
    date: '2022-02-11',
    end: '2022-06-02',
    status: 'Resolved',
  },
  {
    id: 'p9',
    code: snomed('65275009', 'Acute cholecystitis'),
    date: '2023-08-27',
    end: '2023-09-12',
    status: 'Resolved',
    detail: 'Gallstones',
  },
  {
    id: 'p10',
    code: snomed('312975006', 'Microalbuminuria'),
    date: '2024-01-18',
    end: '2025-10-16',
    status: 'Resolved',
  },
  {
    id: 'p11',
    code: snomed('414916001', 'Obesity'),
    date: '2019-09-12',
    end: '2024-04-25',
    status: 'Resolved',
  },
  {
    id: 'p12',
    code: snomed('87522002', 'Iron deficiency anemia'),
    date: '2026-11-12',
    status: 'Active',
    detail: 'Being looked into',
  },
];

const procedures: readonly ClinicalEntry[] = [
  {
    id: 'pr1',
    code: snomed('127783003', 'Spirometry'),
    date: visits.spirometry.start,
    detail: 'Martin Reyes, RRT',
    status: 'Completed',
  },
  {
    id: 'pr2',
    code: snomed('177184002', 'Normal delivery'),
    date: '2018-08-21T04:12:00-05:00',
    detail: 'Tomas Okafor-Lind, MD',
    status: 'Completed',
  },
  {
    id: 'pr3',
    code: snomed('426420006', 'Closed reduction of fracture of radius'),
    date: '2022-02-11T20:15:00-06:00',
    detail: 'Grace Nwosu, PA-C',
    status: 'Completed',
  },
  {
    id: 'pr4',
    code: snomed('71651007', 'Screening mammography'),
    date: visits.mammogram2023.start,
    detail: 'Daniel Brandt, MD',
    status: 'Completed',
  },
  {
    id: 'pr5',
    code: snomed('45595009', 'Laparoscopic cholecystectomy'),
    date: '2023-08-28T09:40:00-05:00',
    end: '2023-08-28T10:52:00-05:00',
    detail: 'Ruth Calloway, MD',
    status: 'Completed',
  },
  {
    id: 'pr6',
    code: snomed('171149006', 'Screening for cervical cancer'),
    date: visits.cervical2024.start,
    detail: 'Tomas Okafor-Lind, MD',
    status: 'Completed',
  },
  {
    id: 'pr7',
    code: snomed('71651007', 'Screening mammography'),
    date: visits.mammogram2025.start,
    detail: 'Daniel Brandt, MD',
    status: 'Completed',
  },
  {
    id: 'pr8',
    code: snomed('73761001', 'Colonoscopy with polypectomy'),
    date: '2026-01-22T08:05:00-06:00',
    end: '2026-01-22T08:34:00-06:00',
    detail: 'Lucia Ferro, MD',
    status: 'Completed',
  },
];

const immunizations: readonly ClinicalEntry[] = [
  {
    id: 'i1',
    code: cvx('115', 'Tdap'),
    date: '2018-06-05',
    status: 'Completed',
    detail: 'Third trimester',
  },
  {
    id: 'i2',
    code: cvx('158', 'Influenza, quadrivalent'),
    date: visits.flu2016.start,
    status: 'Completed',
  },
  {
    id: 'i3',
    code: cvx('158', 'Influenza, quadrivalent'),
    date: '2019-09-12',
    status: 'Completed',
  },
  {
    id: 'i4',
    code: cvx('33', 'Pneumococcal polysaccharide PPV23'),
    date: '2021-01-12',
    status: 'Completed',
  },
  {
    id: 'i5',
    code: cvx('208', 'COVID-19 mRNA vaccine, dose 1'),
    date: visits.covid2021.start,
    status: 'Completed',
  },
  {
    id: 'i6',
    code: cvx('208', 'COVID-19 mRNA vaccine, dose 2'),
    date: '2021-04-07',
    status: 'Completed',
  },
  {
    id: 'i7',
    code: cvx('158', 'Influenza, quadrivalent'),
    date: '2022-10-13',
    status: 'Completed',
  },
  {
    id: 'i8',
    code: cvx('140', 'Influenza, preservative free'),
    date: '2025-10-16',
    status: 'Completed',
  },
  {
    id: 'i9',
    code: cvx('140', 'Influenza, preservative free'),
    date: '2026-10-08',
    status: 'Completed',
  },
];

const plan: readonly ClinicalEntry[] = [
  {
    id: 'pl1',
    code: loinc('4548-4', 'Hemoglobin A1c'),
    date: '2027-01',
    status: 'Ordered',
    detail: 'Before the next visit',
  },
  {
    id: 'pl2',
    code: loinc('2276-4', 'Ferritin'),
    date: '2026-11-24',
    status: 'Ordered',
    detail: 'After low hemoglobin of 2026-11-10',
  },
  {
    id: 'pl3',
    code: snomed('71651007', 'Screening mammography'),
    date: '2027-03',
    status: 'Planned',
  },
  {
    id: 'pl4',
    code: snomed('73761001', 'Colonoscopy'),
    date: '2033',
    status: 'Planned',
    detail: 'Seven years after a small adenoma',
  },
  {
    id: 'pl5',
    code: snomed('252779009', 'Dilated eye examination'),
    date: '2026-12',
    status: 'Referred',
  },
];

const socialHistory: readonly ClinicalEntry[] = [
  {
    id: 's1',
    code: loinc('72166-2', 'Tobacco smoking status'),
    value: 'Never smoker',
    date: visits.annual2026.start,
  },
  {
    id: 's2',
    code: loinc('11331-6', 'History of alcohol use'),
    value: '1 to 2 drinks a week',
    date: visits.annual2026.start,
  },
  { id: 's3', code: loinc('11341-5', 'Occupation'), value: 'School librarian', date: '2009-09' },
  { id: 's4', code: loinc('76689-9', 'Sex assigned at birth'), value: 'Female' },
];

const measured: readonly (readonly [
  key: string,
  loinc: string,
  display: string,
  unit: string,
  value: (visit: Visit) => string | undefined,
  high?: number,
])[] = [
  ['sys', '8480-6', 'Systolic blood pressure', 'mm[Hg]', (visit) => visit.bp?.[0].toString(), 139],
  ['dia', '8462-4', 'Diastolic blood pressure', 'mm[Hg]', (visit) => visit.bp?.[1].toString(), 89],
  ['hr', '8867-4', 'Heart rate', '/min', (visit) => visit.pulse?.toString(), 100],
  ['kg', '29463-7', 'Body weight', 'kg', (visit) => visit.kg?.toString()],
  [
    'bmi',
    '39156-5',
    'Body mass index',
    'kg/m2',
    (visit) => (visit.kg === undefined ? undefined : bodyMassIndex(visit.kg)),
  ],
  ['spo2', '59408-5', 'Oxygen saturation', '%', (visit) => visit.spo2?.toString()],
];

const vitals: readonly ClinicalEntry[] = Object.entries(visits).flatMap(
  ([name, visit]: [string, Visit]) =>
    measured.flatMap(([key, code, display, unit, valueOf, high]): ClinicalEntry[] => {
      const value = valueOf(visit);
      if (value === undefined) return [];
      return [
        {
          id: `${name}-${key}`,
          date: shifted(visit.start, 5),
          code: loinc(code, display),
          value,
          unit,
          ...(high !== undefined && Number(value) > high ? { abnormal: 'high' as const } : {}),
        },
      ];
    }),
);

const encounterCodes = {
  AMB: snomed('185349003', 'Outpatient visit'),
  IMP: snomed('32485007', 'Hospital admission'),
  EMER: snomed('50849002', 'Emergency department visit'),
} as const;

/** Nancy Smart's structured record; reports quote the same values. */
export const record: ClinicalRecord = {
  allergies,
  medications,
  problems,
  procedures,
  results: resultEntries,
  vitals,
  immunizations,
  encounters: encounters.map((encounter) => ({
    id: `e${encounter.id}`,
    date: encounter.start,
    ...(encounter.end === undefined ? {} : { end: encounter.end }),
    code: { ...encounterCodes[encounter.class], display: encounter.type },
    detail: encounter.location,
  })),
  plan,
  socialHistory,
};

/** Problems and medicines that were current on a day, in words. */
export function currentOn(day: string, of: 'problems' | 'medications'): readonly string[] {
  return record[of]
    .filter(({ date = '', end }) => date.slice(0, 10) <= day && (end === undefined || end > day))
    .map(({ code, detail }) =>
      of === 'medications' && detail !== undefined ? `${code.display}, ${detail}` : code.display,
    );
}
