import type { ChartEncounter } from '../chart.ts';

/** One contact with the hospital; measurements as taken that day. */
export interface Visit {
  readonly start: string;
  readonly end?: string;
  readonly class: ChartEncounter['class'];
  readonly type: string;
  readonly location: string;
  readonly bp?: readonly [systolic: number, diastolic: number];
  readonly pulse?: number;
  readonly kg?: number;
  readonly spo2?: number;
}

const office = {
  class: 'AMB',
  type: 'Office visit',
  location: 'Lakeside Family Medicine',
} as const;
const prenatal = {
  class: 'AMB',
  type: 'Prenatal visit',
  location: 'Obstetrics and Gynecology',
} as const;
const emergency = {
  class: 'EMER',
  type: 'Emergency visit',
  location: 'Emergency Department',
} as const;
const imaging = { class: 'AMB', type: 'Imaging', location: 'Department of Radiology' } as const;

/** Nancy Smart's ten years, by the names that reports and the record use. */
export const visits = {
  first: {
    ...office,
    start: '2016-02-18T09:10:00-06:00',
    bp: [118, 74],
    pulse: 72,
    kg: 70.4,
    spo2: 98,
  },
  spirometry: {
    class: 'AMB',
    type: 'Pulmonary function test',
    location: 'Pulmonary Function Laboratory',
    start: '2016-03-10T13:30:00-06:00',
  },
  flu2016: {
    ...office,
    start: '2016-10-06T10:40:00-05:00',
    bp: [116, 72],
    pulse: 70,
    kg: 70.9,
    spo2: 98,
  },
  asthmaEd: {
    ...emergency,
    start: '2017-04-20T21:05:00-05:00',
    end: '2017-04-21T01:40:00-05:00',
    bp: [128, 80],
    pulse: 112,
    spo2: 93,
  },
  asthmaFollowUp: {
    ...office,
    start: '2017-05-02T15:20:00-05:00',
    bp: [118, 76],
    pulse: 74,
    kg: 71.2,
    spo2: 98,
  },
  prenatalFirst: {
    ...prenatal,
    start: '2018-01-16T08:45:00-06:00',
    bp: [112, 70],
    pulse: 78,
    kg: 72.0,
  },
  datingScan: { ...imaging, start: '2018-02-05T11:00:00-06:00' },
  anatomyScan: { ...imaging, start: '2018-04-10T09:30:00-05:00' },
  glucoseTest: {
    ...prenatal,
    start: '2018-05-22T07:50:00-05:00',
    bp: [118, 72],
    pulse: 84,
    kg: 78.1,
  },
  gdmTeaching: {
    class: 'AMB',
    type: 'Education',
    location: 'Diabetes Education',
    start: '2018-06-05T14:00:00-05:00',
  },
  growthScan: { ...imaging, start: '2018-07-24T10:15:00-05:00' },
  birth: {
    class: 'IMP',
    type: 'Hospital stay',
    location: 'Family Birth Center',
    start: '2018-08-20T07:30:00-05:00',
    end: '2018-08-23T11:15:00-05:00',
    bp: [122, 76],
    pulse: 80,
    kg: 83.6,
  },
  postpartum: {
    class: 'AMB',
    type: 'Postpartum visit',
    location: 'Obstetrics and Gynecology',
    start: '2018-10-04T09:00:00-05:00',
    bp: [120, 78],
    pulse: 70,
    kg: 77.5,
  },
  annual2019: { ...office, start: '2019-09-12T08:30:00-05:00', bp: [132, 84], pulse: 76, kg: 82.5 },
  video2020: {
    class: 'AMB',
    type: 'Video visit',
    location: 'Lakeside Family Medicine',
    start: '2020-06-18T11:00:00-05:00',
  },
  diabetes2020: {
    ...office,
    start: '2020-12-15T08:20:00-06:00',
    bp: [142, 88],
    pulse: 82,
    kg: 86.3,
  },
  endocrine2021: {
    class: 'AMB',
    type: 'Consultation',
    location: 'Endocrinology and Diabetes Center',
    start: '2021-01-12T10:00:00-06:00',
    bp: [144, 90],
    pulse: 80,
    kg: 85.8,
  },
  covid2021: {
    class: 'AMB',
    type: 'Immunization',
    location: 'Lakeside Family Medicine',
    start: '2021-03-17T16:10:00-05:00',
  },
  followUp2021: {
    ...office,
    start: '2021-04-20T09:40:00-05:00',
    bp: [134, 82],
    pulse: 76,
    kg: 83.1,
  },
  eye2021: {
    class: 'AMB',
    type: 'Eye examination',
    location: 'Eye Clinic',
    start: '2021-09-14T13:15:00-05:00',
  },
  wristEd: {
    ...emergency,
    start: '2022-02-11T18:25:00-06:00',
    end: '2022-02-11T22:50:00-06:00',
    bp: [138, 86],
    pulse: 96,
    spo2: 99,
  },
  wristCast: {
    class: 'AMB',
    type: 'Office visit',
    location: 'Orthopedics and Sports Medicine',
    start: '2022-02-17T10:30:00-06:00',
  },
  wristHealed: {
    class: 'AMB',
    type: 'Office visit',
    location: 'Orthopedics and Sports Medicine',
    start: '2022-03-25T11:20:00-05:00',
  },
  handTherapy: {
    class: 'AMB',
    type: 'Therapy',
    location: 'Physical Therapy',
    start: '2022-04-06T14:30:00-05:00',
  },
  handTherapyEnd: {
    class: 'AMB',
    type: 'Therapy',
    location: 'Physical Therapy',
    start: '2022-06-02T14:30:00-05:00',
  },
  annual2022: { ...office, start: '2022-10-13T08:30:00-05:00', bp: [130, 80], pulse: 74, kg: 81.6 },
  mammogram2023: { ...imaging, start: '2023-03-02T15:00:00-06:00' },
  gallbladder: {
    class: 'IMP',
    type: 'Hospital stay',
    location: 'General Surgery',
    start: '2023-08-27T04:15:00-05:00',
    end: '2023-08-29T13:30:00-05:00',
    bp: [146, 88],
    pulse: 104,
    kg: 80.9,
    spo2: 97,
  },
  surgeryFollowUp: {
    class: 'AMB',
    type: 'Office visit',
    location: 'General Surgery',
    start: '2023-09-12T10:50:00-05:00',
    bp: [128, 80],
    pulse: 74,
    kg: 79.8,
  },
  annual2024: { ...office, start: '2024-01-18T08:40:00-06:00', bp: [136, 84], pulse: 78, kg: 82.2 },
  kidney2024: { ...office, start: '2024-04-25T09:00:00-05:00', bp: [128, 78], pulse: 74, kg: 79.4 },
  cervical2024: {
    class: 'AMB',
    type: 'Office visit',
    location: 'Obstetrics and Gynecology',
    start: '2024-09-19T14:10:00-05:00',
    bp: [126, 78],
    pulse: 72,
    kg: 78.3,
  },
  mammogram2025: { ...imaging, start: '2025-03-06T15:30:00-06:00' },
  mammogramMore2025: { ...imaging, start: '2025-03-14T09:15:00-05:00' },
  eye2025: {
    class: 'AMB',
    type: 'Eye examination',
    location: 'Eye Clinic',
    start: '2025-06-12T13:40:00-05:00',
  },
  annual2025: { ...office, start: '2025-10-16T08:30:00-05:00', bp: [126, 78], pulse: 72, kg: 77.1 },
  colonoscopy: {
    class: 'AMB',
    type: 'Procedure',
    location: 'Endoscopy Suite',
    start: '2026-01-22T07:15:00-06:00',
    end: '2026-01-22T10:05:00-06:00',
    bp: [124, 76],
    pulse: 70,
    spo2: 99,
  },
  followUp2026: {
    ...office,
    start: '2026-05-14T09:20:00-05:00',
    bp: [124, 76],
    pulse: 72,
    kg: 76.2,
  },
  annual2026: { ...office, start: '2026-10-08T08:30:00-05:00', bp: [124, 78], pulse: 70, kg: 75.6 },
  laboratory2026: {
    class: 'AMB',
    type: 'Laboratory visit',
    location: 'Pathology and Laboratory Medicine',
    start: '2026-11-10T07:40:00-06:00',
  },
} as const satisfies Record<string, Visit>;

export type VisitName = keyof typeof visits;

/** The id under which the server knows a visit. */
export function encounterId(name: VisitName): string {
  return String(8_810_000 + Object.keys(visits).indexOf(name) * 37);
}

export const encounters: readonly ChartEncounter[] = Object.entries(visits).map(
  ([name, visit]: [string, Visit], index) => ({
    id: String(8_810_000 + index * 37),
    type: visit.type,
    class: visit.class,
    start: visit.start,
    end: visit.end ?? shifted(visit.start, name.endsWith('Scan') ? 45 : 30),
    location: visit.location,
  }),
);

/** A dateTime later by minutes, in the same offset and on the same day. */
export function shifted(dateTime: string, minutes: number): string {
  const [, day = '', hours = '0', minute = '0', rest = ''] =
    /^(.{10})T(\d{2}):(\d{2})(.*)$/.exec(dateTime) ?? [];
  const total = Math.min(Number(hours) * 60 + Number(minute) + minutes, 24 * 60 - 1);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(total / 60))}:${two(total % 60)}${rest}`;
}

export const heightCm = 165;

/** Body mass index of a weight, to one digit. */
export function bodyMassIndex(kg: number): string {
  return (kg / (heightCm / 100) ** 2).toFixed(1);
}
