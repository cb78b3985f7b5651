import { birthDischargeSummary } from '../../ccd/discharge-summary.ts';
import type { ChartDocument } from '../chart.ts';
import { dictation, flowsheet, laboratory } from '../html/clinical-layouts.ts';
import { teaching, xhtmlNote } from '../html/office-layouts.ts';
import { reportPdf } from '../pdf/report-pdf.ts';
import { formPdf } from '../pdf/shapes.ts';
import { section } from '../report.ts';
import { about } from './about.ts';
import { lab, labTable } from './labs.ts';
import { encounterId, visits } from './visits.ts';
import { document, html, pdf, rtf, text, vitalsLine, xhtml, xml } from './write.ts';

/** A pregnancy, gestational diabetes, a birth. */
export const year2018: readonly ChartDocument[] = [
  document(
    {
      number: 8,
      title: 'Initial Prenatal Visit',
      kind: 'history',
      by: 'lind',
      visit: 'prenatalFirst',
      sections: [
        section('Pregnancy', {
          pairs: [
            ['Gravida / Para', '1 / 0'],
            ['Last menstrual period', '11/20/2017, certain'],
            ['Estimated due date', '08/27/2018'],
            ['Gestational age today', '8 weeks 1 day'],
          ],
        }),
        section(
          'History',
          'First pregnancy, planned. Nausea in the mornings, no bleeding. Asthma well controlled on fluticasone; albuterol once since December.',
        ),
        section('Vital Signs', `${vitalsLine('prenatalFirst')}.`),
        section(
          'Laboratory',
          `Hemoglobin ${lab('prenatalFirst', 'hemoglobin')}, fasting glucose ${lab('prenatalFirst', 'glucose')}. Blood group A positive, antibody screen negative, rubella immune.`,
        ),
        section('Plan', {
          list: [
            'Dating ultrasound in three weeks',
            'Prenatal vitamin started; both inhalers continue',
            'Penicillin allergy noted for group B streptococcus prophylaxis',
          ],
        }),
      ],
    },
    [xhtml(xhtmlNote)],
  ),
  document(
    {
      number: 9,
      title: 'US Obstetric First Trimester',
      kind: 'imaging',
      by: 'brandt',
      visit: 'datingScan',
      sections: [
        section('Clinical history', 'Dating. LMP 11/20/2017.'),
        section(
          'Findings',
          'Single live intrauterine pregnancy. Crown-rump length 42 mm, 11 weeks 1 day. Heart rate 164 per minute. Both ovaries normal.',
        ),
        section('Impression', {
          list: [
            'Single live pregnancy of 11 weeks 1 day, in agreement with dates (11 weeks 0 days).',
            'Due date stays 08/27/2018.',
          ],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 10,
      title: 'US Obstetric Anatomy Survey',
      kind: 'imaging',
      by: 'brandt',
      visit: 'anatomyScan',
      sections: [
        section('Clinical history', '20 weeks 1 day by dates. Routine survey.'),
        section(
          'Findings',
          {
            pre: `Biometry             mm      weeks
Biparietal diameter   47      20w1d
Head circumference   176      20w1d
Abdominal circumf.   152      20w3d
Femur length          32      20w0d
Placenta posterior, clear of the cervix. Cervix 38 mm. Fluid normal.`,
          },
          'Four-chamber view and outflow tracts, spine, kidneys, bladder, stomach and limbs appear normal.',
        ),
        section('Impression', {
          list: ['Growth as expected for 20 weeks 1 day.', 'No structural anomaly seen.'],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 11,
      title: 'Glucose Tolerance Test, 75 g',
      kind: 'laboratory',
      by: 'winslow',
      visit: 'glucoseTest',
      date: '2018-05-22T11:20:00-05:00',
      sections: [
        section('Results', { table: labTable('glucoseTest') }),
        section(
          'Comment',
          'One value at or above its limit (fasting 92, 1 hour 180, 2 hours 153 mg/dL) is enough for gestational diabetes; here all three are. Called to the office of Dr. Okafor-Lind at 11:40.',
        ),
      ],
    },
    [html(laboratory)],
  ),
  document(
    {
      number: 12,
      title: 'Living with Gestational Diabetes',
      kind: 'education',
      by: 'stern',
      visit: 'gdmTeaching',
      sections: [
        section('Your meter', {
          list: [
            'Check four times a day',
            { text: 'Aim for', items: ['fasting: below 95', 'two hours after a meal: below 120'] },
            'Write every number down, also the ones you do not like',
          ],
        }),
        section('Eating', {
          list: [
            {
              text: 'Three meals and three snacks',
              items: [
                {
                  text: 'Breakfast: 30 g carbohydrate',
                  items: [
                    'one slice of wholegrain toast and an egg',
                    'plain yogurt with half a cup of berries',
                  ],
                },
                'Lunch and supper: 45 g',
                'Snacks: 15 g each, the last at bedtime',
              ],
            },
            'No juice, no sweet drinks',
          ],
        }),
        section(
          'Moving',
          'A walk of 20 minutes after the largest meal lowers the next number more than most people expect.',
        ),
        section('When to call', {
          list: ['Two fasting numbers above 95 in a week', 'The baby moves less than usual'],
          ordered: true,
        }),
      ],
    },
    [html(teaching)],
  ),
  document(
    {
      number: 13,
      title: 'US Obstetric Growth',
      kind: 'imaging',
      by: 'brandt',
      visit: 'growthScan',
      sections: [
        section('Clinical history', 'Gestational diabetes on diet. 35 weeks 1 day.'),
        section('Comparison', '04/10/2018.'),
        section(
          'Findings',
          'Head down. Estimated weight 2,640 g, 58th percentile. Abdominal circumference 61st percentile. Fluid index 14 cm. Biophysical profile 8 of 8.',
        ),
        section('Impression', {
          list: ['Normal growth; no sign of a large baby.', 'Reassuring biophysical profile.'],
          ordered: true,
        }),
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 14,
      title: 'Consent to Anesthesia in Labor',
      kind: 'consent',
      by: 'adeyemi',
      visit: 'birth',
      date: '2018-08-20T08:50:00-05:00',
      sections: [
        section(
          'What is planned',
          'Pain relief in labor, if I ask for it, by a thin tube in the lower back (epidural). Should a cesarean become necessary, anesthesia from the waist down is preferred to sleep.',
        ),
        section('What may happen', {
          list: [
            'Often: low blood pressure, itching, a patchy effect',
            'Sometimes: headache in the days after (about 1 in 150)',
            'Very rarely: bleeding, infection or lasting nerve damage',
          ],
        }),
      ],
    },
    [pdf(formPdf)],
  ),
  document(
    {
      number: 15,
      title: 'Labor Flowsheet',
      kind: 'nursing',
      by: 'hale',
      visit: 'birth',
      date: '2018-08-21T05:30:00-05:00',
      sections: [
        section('20 to 21 August 2018', {
          table: {
            head: ['', '09:00', '13:00', '17:00', '19:30', '21:40', '00:30', '03:05', '04:12'],
            rows: [
              ['Cervix (cm)', '2', '3', '4', '6', '7', '8', '10', 'birth'],
              ['Contractions / 10 min', '1', '2', '3', '3', '4', '4', '5', ''],
              ['Oxytocin (mU/min)', '2', '6', '10', '12', '12', '12', '14', '14'],
              ['Fetal heart rate', '142', '138', '140', '144', '136', '140', '!112', ''],
              [
                'Blood pressure',
                '122/76',
                '124/78',
                '126/80',
                '!142/84',
                '114/70',
                '116/72',
                '124/76',
                '128/78',
              ],
              ['Glucose (mg/dL)', '92', '104', '88', '78', '96', '102', '112', '98'],
              ['Pain (0 to 10)', '1', '3', '5', '8', '2', '1', '3', '2'],
            ],
          },
        }),
        section('Remarks', {
          list: [
            '21:40 epidural by Dr. Adeyemi, comfortable by 21:55',
            '03:05 short deceleration to 112 with pushing, recovered in 40 seconds',
          ],
        }),
      ],
    },
    [html(flowsheet)],
  ),
  document(
    {
      number: 16,
      title: 'Delivery Note',
      kind: 'operative',
      by: 'lind',
      visit: 'birth',
      date: '2018-08-21T05:05:00-05:00',
      sections: [
        section('Delivery', {
          pairs: [
            ['Born', '08/21/2018 at 04:12'],
            ['Mode', 'Spontaneous, head first'],
            ['Child', 'Girl, 3,540 g, 51 cm'],
            ['Apgar', '9 at 1 minute, 9 at 5 minutes'],
            ['Placenta', '04:21, complete, three-vessel cord'],
            ['Blood loss', '350 mL'],
          ],
        }),
        section(
          'Course',
          'Induced at 39 weeks 0 days for gestational diabetes. Second stage 67 minutes. First-degree tear closed with two stitches under the epidural.',
        ),
        section(
          'Plan',
          'Mother and child to the ward together. Stop glucose checks. Hemoglobin tomorrow.',
        ),
      ],
    },
    [xhtml(xhtmlNote), pdf(reportPdf)],
  ),
  document(
    {
      number: 17,
      title: 'Lactation and Newborn Care Teaching',
      kind: 'nursing',
      by: 'hale',
      visit: 'birth',
      date: '2018-08-22T14:20:00-05:00',
      sections: [
        section('Taught', {
          list: [
            'Latch in the cradle and side-lying positions, seen twice without pain',
            'Eight to twelve feeds in 24 hours; wet diapers as a measure',
            'Safe sleep: on the back, own bed, nothing soft',
          ],
        }),
        section(
          'Understood',
          'Mother and father repeated the signs that need a call. First pediatric visit is booked for August 25. Hemoglobin '.concat(
            lab('birth', 'hemoglobin'),
            '; feels well on her feet.',
          ),
        ),
      ],
    },
    [text],
  ),
  document(
    {
      number: 18,
      title: 'Discharge Summary: Family Birth Center',
      kind: 'discharge',
      by: 'lind',
      visit: 'birth',
      date: visits.birth.end,
      sections: [],
    },
    [
      xml(() =>
        birthDischargeSummary(about, {
          id: encounterId('birth'),
          start: visits.birth.start,
          end: visits.birth.end,
        }),
      ),
    ],
  ),
  document(
    {
      number: 19,
      title: 'Postpartum Visit',
      kind: 'progress',
      by: 'lind',
      visit: 'postpartum',
      sections: [
        section(
          'Subjective',
          'Six weeks after birth. Breast-feeding well, sleeps four hours at a stretch. Mood good; screening score 4 of 30.',
        ),
        section('Objective', `${vitalsLine('postpartum')}. Perineum healed.`),
        section('Laboratory', { table: labTable('postpartum') }),
        section(
          'Assessment and Plan',
          'Glucose back to normal after gestational diabetes. Lifetime risk of type 2 diabetes is raised: hemoglobin A1c every year from now on. Prenatal vitamin stopped. Wishes a copper IUD in November.',
        ),
      ],
    },
    [rtf],
  ),
];
