import type { ChartDocument } from '../chart.ts';
import { dictation, flowsheet, statusSections, structuredNote } from '../html/clinical-layouts.ts';
import { nestedTables, takeHome } from '../html/office-layouts.ts';
import { logo, rhythmStrip } from '../images/pictures.ts';
import { utf8 } from '../bytes.ts';
import { reportPdf } from '../pdf/report-pdf.ts';
import { bundlePdf, mixedSizesPdf, scanPdf } from '../pdf/shapes.ts';
import { section } from '../report.ts';
import { lab, labTable, trendTable } from './labs.ts';
import {
  document,
  html,
  pdf,
  png,
  reportOf,
  rtf,
  text,
  vitalsLine,
  type Format,
  type Piece,
} from './write.ts';

const withLogo: Format = (piece, report) => ({
  id: `TR-${197_198_000 + piece.number * 13}`,
  contentType: 'text/html',
  title: piece.title,
  body: async () => utf8(nestedTables(report, await logo())),
});

const wristNote: Piece = {
  number: 32,
  title: 'ED Provider Note',
  kind: 'emergency',
  by: 'nwosu',
  visit: 'wristEd',
  date: '2022-02-11T22:20:00-06:00',
  sections: [
    section('Chief Complaint', 'Left wrist pain after a fall.'),
    section(
      'History',
      '41-year-old right-handed woman slipped on ice outside the library at 17:30 and landed on the outstretched left hand. No head injury. Type 2 diabetes, hypertension, asthma.',
    ),
    section('Vital Signs', `${vitalsLine('wristEd')}.`),
    section(
      'Examination',
      'Dorsal swelling and deformity of the left wrist, skin closed. Radial pulse strong, feeling in thumb, middle and little finger intact.',
    ),
    section(
      'Procedure',
      'Hematoma block with 10 mL lidocaine 1 %. Closed reduction by traction at 20:15, sugar-tong splint. Alignment better on the second film; hand warm, feeling unchanged.',
    ),
    section(
      'Reaction',
      'Vomited twice 30 minutes after codeine 30 mg: recorded as intolerance. Ibuprofen 600 mg every 8 hours for 7 days instead, kidney function normal in the past year.',
    ),
    section('Disposition', 'Home with her husband at 22:50. Orthopedics on February 17.'),
  ],
};

const gallbladderEd: Piece = {
  number: 41,
  title: 'ED Provider Note',
  kind: 'emergency',
  by: 'nwosu',
  visit: 'gallbladder',
  date: '2023-08-27T07:10:00-05:00',
  sections: [
    section('Chief Complaint', 'Pain in the upper right belly for nine hours.'),
    section(
      'History',
      '43-year-old woman, steady pain since a late supper, through to the right shoulder, vomited three times. Similar, shorter attacks in June and July.',
    ),
    section('Vital Signs', `${vitalsLine('gallbladder')}, temperature 38.3 C.`),
    section(
      'Examination',
      'Tender under the right ribs, breath caught on pressing there. No jaundice.',
    ),
    section('Laboratory', { table: labTable('gallbladder') }),
    section(
      'Assessment and Plan',
      'Acute cholecystitis. Allergic to penicillin (hives): ceftriaxone avoided after talk with pharmacy, ciprofloxacin and metronidazole given. Metformin paused. Dr. Calloway will admit and operate tomorrow.',
    ),
  ],
};

const operation: Piece = {
  number: 44,
  title: 'Operative Report: Laparoscopic Cholecystectomy',
  kind: 'operative',
  by: 'calloway',
  visit: 'gallbladder',
  date: '2023-08-28T12:05:00-05:00',
  sections: [
    section('Diagnosis', 'Before and after: acute cholecystitis with gallstones.'),
    section('Operation', 'Laparoscopic cholecystectomy, 08/28/2023, 09:40 to 10:52.'),
    section('Team', 'Surgeon Ruth Calloway, MD. Anesthesia Bola Adeyemi, MD.'),
    section(
      'Findings',
      'Gallbladder tense and red, wall 6 mm, wrapped in omentum. One artery, one duct. No bile leak.',
    ),
    section(
      'Description',
      'After the safety pause, entry at the navel by the open technique; three further ports under sight. The gallbladder was emptied by needle to grasp it. Triangle cleared front and back until only two structures entered the gallbladder, shown to the whole team, then clipped and cut. Taken off the liver by hook, put into a bag and removed at the navel. Liver bed dry. Washed with 500 mL saline.',
    ),
    section('Blood Loss', '40 mL. No drain. Counts correct twice.'),
    section('Specimen', 'Gallbladder to pathology.'),
  ],
};

