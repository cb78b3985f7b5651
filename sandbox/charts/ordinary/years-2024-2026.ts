import type { ChartDocument } from '../chart.ts';
import {
  dictation,
  fields,
  flowsheet,
  laboratory,
  statusSections,
  structuredNote,
} from '../html/clinical-layouts.ts';
import { modern, wordExport } from '../html/office-layouts.ts';
import { reportPdf } from '../pdf/report-pdf.ts';
import { columnsPdf } from '../pdf/shapes.ts';
import { tablePdf } from '../pdf/table-pdf.ts';
import { section } from '../report.ts';
import { storedCcd } from './about.ts';
import { lab, labTable, trendTable } from './labs.ts';
import { currentOn } from './record.ts';
import { document, html, pdf, text, vitalsLine, xml } from './write.ts';

/** Kidneys watched, screening done, sugar in hand; a low hemoglobin at the end. */
export const years2024to2026: readonly ChartDocument[] = [
  document(
    {
      number: 53,
      title: 'Annual Wellness Visit 2024',
      kind: 'progress',
      by: 'marsh',
      visit: 'annual2024',
      sections: [
        section('Interval', 'A hard autumn: her father died, walks stopped, ate late.'),
        section('Vital Signs', `${vitalsLine('annual2024')}, BMI 30.2.`),
        section('Laboratory', { table: labTable('annual2024') }),
        section('Assessment and Plan', {
          list: [
            `Type 2 diabetes above goal: A1c ${lab('annual2024', 'a1c')}. Empagliflozin 10 mg every morning added.`,
            `Albumin in the urine for the first time (${lab('annual2024', 'albumin')}): repeat in three months; empagliflozin and lisinopril protect the kidney.`,
            'Grief: will talk to the hospital chaplain; not depressed by questionnaire.',
          ],
        }),
      ],
    },
    [html(structuredNote), pdf(reportPdf)],
  ),
  document(
    {
      number: 54,
      title: 'Summary of Care 2023 (CCD)',
      kind: 'summary',
      by: 'marsh',
      visit: 'annual2024',
      date: '2024-01-19T08:00:00-06:00',
      sections: [],
    },
    [xml(storedCcd('2024-01-19T08:00:00-06:00', '2023-01-01T00:00:00-06:00'))],
  ),
  document(
    {
      number: 55,
      title: 'Diabetes Flowsheet 2019 to 2024',
      kind: 'laboratory',
      by: 'raman',
      visit: 'kidney2024',
      sections: [
        section('Values over time', {
          table: trendTable(
            [
              'annual2019',
              'diabetes2020',
              'followUp2021',
              'annual2022',
              'annual2024',
              'kidney2024',
            ],
            ['a1c', 'glucose', 'creatinine', 'egfr', 'potassium', 'ldl', 'albumin'],
          ),
        }),
        section(
          'Remark',
          'The small fall of eGFR after starting empagliflozin is expected and no reason to stop it.',
        ),
      ],
    },
    [html(flowsheet), pdf(tablePdf)],
  ),
  document(
    {
      number: 56,
      title: 'Cervical Cancer Screening Result',
      kind: 'pathology',
      by: 'winslow',
      visit: 'cervical2024',
      date: '2024-09-24T11:00:00-05:00',
      sections: [
        section('Specimen', 'Cervical sample in fluid, taken 09/19/2024 by Dr. Okafor-Lind.'),
        section('Cytology', 'Sufficient for judgment. No lesion and no malignancy.'),
        section('Human papillomavirus', 'High-risk types not detected.'),
        section('Advice', 'Both tests again in five years.'),
      ],
    },
    [html(wordExport)],
  ),
  document(
    {
      number: 57,
      title: 'MG Screening Mammogram Bilateral',
      kind: 'imaging',
      by: 'brandt',
      visit: 'mammogram2025',
      sections: [
        section('Comparison', '03/02/2023.'),
        section(
          'Findings',
          'Scattered fibroglandular tissue (B). New 6 mm asymmetry in the upper outer left breast, seen in one view. Right breast unchanged.',
        ),
        section('Impression', {
          list: ['Incomplete: further views of the left breast needed. BI-RADS 0.'],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 58,
      title: 'MG Diagnostic Mammogram Left with Ultrasound',
      kind: 'imaging',
      by: 'brandt',
      visit: 'mammogramMore2025',
      sections: [
        section('Clinical history', 'Recalled from screening of 03/06/2025.'),
        section(
          'Findings',
          'On spot views the asymmetry resolves into a smooth 6 mm nodule. Ultrasound at 2 o’clock, 5 cm from the nipple: a simple cyst of 6 mm.',
        ),
        section('Impression', {
          list: ['Simple cyst. Benign, BI-RADS 2.', 'Back to screening.'],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 59,
      title: 'Eye Clinic Letter',
      kind: 'correspondence',
      by: 'tanaka',
      visit: 'eye2025',
      sections: [
        section(
          '',
          'Dear Dr. Marsh,',
          'I saw Mrs. Smart for her yearly diabetic eye examination on June 12, 2025.',
        ),
        section(
          'What I found',
          'Vision 20/20 right and 20/25 left with correction, as in 2021. Pressures 16 and 16 mmHg. Lenses clear. On the right there is a single microaneurysm two disc diameters above the macula; the left fundus is clear. No swelling of the macula in either eye on optical coherence tomography.',
        ),
        section(
          'What it means',
          'This is the mildest form of diabetic retinopathy, on the right only. It needs no treatment. It often goes when sugar and blood pressure are well controlled, as hers now are.',
        ),
        section('What I suggest', {
          list: [
            'The same examination in eighteen months, in December 2026',
            'Keep A1c below 7 %',
            'She should call at once about new floaters, flashes or a curtain',
          ],
        }),
        section(
          'For her',
          'I have told her all of this, shown her the photograph, and given her a copy of this letter, which she asked for in larger print.',
        ),
      ],
    },
    [pdf(columnsPdf)],
  ),
  document(
    {
      number: 61,
      title: 'Annual Wellness Visit 2025',
      kind: 'progress',
      by: 'marsh',
      visit: 'annual2025',
      sections: [
        section(
          'Interval',
          'Runs again, 5 km in spring. Asthma quiet; albuterol only before runs.',
        ),
        section('Vital signs', `${vitalsLine('annual2025')}, BMI 28.3.`),
        section('Results', { table: labTable('annual2025') }),
        section('Current medicines', { list: currentOn('2025-10-16', 'medications') }),
        section('Plan', {
          list: [
            'Urine albumin normal again: problem resolved',
            'Colonoscopy in January (age 45)',
            'Influenza vaccine given',
          ],
        }),
      ],
    },
    [html(modern), pdf(reportPdf)],
  ),
  document(
    {
      number: 62,
      title: 'Telephone Note',
      kind: 'telephone',
      by: 'marsh',
      visit: 'annual2025',
      date: '2025-10-20T16:05:00-05:00',
      sections: [
        section(
          'Message',
          'Caller asks for a refill of warfarin. Entered into the wrong chart; the patient does not take warfarin.',
        ),
      ],
    },
    [text],
    { status: 'entered-in-error', docStatus: 'entered-in-error' },
  ),
  document(
    {
      number: 63,
      title: 'Colonoscopy Report',
      kind: 'procedure',
      by: 'ferro',
      visit: 'colonoscopy',
      date: '2026-01-22T08:50:00-06:00',
      sections: [
        section('Procedure', {
          pairs: [
            ['Reason', 'First screening, age 45'],
            ['Sedation', 'Propofol by anesthesia'],
            ['Preparation', 'Good, Boston score 8'],
            ['Reached', 'Cecum at 08:13; back at 08:34'],
            ['Empagliflozin', 'Stopped three days before'],
          ],
        }),
        section('Findings', {
          table: {
            head: ['Where', 'What', 'Done'],
            rows: [
              ['Cecum', 'Normal', ''],
              ['Sigmoid, 30 cm', '!Polyp 4 mm, sessile', 'Cold snare, retrieved'],
              ['Rectum', 'Small internal hemorrhoids', ''],
            ],
          },
        }),
        section('Plan', 'Pathology by letter. No aspirin-like medicines for five days.'),
      ],
    },
    [html(fields), pdf(reportPdf)],
  ),
  document(
    {
      number: 64,
      title: 'Surgical Pathology: Colon Polyp',
      kind: 'pathology',
      by: 'winslow',
      visit: 'colonoscopy',
      date: '2026-01-27T14:30:00-06:00',
      sections: [
        section('Diagnosis', {
          pre: `COLON, SIGMOID, POLYPECTOMY:
   - TUBULAR ADENOMA, 4 MM, COMPLETELY REMOVED
   - NO HIGH-GRADE DYSPLASIA`,
        }),
        section('Comment', 'One small adenoma: next colonoscopy in seven years, 2033.'),
      ],
    },
    [html(statusSections)],
  ),
  document(
    {
      number: 65,
      title: 'Annual Wellness Visit 2026',
      kind: 'progress',
      by: 'marsh',
      visit: 'annual2026',
      sections: [
        section(
          'Interval',
          'Well. Heavier periods since summer. One small adenoma removed in January.',
        ),
        section('Vital Signs', `${vitalsLine('annual2026')}, BMI 27.8.`),
        section('Problems', { list: currentOn('2026-10-08', 'problems') }),
        section('Medicines', { list: currentOn('2026-10-08', 'medications') }),
        section('Laboratory', { table: labTable('annual2026') }),
        section('Trend', {
          table: trendTable(
            ['annual2024', 'kidney2024', 'annual2025', 'followUp2026', 'annual2026'],
            ['a1c', 'ldl', 'albumin'],
          ),
        }),
        section('Assessment and Plan', {
          list: [
            `Type 2 diabetes at goal, A1c ${lab('annual2026', 'a1c')}`,
            'Blood pressure at goal',
            'Heavy periods: blood count in November',
            'Eye examination in December; influenza vaccine given',
          ],
        }),
      ],
    },
    [html(structuredNote), pdf(reportPdf)],
  ),
  document(
    {
      number: 66,
      title: 'Summary of Care 2026 (CCD)',
      kind: 'summary',
      by: 'marsh',
      visit: 'annual2026',
      date: '2026-10-09T08:00:00-05:00',
      sections: [],
    },
    [xml(storedCcd('2026-10-09T08:00:00-05:00'))],
  ),
  document(
    {
      number: 67,
      title: 'Laboratory Report',
      kind: 'laboratory',
      by: 'winslow',
      visit: 'laboratory2026',
      status: 'Preliminary Report',
      sections: [
        section('Blood count', { table: labTable('laboratory2026') }),
        section(
          'Comment',
          'Hemoglobin below range, red cells small. Ferritin still running; a final report will follow.',
        ),
      ],
    },
    [html(laboratory)],
    { docStatus: 'preliminary' },
  ),
];
