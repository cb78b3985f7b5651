import type { Chart } from '../charts/chart.ts';
import { templateId } from './code-systems.ts';
import { clinicalSection } from './generate-ccd.ts';
import { clinicalDocument } from './header.ts';
import { sectionDefinitions } from './sections.ts';
import { timestampOf } from './timestamp.ts';
import { element, lines, type Xml, type XmlChild } from './xml.ts';

const base = '2.16.840.1.113883.10.20.22.2';

function narrated(
  code: readonly [loinc: string, display: string] | undefined,
  template: readonly [root: string, extension?: string] | undefined,
  title: XmlChild,
  text: XmlChild,
  ...nested: readonly Xml[]
): Xml {
  return element(
    'section',
    {},
    lines(
      template === undefined ? undefined : templateId(template[0], template[1]),
      code === undefined
        ? undefined
        : element('code', {
            code: code[0],
            codeSystem: '2.16.840.1.113883.6.1',
            displayName: code[1],
          }),
      element('title', {}, title),
      element('text', {}, text),
      nested.map((section) => element('component', {}, section)),
      '',
    ),
  );
}

const paragraph = (...children: XmlChild[]): Xml => element('paragraph', {}, ...children);
const list = (type: string, style: string, ...items: XmlChild[]): Xml =>
  element(
    'list',
    { listType: type, styleCode: style },
    items.map((item) => element('item', {}, item)),
  );

/** The discharge summary of a stay on the maternity ward: prose, a footnote, a revision, sections within sections. */
export function birthDischargeSummary(
  chart: Chart,
  stay: { readonly id: string; readonly start: string; readonly end: string },
): string {
  const range = { start: Date.parse('2018-01-01T00:00:00Z'), end: Date.parse(stay.end) };
  const shared = sectionDefinitions.filter(({ key }) =>
    ['allergies', 'problems', 'immunizations'].includes(key),
  );
  return clinicalDocument(
    chart,
    {
      templates: [['2.16.840.1.113883.10.20.22.1.8', '2015-08-01']],
      id: `discharge-${stay.id}`,
      code: { code: '18842-5', display: 'Discharge Summary' },
      title: 'Discharge Summary: Family Birth Center',
      effectiveTime: timestampOf(stay.end),
      author: 'Tomas Okafor-Lind, MD',
      low: timestampOf(stay.start),
      high: timestampOf(stay.end),
      encounter: { id: stay.id, low: timestampOf(stay.start), high: timestampOf(stay.end) },
    },
    [
      narrated(
        ['46241-6', 'Hospital admission diagnosis'],
        [`${base}.43`, '2015-08-01'],
        'Admission Diagnosis',
        list(
          'ordered',
          'Arabic',
          'Pregnancy of 39 weeks, first baby',
          'Gestational diabetes, controlled by diet',
          'Asthma, mild persistent, well controlled',
        ),
      ),
      ...shared.map((definition) =>
        clinicalSection(
          chart,
          definition,
          definition.key === 'allergies' ? { end: range.end } : range,
        ),
      ),
      narrated(
        ['8648-8', 'Hospital course'],
        ['1.3.6.1.4.1.19376.1.5.3.1.3.5'],
        'Hospital Course',
        [
          paragraph(
            'Admitted at 39',
            element('sup', {}, '0/7'),
            ' weeks for induction of labor because of gestational diabetes. Blood glucose stayed between 78 and 112 mg/dL without insulin.',
            element(
              'footnote',
              { ID: 'note-1' },
              'Measured hourly at the bedside in active labor.',
            ),
          ),
          paragraph(
            'Oxytocin was begun on ',
            element('content', { styleCode: 'Bold' }, '20 August at 09:00'),
            '. Epidural at 21:40. Normal delivery of a healthy girl on ',
            element('content', { styleCode: 'Bold Underline' }, '21 August 2018 at 04:12'),
            ', weight 3,540 g, Apgar 9 and 9. Blood loss ',
            element('content', { revised: 'delete' }, '300 mL'),
            element('content', { revised: 'insert' }, '350 mL'),
            '.',
            element('footnoteRef', { IDREF: 'note-1' }),
          ),
          paragraph(
            'Hemoglobin on the first day after birth was 10.6 g/dL. SpO',
            element('sub', {}, '2'),
            ' was normal throughout; she used her inhalers as at home.',
          ),
        ],
        narrated(
          undefined,
          undefined,
          'Labor and Delivery',
          element(
            'table',
            { border: 1 },
            element('caption', {}, 'Stages of labor'),
            element(
              'thead',
              {},
              element(
                'tr',
                {},
                element('th', {}, 'Stage'),
                element('th', {}, 'From'),
                element('th', {}, 'To'),
              ),
            ),
            element(
              'tbody',
              {},
              [
                ['First, active', '20 Aug 19:30', '21 Aug 03:05'],
                ['Second', '21 Aug 03:05', '21 Aug 04:12'],
                ['Third', '21 Aug 04:12', '21 Aug 04:21'],
              ].map((row) =>
                element(
                  'tr',
                  {},
                  row.map((cell) => element('td', {}, cell)),
                ),
              ),
            ),
          ),
          narrated(
            undefined,
            undefined,
            'Repair',
            paragraph('Small first-degree tear, two absorbable stitches.'),
          ),
        ),
        narrated(
          undefined,
          undefined,
          'Newborn',
          paragraph(
            'Roomed in; breast-fed within the first hour. Glucose of the baby 52 to 68 mg/dL.',
          ),
        ),
      ),
      narrated(
        ['10183-2', 'Hospital discharge medications'],
        [`${base}.11`, '2015-08-01'],
        'Discharge Medications',
        element(
          'list',
          { styleCode: 'Disc' },
          element('item', {}, 'fluticasone 110 mcg inhaler, 1 puff twice daily'),
          element('item', {}, 'albuterol inhaler, 2 puffs when needed'),
          element('item', {}, [
            'Prenatal vitamin, 1 tablet once daily',
            list(
              'unordered',
              'Circle',
              'Go on while breast-feeding',
              'At least to the visit in October',
            ),
          ]),
        ),
      ),
      narrated(
        ['8653-8', 'Hospital discharge instructions'],
        [`${base}.41`],
        'Discharge Instructions',
        [
          paragraph(
            'Nothing in the vagina for six weeks. Call for fever, heavy bleeding, or a painful red calf.',
          ),
          paragraph(
            'Glucose tolerance test at the visit on ',
            element('content', { styleCode: 'Italics' }, '4 October 2018'),
            '. Instructions were handed over on paper, too.',
          ),
        ],
      ),
    ],
  );
}