const discharge: Piece = {
  number: 47,
  title: 'Discharge Summary',
  kind: 'discharge',
  by: 'calloway',
  visit: 'gallbladder',
  date: '2023-08-29T17:40:00-05:00',
  sections: [
    section('Stay', '08/27/2023 to 08/29/2023, General Surgery.'),
    section('Diagnoses', {
      list: [
        'Acute cholecystitis with gallstones',
        'Type 2 diabetes mellitus',
        'Essential hypertension',
        'Mild persistent asthma',
      ],
    }),
    section(
      'Course',
      `Admitted through the emergency department with white cells of ${lab('gallbladder', 'wbc')}. Laparoscopic cholecystectomy on the 28th without complications. Antibiotics ended after 24 hours. Glucose 128 to 174 mg/dL on the ward. Ate on the evening of surgery, walked, pain 2 of 10.`,
    ),
    section('Medicines', {
      list: [
        'Metformin 1,000 mg twice daily: start again on August 30',
        'Lisinopril, atorvastatin, fluticasone, albuterol: unchanged',
        'Acetaminophen 1,000 mg every 8 hours for 5 days; no codeine',
      ],
    }),
    section('To Do', { list: ['Surgery clinic September 12', 'Pathology pending at discharge'] }),
  ],
};

const dischargeFirst: Piece = {
  ...discharge,
  number: 48,
  date: '2023-08-29T13:10:00-05:00',
  sections: discharge.sections.map((one) =>
    one.heading === 'Medicines'
      ? section('Medicines', {
          list: [
            'Metformin 1,000 mg twice daily: continue',
            'Other medicines unchanged',
            'Acetaminophen for pain',
          ],
        })
      : one,
  ),
};

const idOf = (number: number): string => String(17_300_000 + number * 7);

