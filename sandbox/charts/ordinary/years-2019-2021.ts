import type { ChartDocument } from '../chart.ts';
import { fields, laboratory, statusSections, structuredNote } from '../html/clinical-layouts.ts';
import { letter, modern, oldWordProcessor, teaching } from '../html/office-layouts.ts';
import { retina } from '../images/pictures.ts';
import { reportPdf } from '../pdf/report-pdf.ts';
import { landscapePdf } from '../pdf/shapes.ts';
import { tablePdf } from '../pdf/table-pdf.ts';
import { section } from '../report.ts';
import { storedCcd } from './about.ts';
import { lab, labTable } from './labs.ts';
import { record } from './record.ts';
import { document, html, html1252, pdf, png, vitalsLine, xml } from './write.ts';

/** From raised sugar to type 2 diabetes and high blood pressure. */
export const years2019to2021: readonly ChartDocument[] = [
  document(
    {
      number: 20,
      title: 'Annual Wellness Visit 2019',
      kind: 'progress',
      by: 'marsh',
      visit: 'annual2019',
      sections: [
        section(
          'Since the last visit',
          'Back at the library full time; her daughter is one. Little time for running. Asthma quiet.',
        ),
        section('Vital signs', `${vitalsLine('annual2019')}, BMI 30.3.`),
        section('Assessment', {
          list: [
            `Prediabetes: A1c ${lab('annual2019', 'a1c')} after gestational diabetes last year – “a warning, not a verdict”`,
            `LDL cholesterol ${lab('annual2019', 'ldl')}`,
            'Blood pressure upper normal; measure at home',
          ],
        }),
        section(
          'Plan',
          'Dietitian; 150 minutes of brisk walking a week. Influenza vaccine given. A1c again in twelve months – sooner if thirsty.',
        ),
      ],
    },
    [html1252(oldWordProcessor)],
  ),
  document(
    {
      number: 21,
      title: 'Laboratory Report',
      kind: 'laboratory',
      by: 'winslow',
      visit: 'annual2019',
      date: '2019-09-12T13:05:00-05:00',
      sections: [section('Chemistry and lipids', { table: labTable('annual2019') })],
    },
    [html(laboratory), pdf(tablePdf)],
  ),
  document(
    {
      number: 22,
      title: 'Video Visit Note',
      kind: 'progress',
      by: 'marsh',
      visit: 'video2020',
      sections: [
        section(
          'Consent',
          'Patient at home in Lakeside, agrees to a visit by video. No one else in the room.',
        ),
        section(
          'Concern',
          'Worried about asthma and the pandemic; wonders whether to stop fluticasone.',
        ),
        section(
          'Today',
          'Speaks in full sentences. Albuterol once or twice a month. Home blood pressures 128 to 138 over 80 to 86.',
        ),
        section('Plan', {
          list: [
            'Keep fluticasone: a calm lung is the best protection',
            'New asthma action plan sent',
            'The yearly blood tests are overdue in autumn',
          ],
        }),
      ],
    },
    [html(modern)],
  ),
  document(
    {
      number: 23,
      title: 'Asthma Action Plan',
      kind: 'education',
      by: 'marsh',
      visit: 'video2020',
      date: '2020-06-18T11:50:00-05:00',
      sections: [
        section('GREEN: I am well (peak flow above 330)', {
          list: [
            'No cough or wheeze, sleeping through',
            'Fluticasone 110 mcg: 1 puff morning and evening',
            'Albuterol 2 puffs 15 minutes before running',
          ],
        }),
        section('YELLOW: I am getting worse (peak flow 205 to 330)', {
          list: [
            'Cough at night, wheeze, a cold coming on',
            'Albuterol 2 puffs every 4 hours; fluticasone 2 puffs twice daily for a week',
            'Not better after 24 hours: call 555-010-0411',
          ],
        }),
        section('RED: I need help now (peak flow below 205)', {
          list: [
            'Hard to speak or walk, lips grey',
            'Albuterol 6 puffs, again after 20 minutes',
            'Call 911',
          ],
        }),
      ],
    },
    [pdf(landscapePdf)],
  ),
  document(
    {
      number: 24,
      title: 'Office Visit: New Diabetes',
      kind: 'progress',
      by: 'marsh',
      visit: 'diabetes2020',
      sections: [
        section(
          'History of Present Illness',
          'Asked to come early: A1c of December 3 was 6.7 %. Tired, up twice a night to pass water. Has gained 3.8 kg since last September.',
        ),
        section(
          'Vital Signs',
          `${vitalsLine('diabetes2020')}, BMI 31.7. Repeat blood pressure 140/88.`,
        ),
        section('Laboratory', { table: labTable('diabetes2020') }),
        section('Assessment and Plan', {
          list: [
            `Type 2 diabetes mellitus, new: A1c ${lab('diabetes2020', 'a1c')} and fasting glucose ${lab('diabetes2020', 'glucose')}, confirmed on a second day. Metformin 500 mg twice daily with meals.`,
            'Elevated blood pressure: home log for four weeks.',
            'Referral to Dr. Raman and to diabetes education.',
            'No albumin in the urine; eye examination to be booked.',
          ],
        }),
      ],
    },
    [html(structuredNote)],
  ),
  document(
    {
      number: 25,
      title: 'Summary of Care for Referral (CCD)',
      kind: 'summary',
      by: 'marsh',
      visit: 'diabetes2020',
      date: '2020-12-16T10:00:00-06:00',
      sections: [],
    },
    [xml(storedCcd('2020-12-16T10:00:00-06:00'))],
  ),
  document(
    {
      number: 26,
      title: 'Endocrinology Consultation',
      kind: 'consult',
      by: 'raman',
      visit: 'endocrine2021',
      sections: [
        section(
          '',
          'Dear Dr. Marsh,',
          'Thank you for asking me to see Mrs. Smart, a 40-year-old librarian with newly found type 2 diabetes two years after gestational diabetes.',
        ),
        section(
          'Findings',
          `A1c ${lab('diabetes2020', 'a1c')} in December. ${vitalsLine('endocrine2021')}. Her home log averages 143/89. LDL cholesterol ${lab('diabetes2020', 'ldl')}, albumin/creatinine ${lab('diabetes2020', 'albumin')}. Feet: pulses and sensation normal.`,
        ),
        section(
          'Opinion',
          'Early type 2 diabetes with hypertension and raised LDL. There is every chance of good control.',
        ),
        section('Suggestions', {
          list: [
            'Metformin up to 1,000 mg twice daily',
            'Lisinopril 10 mg once daily; she uses reliable contraception',
            'Atorvastatin 20 mg at bedtime',
            'Pneumococcal vaccine, given today',
            'A1c in three months, goal below 6.5 %',
          ],
          ordered: true,
        }),
      ],
    },
    [html(letter), pdf(reportPdf)],
  ),
  document(
    {
      number: 27,
      title: 'Diabetes Self-Management Class',
      kind: 'education',
      by: 'stern',
      visit: 'endocrine2021',
      date: '2021-01-12T14:30:00-06:00',
      sections: [
        section('Goals chosen by the patient', {
          list: ['Walk the dog after supper, five days a week', 'Half the plate vegetables'],
          ordered: true,
        }),
        section('Covered today', {
          list: [
            {
              text: 'Numbers',
              items: ['A1c below 6.5 %', 'fasting 80 to 130 mg/dL', 'blood pressure below 130/80'],
            },
            {
              text: 'Sick days',
              items: [
                'keep drinking',
                { text: 'stop metformin when', items: ['vomiting', 'not able to drink'] },
              ],
            },
            'Feet: look at them every evening',
          ],
        }),
        section('Next', 'By telephone in four weeks.'),
      ],
    },
    [html(teaching)],
  ),
  document(
    {
      number: 28,
      title: 'Immunization Record',
      kind: 'immunization',
      by: 'marsh',
      visit: 'covid2021',
      date: '2021-04-07T16:25:00-05:00',
      sections: [
        section('Vaccines given', {
          table: {
            head: ['Vaccine', 'Date', 'Remark'],
            rows: record.immunizations
              .filter(({ date = '' }) => date < '2021-05')
              .map(({ code, date = '', detail = '' }) => [code.display, date.slice(0, 10), detail]),
          },
        }),
        section('Remark', 'No reaction within 15 minutes of either dose against COVID-19.'),
      ],
    },
    [pdf(tablePdf)],
  ),
  document(
    {
      number: 29,
      title: 'Office Visit Note',
      kind: 'progress',
      by: 'marsh',
      visit: 'followUp2021',
      sections: [
        section(
          'Subjective',
          'Walks daily, has lost 3.2 kg since December. Metformin upset her stomach for a week, now well. No cough from lisinopril.',
        ),
        section('Objective', `${vitalsLine('followUp2021')}.`, { table: labTable('followUp2021') }),
        section(
          'Assessment and Plan',
          'Diabetes at goal. Blood pressure nearly so: less salt first, no change of dose. Potassium and creatinine stable on lisinopril.',
        ),
      ],
    },
    [html(statusSections)],
  ),
  document(
    {
      number: 30,
      title: 'Diabetic Eye Examination',
      kind: 'consult',
      by: 'tanaka',
      visit: 'eye2021',
      sections: [
        section('Vision', {
          pairs: [
            ['Right, corrected', '20/20'],
            ['Left, corrected', '20/25'],
            ['Pressure', '15 mmHg right, 16 mmHg left at 13:20'],
          ],
        }),
        section('Dilated fundus', {
          table: {
            head: ['', 'Right', 'Left'],
            rows: [
              ['Disc', 'pink, cup 0.3', 'pink, cup 0.3'],
              ['Macula', 'flat, dry', 'flat, dry'],
              ['Vessels', 'normal caliber', 'normal caliber'],
              ['Periphery', 'no hemorrhage', 'no hemorrhage'],
            ],
          },
        }),
        section('Impression', 'No diabetic retinopathy in either eye. Again in one to two years.'),
      ],
    },
    [html(fields)],
  ),
  document(
    {
      number: 31,
      title: 'Retinal Photograph, Right Eye',
      kind: 'image',
      by: 'tanaka',
      visit: 'eye2021',
      date: '2021-09-14T13:58:00-05:00',
      sections: [],
    },
    [png(() => retina('SMART, NANCY  OD  2021-09-14'))],
  ),
];
