import type { ChartDocument } from '../chart.ts';
import { dictation, fields, statusSections, structuredNote } from '../html/clinical-layouts.ts';
import { takeHome, wordExport } from '../html/office-layouts.ts';
import { reportPdf } from '../pdf/report-pdf.ts';
import { lab, labTable } from './labs.ts';
import { document, html, pdf, vitalsLine } from './write.ts';

/** Asthma: the first visit, spirometry, a flare. */
export const years2016to2017: readonly ChartDocument[] = [
  document(
    {
      number: 1,
      title: 'New Patient Visit',
      kind: 'history',
      by: 'marsh',
      visit: 'first',
      sections: [
        {
          heading: 'Reason for Visit',
          blocks: [
            'Moved to Lakeside last autumn and wishes to establish care. Asks whether her inhaler can be used more often before running.',
          ],
        },
        {
          heading: 'History of Present Illness',
          blocks: [
            '35-year-old school librarian with asthma since her early teens. Wheezes with spring pollen, cold air and exercise. Uses albuterol about four times a week and wakes with cough roughly three nights a month. Never intubated; no oral steroids for at least five years.',
          ],
        },
        {
          heading: 'Past History',
          blocks: [
            { list: ['Asthma since about 1994', 'Tonsillectomy as a child', 'No pregnancies'] },
          ],
        },
        {
          heading: 'Allergies',
          blocks: ['Penicillin: hives as a child (1992). Seasonal pollen: sneezing and wheeze.'],
        },
        {
          heading: 'Social History',
          blocks: [
            'Never smoked. One or two glasses of wine a week. Runs twice weekly. Lives with her husband.',
          ],
        },
        { heading: 'Vital Signs', blocks: [`${vitalsLine('first')}, height 165 cm, BMI 25.9.`] },
        {
          heading: 'Examination',
          blocks: [
            'Well. Chest clear with good air entry, no wheeze at rest. Heart sounds normal. Nasal mucosa pale and swollen.',
          ],
        },
        { heading: 'Laboratory', blocks: [{ table: labTable('first') }] },
        {
          heading: 'Assessment and Plan',
          blocks: [
            {
              list: [
                'Mild persistent asthma, not fully controlled: spirometry, then start an inhaled steroid.',
                'Albuterol 2 puffs 15 minutes before exercise is fine; more than twice a week otherwise is a sign to call.',
                'Return in October for influenza vaccine.',
              ],
            },
          ],
        },
      ],
    },
    [html(structuredNote)],
  ),
  document(
    {
      number: 2,
      title: 'Spirometry Before and After Bronchodilator',
      kind: 'procedure',
      by: 'reyes',
      visit: 'spirometry',
      sections: [
        {
          heading: 'Quality',
          blocks: [
            {
              pairs: [
                ['Effort', 'Good, three repeatable blows'],
                ['Position', 'Seated, nose clip'],
                ['Withheld', 'Albuterol for 8 hours'],
              ],
            },
          ],
        },
        {
          heading: 'Measurements',
          blocks: [
            {
              table: {
                head: ['', 'Before', '% predicted', 'After albuterol', 'Change'],
                rows: [
                  ['FVC (L)', '3.61', '97 %', '3.70', '+2 %'],
                  ['FEV1 (L)', '!2.52', '!82 %', '2.89', '!+15 %'],
                  ['FEV1/FVC', '!0.70', '', '0.78', ''],
                  ['PEF (L/min)', '382', '88 %', '421', '+10 %'],
                ],
              },
            },
          ],
        },
        {
          heading: 'Interpretation',
          blocks: [
            'Mild airflow obstruction with a significant response to bronchodilator (FEV1 +370 mL, 15 %), in keeping with asthma. Fluticasone 110 mcg, 1 puff twice daily, started today by Dr. Marsh.',
          ],
        },
      ],
    },
    [html(fields), pdf(reportPdf)],
  ),
  document(
    {
      number: 3,
      title: 'Office Visit Note',
      kind: 'progress',
      by: 'marsh',
      visit: 'flu2016',
      sections: [
        {
          heading: 'Subjective',
          blocks: [
            'Since the steroid inhaler she sleeps through and uses albuterol only before running. Rinses her mouth after each dose. Would like to try for a baby within the next year or so.',
          ],
        },
        { heading: 'Objective', blocks: [`${vitalsLine('flu2016')}. Chest clear.`] },
        {
          heading: 'Assessment',
          blocks: ['Asthma, well controlled on fluticasone 110 mcg twice daily.'],
        },
        {
          heading: 'Plan',
          blocks: [
            {
              list: [
                'Continue both inhalers; they are safe in pregnancy.',
                'Folic acid 400 mcg daily from now.',
                'Influenza vaccine given in the left deltoid, no reaction after 15 minutes.',
              ],
            },
          ],
        },
      ],
    },
    [html(wordExport)],
  ),
  document(
    {
      number: 4,
      title: 'ED Provider Note',
      kind: 'emergency',
      by: 'nwosu',
      visit: 'asthmaEd',
      date: '2017-04-21T01:10:00-05:00',
      sections: [
        { heading: 'Chief Complaint', blocks: ['Shortness of breath since this afternoon.'] },
        {
          heading: 'History of Present Illness',
          blocks: [
            '36-year-old woman with known asthma. High pollen count for three days; ran out of fluticasone a week ago. Eight puffs of albuterol since noon with little relief. Speaks in phrases. No fever, no chest pain, no leg swelling.',
          ],
        },
        {
          heading: 'Vital Signs on Arrival',
          blocks: [`${vitalsLine('asthmaEd')}, respiratory rate 26, temperature 36.9 C.`],
        },
        {
          heading: 'Course',
          blocks: [
            {
              table: {
                head: ['Time', 'Event', 'SpO2', 'Peak flow'],
                rows: [
                  [
                    '21:10',
                    'Albuterol 2.5 mg with ipratropium 0.5 mg by nebulizer, first of three',
                    '!93 %',
                    '!210',
                  ],
                  ['21:35', 'Prednisone 40 mg by mouth', '95 %', '255'],
                  ['22:20', 'Third nebulizer; chest radiograph done', '96 %', '310'],
                  ['00:50', 'Walks to the bathroom without distress', '97 %', '365'],
                ],
              },
            },
          ],
        },
        {
          heading: 'Medical Decision Making',
          blocks: [
            'Moderate exacerbation after a lapse in controller treatment. Chest radiograph shows no consolidation or pneumothorax. Good and lasting response; safe to go home with her husband.',
          ],
        },
        {
          heading: 'Disposition',
          blocks: [
            'Discharged 01:40. Prednisone 40 mg daily for 5 days (21 to 25 April), fluticasone refilled, family medicine in two weeks.',
          ],
        },
      ],
    },
    [html(statusSections)],
  ),
  document(
    {
      number: 5,
      title: 'XR Chest 2 Views',
      kind: 'imaging',
      by: 'brandt',
      visit: 'asthmaEd',
      date: '2017-04-20T22:31:00-05:00',
      sections: [
        {
          heading: 'Clinical history',
          blocks: ['Asthma, worsening dyspnea. Rule out pneumonia or pneumothorax.'],
        },
        { heading: 'Technique', blocks: ['Upright PA and lateral views.'] },
        { heading: 'Comparison', blocks: ['None available.'] },
        {
          heading: 'Findings',
          blocks: [
            'The lungs are mildly hyperinflated with slight peribronchial cuffing. No consolidation, effusion or pneumothorax. Heart size and mediastinal contours are normal. No acute bone abnormality.',
          ],
        },
        {
          heading: 'Impression',
          blocks: [
            {
              list: [
                'Mild hyperinflation in keeping with reactive airways disease.',
                'No pneumonia and no pneumothorax.',
              ],
              ordered: true,
            },
          ],
        },
      ],
    },
    [html(dictation), pdf(reportPdf)],
  ),
  document(
    {
      number: 6,
      title: 'Discharge Instructions: Asthma Flare',
      kind: 'instructions',
      by: 'nwosu',
      visit: 'asthmaEd',
      date: '2017-04-21T01:35:00-05:00',
      sections: [
        {
          heading: 'Why you were here',
          blocks: [
            'Your airways were tight and swollen. Medicines by mist and a steroid tablet opened them again.',
          ],
        },
        {
          heading: 'Take these medicines',
          blocks: [
            {
              list: [
                'Prednisone: 2 tablets (40 mg) each morning with food, through Tuesday, April 25',
                'Fluticasone inhaler: 1 puff morning and evening, every day, also when you feel well',
                'Albuterol inhaler: 2 puffs every 4 hours when you wheeze',
              ],
            },
          ],
        },
        {
          heading: 'Come back at once if',
          blocks: [
            {
              list: [
                'You need albuterol more often than every 4 hours',
                'You cannot finish a sentence in one breath',
                'Your lips or nails look blue',
              ],
            },
          ],
        },
        {
          heading: 'Your next visit',
          blocks: [
            'Dr. Marsh, Lakeside Family Medicine, Tuesday, May 2, 2017, 3:20 pm. Bring both inhalers.',
          ],
        },
      ],
    },
    [html(takeHome)],
  ),
  document(
    {
      number: 7,
      title: 'Office Visit Note',
      kind: 'progress',
      by: 'marsh',
      visit: 'asthmaFollowUp',
      sections: [
        {
          heading: 'Subjective',
          blocks: [
            'Two weeks after an emergency visit for asthma. Finished prednisone on April 25. No night cough; albuterol twice in the past week.',
          ],
        },
        {
          heading: 'Objective',
          blocks: [`${vitalsLine('asthmaFollowUp')}. Peak flow 410. No wheeze.`],
        },
        {
          heading: 'Assessment and Plan',
          blocks: [
            'Flare has settled. Automatic refills arranged so that the controller does not run out again. Start cetirizine each March before the pollen season. Hemoglobin at the first visit was '.concat(
              lab('first', 'hemoglobin'),
              '; repeat when she becomes pregnant.',
            ),
          ],
        },
      ],
    },
    [html(structuredNote)],
  ),
];