/** A broken wrist, a mammogram, a gallbladder. */
export const years2022to2023: readonly ChartDocument[] = [
  document(wristNote, [withLogo]),
  document(
    {
      number: 33,
      title: 'XR Wrist Left 3 Views',
      kind: 'imaging',
      by: 'brandt',
      visit: 'wristEd',
      date: '2022-02-11T19:20:00-06:00',
      sections: [
        section('Clinical history', 'Fall on outstretched hand, deformity.'),
        section(
          'Findings',
          'Transverse fracture of the distal radius 2 cm above the joint, tilted 22 degrees backward, shortened by 3 mm. It does not enter the joint. Small chip of the ulnar styloid. Carpal bones intact.',
        ),
        section('Impression', {
          list: [
            'Displaced fracture of the distal left radius outside the joint.',
            'Avulsion of the ulnar styloid.',
          ],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 34,
      title: 'Rhythm Strip',
      kind: 'image',
      by: 'nwosu',
      visit: 'wristEd',
      date: '2022-02-11T19:05:00-06:00',
      sections: [],
    },
    [png(() => rhythmStrip({ name: 'SMART, NANCY', at: '2022-02-11 19:05', rate: 96 }))],
  ),
  document(
    {
      number: 36,
      title: 'XR Wrist Left 2 Views, Follow-Up',
      kind: 'imaging',
      by: 'brandt',
      visit: 'wristHealed',
      sections: [
        section('Comparison', '02/11/2022 and 02/17/2022.'),
        section(
          'Findings',
          'Bridging callus across the distal radius fracture. Tilt 4 degrees backward, unchanged. Bone density slightly reduced from disuse.',
        ),
        section('Impression', {
          list: ['Fracture of the distal left radius, healing in good position.'],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 37,
      title: 'Physical Therapy Evaluation',
      kind: 'therapy',
      by: 'tully',
      visit: 'handTherapy',
      sections: [
        section('Referral', 'Stiff left wrist, 12 days out of cast (Dr. Petrescu).'),
        section('Measurements', {
          table: {
            head: ['Motion', 'Left', 'Right', 'Goal'],
            rows: [
              ['Bending (degrees)', '!38', '78', '65'],
              ['Straightening', '!32', '72', '60'],
              ['Turning palm up', '!55', '85', '80'],
              ['Grip (kg)', '!9', '28', '22'],
            ],
          },
        }),
        section(
          'Plan',
          'Twice weekly for eight weeks; putty and towel exercises at home three times a day.',
        ),
      ],
    },
    [html(flowsheet)],
  ),
  document(
    {
      number: 38,
      title: 'Physical Therapy Discharge',
      kind: 'therapy',
      by: 'tully',
      visit: 'handTherapyEnd',
      sections: [
        section(
          'Result',
          'Fifteen of sixteen visits attended. Bending 68, straightening 64, palm up 82 degrees; grip 23 kg. Carries her daughter again.',
        ),
        section('Advice', { list: ['Putty twice a week until autumn', 'Shoe spikes next winter'] }),
      ],
    },
    [rtf],
  ),
  document(
    {
      number: 39,
      title: 'Annual Wellness Visit 2022',
      kind: 'progress',
      by: 'marsh',
      visit: 'annual2022',
      sections: [
        section(
          'Interval',
          'Wrist fracture in February, healed. Codeine made her vomit: on the allergy list.',
        ),
        section('Vital Signs', `${vitalsLine('annual2022')}, BMI 30.0.`),
        section('Laboratory', { table: labTable('annual2022') }),
        section('Trend', {
          table: trendTable(
            ['annual2019', 'diabetes2020', 'followUp2021', 'annual2022'],
            ['a1c', 'glucose', 'creatinine', 'ldl'],
          ),
        }),
        section('Assessment and Plan', {
          list: [
            'Type 2 diabetes near goal on metformin',
            'Blood pressure at goal on lisinopril 10 mg',
            'LDL 92 on atorvastatin 20 mg',
            'Influenza vaccine given; first mammogram in spring',
          ],
        }),
      ],
    },
    [html(structuredNote), pdf(reportPdf)],
  ),
  document(
    {
      number: 40,
      title: 'MG Screening Mammogram Bilateral',
      kind: 'imaging',
      by: 'brandt',
      visit: 'mammogram2023',
      sections: [
        section('Clinical history', 'Screening, age 42. No symptoms, no family history.'),
        section('Technique', 'Digital views with tomosynthesis. No earlier films.'),
        section(
          'Findings',
          'Breast tissue is scattered fibroglandular (B). No mass, distortion or suspicious calcification.',
        ),
        section('Impression', {
          list: ['Negative. BI-RADS 1.', 'Screening again in one to two years.'],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(gallbladderEd, [html(statusSections)]),
  document(
    {
      number: 42,
      title: 'US Abdomen Right Upper Quadrant',
      kind: 'imaging',
      by: 'brandt',
      visit: 'gallbladder',
      date: '2023-08-27T06:25:00-05:00',
      sections: [
        section('Clinical history', 'Right upper quadrant pain, fever.'),
        section(
          'Findings',
          'Gallbladder distended, wall 6 mm, fluid around it. Several stones to 11 mm, one fixed in the neck. Tender under the probe. Common duct 4 mm. Liver mildly bright.',
        ),
        section('Impression', {
          list: [
            'Acute cholecystitis with gallstones.',
            'No widening of the bile ducts.',
            'Mild fatty liver.',
          ],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 43,
      title: 'Consent to Operation (scanned)',
      kind: 'consent',
      by: 'calloway',
      visit: 'gallbladder',
      date: '2023-08-27T11:30:00-05:00',
      sections: [],
    },
    [
      pdf(
        scanPdf([
          [
            'LAKESIDE REGIONAL HOSPITAL',
            'CONSENT TO OPERATION',
            '',
            'PATIENT: SMART, NANCY L',
            'MRN: 10002700   BORN: 08/11/1980',
            '',
            'OPERATION: REMOVAL OF THE',
            'GALLBLADDER BY KEYHOLE SURGERY',
            '',
            'I HAVE BEEN TOLD ABOUT BLEEDING,',
            'INFECTION, INJURY OF THE BILE DUCT',
            'AND A CHANGE TO OPEN SURGERY.',
            'MY QUESTIONS WERE ANSWERED.',
            '',
            'ALLERGY: PENICILLIN, CODEINE',
            '',
            '',
            '_SIGNATURE OF THE PATIENT',
            '',
            '08/27/2023  11:30',
          ],
          [
            'LAKESIDE REGIONAL HOSPITAL',
            'CONSENT TO OPERATION - PAGE 2',
            '',
            'SURGEON: RUTH CALLOWAY, MD',
            '',
            'BLOOD PRODUCTS: YES IF NEEDED',
            'PHOTOGRAPHS: NO',
            'STUDENTS PRESENT: YES',
            '',
            '',
            '_SIGNATURE OF THE SURGEON',
            '',
            '08/27/2023  11:35',
          ],
        ]),
      ),
    ],
  ),
  document(operation, [html(structuredNote), pdf(reportPdf)]),
  document(
    {
      number: 45,
      title: 'Anesthesia Record',
      kind: 'anesthesia',
      by: 'adeyemi',
      visit: 'gallbladder',
      date: '2023-08-28T11:10:00-05:00',
      sections: [
        section('Before', {
          pairs: [
            ['Class', 'ASA 2'],
            ['Airway', 'Mallampati 2, mouth opening 5 cm'],
            ['Last meal', '08/26/2023 21:00'],
            ['Asthma', 'Two puffs of albuterol before induction'],
          ],
        }),
        section('Medicines', {
          table: {
            head: ['Time', 'Medicine', 'Dose'],
            rows: [
              ['09:12', 'Propofol', '160 mg'],
              ['09:12', 'Fentanyl', '150 mcg'],
              ['09:14', 'Rocuronium', '50 mg'],
              ['09:15', 'Sevoflurane', '2 %'],
              ['10:50', 'Sugammadex', '200 mg'],
            ],
          },
        }),
        section('Course', 'Quiet. Tube out at 10:58, awake in recovery 11:05, no wheeze.'),
      ],
    },
    [pdf(mixedSizesPdf)],
  ),
  document(
    {
      number: 46,
      title: 'Surgical Pathology Report',
      kind: 'pathology',
      by: 'winslow',
      visit: 'gallbladder',
      date: '2023-08-29T15:00:00-05:00',
      status: 'Amended Report',
      addendum: {
        author: 'Carl Winslow, MD',
        date: '2023-09-01T10:30:00-05:00',
        text: 'Further sections of the neck of the gallbladder were examined at the request of Dr. Calloway. They show inflammation only; there is no dysplasia. The diagnosis is unchanged.',
      },
      sections: [
        section('Specimen', 'Gallbladder.'),
        section(
          'Gross description',
          'A gallbladder of 9.2 x 3.8 cm, opened. Wall up to 6 mm thick. Twelve faceted yellow-brown stones, the largest 11 mm.',
        ),
        section('Diagnosis', {
          pre: `GALLBLADDER, CHOLECYSTECTOMY:
   - ACUTE AND CHRONIC CHOLECYSTITIS
   - CHOLELITHIASIS
   - NO MALIGNANCY`,
        }),
      ],
    },
    [html(statusSections)],
    { docStatus: 'amended' },
  ),
  document(discharge, [html(structuredNote), pdf(reportPdf)], {
    relatesTo: [{ code: 'replaces', documentId: idOf(48) }],
  }),
  document(dischargeFirst, [html(structuredNote)], { status: 'superseded' }),
  document(
    {
      number: 49,
      title: 'Going Home After Gallbladder Surgery',
      kind: 'instructions',
      by: 'calloway',
      visit: 'gallbladder',
      date: '2023-08-29T13:15:00-05:00',
      sections: [
        section('At home', {
          list: [
            'Shower from tomorrow, no bath for two weeks',
            'Nothing heavier than a full kettle for two weeks',
            'Eat what agrees with you, in small meals',
          ],
        }),
        section('Medicines', {
          list: [
            'Metformin: begin again tomorrow, August 30',
            'Acetaminophen: 2 tablets every 8 hours for 5 days',
            'No codeine: it made you vomit last year',
          ],
        }),
        section('Call us', {
          list: [
            'Temperature above 38.5 C (101.3 F)',
            'Yellow eyes or brown urine',
            'Belly pain that grows',
          ],
        }),
      ],
    },
    [html(takeHome)],
  ),
  document(
    {
      number: 50,
      title: 'Release of Inpatient Record, August 2023',
      kind: 'other',
      by: 'calloway',
      visit: 'gallbladder',
      date: '2023-08-31T09:00:00-05:00',
      sections: [
        section(
          'Cover',
          'Complete record of the stay of 08/27/2023 to 08/29/2023, released to the patient on her request. Forty pages.',
        ),
      ],
    },
    [pdf(bundlePdf(() => [gallbladderEd, operation, discharge].map(reportOf)))],
  ),
  document(
    {
      number: 51,
      title: 'Surgery Clinic Note',
      kind: 'progress',
      by: 'calloway',
      visit: 'surgeryFollowUp',
      sections: [
        section(
          'Course',
          'Two weeks after laparoscopic cholecystectomy. Eats everything, no fever, back at work since Monday.',
        ),
        section('Examination', `${vitalsLine('surgeryFollowUp')}. Four dry scars, belly soft.`),
        section(
          'Pathology',
          'Acute and chronic cholecystitis with stones; no malignancy (amended September 1, unchanged).',
        ),
        section('Plan', 'No further visits. Lifting allowed without limit.'),
      ],
    },
    [text],
  ),
];
