import type { ClinicalEntry } from '../charts/chart.ts';
import { coded, fixedCode, templateId } from './code-systems.ts';
import { organisationRoot } from './header.ts';
import type { NarratedEntry } from './sections.ts';
import { timestampOf } from './timestamp.ts';
import { element, type Xml, type XmlChild } from './xml.ts';

type Narrated = NarratedEntry;
type Group = readonly [Narrated, ...Narrated[]];

const base = '2.16.840.1.113883.10.20.22.4';
const r21 = '2015-08-01';
const r20 = '2014-06-09';
const actClass = '2.16.840.1.113883.5.6';
const actCode = '2.16.840.1.113883.5.4';
const snomed = '2.16.840.1.113883.6.96';
const loinc = '2.16.840.1.113883.6.1';

const id = (entry: ClinicalEntry, part = ''): Xml =>
  element('id', { root: `${organisationRoot}.4`, extension: `${entry.id}${part}` });
const text = (reference: string): Xml =>
  element('text', {}, element('reference', { value: `#${reference}` }));
const statusCode = (code: string): Xml => element('statusCode', { code });

/** One point in time. */
function moment(entry: ClinicalEntry): Xml {
  return element(
    'effectiveTime',
    entry.date === undefined ? { nullFlavor: 'UNK' } : { value: timestampOf(entry.date) },
  );
}

/** Beginning and end, the end left out while it lasts. */
function interval(entry: ClinicalEntry, attributes: Readonly<Record<string, string>> = {}): Xml {
  return element(
    'effectiveTime',
    attributes,
    element(
      'low',
      entry.date === undefined ? { nullFlavor: 'UNK' } : { value: timestampOf(entry.date) },
    ),
    entry.end === undefined ? undefined : element('high', { value: timestampOf(entry.end) }),
  );
}

const isActive = (entry: ClinicalEntry): boolean =>
  entry.end === undefined && !/^(resolved|stopped|completed)$/i.test(entry.status ?? '');

function concern(templates: Xml, inner: Xml, entry: ClinicalEntry): Xml {
  return element(
    'entry',
    { typeCode: 'DRIV' },
    element(
      'act',
      { classCode: 'ACT', moodCode: 'EVN' },
      templates,
      id(entry, '-concern'),
      fixedCode('CONC', actClass, 'Concern'),
      statusCode(isActive(entry) ? 'active' : 'completed'),
      interval(entry),
      element('entryRelationship', { typeCode: 'SUBJ' }, inner),
    ),
  );
}

function observation(mood: string, ...children: XmlChild[]): Xml {
  return element('observation', { classCode: 'OBS', moodCode: mood }, ...children);
}

export function allergyEntry({ entry, reference }: Narrated): Xml {
  return concern(
    templateId(`${base}.30`, r21),
    observation(
      'EVN',
      templateId(`${base}.7`, r20),
      id(entry),
      fixedCode('ASSERTION', actCode, 'Assertion'),
      text(reference),
      statusCode('completed'),
      interval(entry),
      element('value', {
        'xsi:type': 'CD',
        code: '419199007',
        codeSystem: snomed,
        displayName: 'Allergy to substance',
      }),
      element(
        'participant',
        { typeCode: 'CSM' },
        element(
          'participantRole',
          { classCode: 'MANU' },
          element('playingEntity', { classCode: 'MMAT' }, coded('code', entry.code, reference)),
        ),
      ),
    ),
    entry,
  );
}

export function medicationEntry({ entry, reference }: Narrated): Xml {
  return element(
    'entry',
    { typeCode: 'DRIV' },
    element(
      'substanceAdministration',
      { classCode: 'SBADM', moodCode: 'EVN' },
      templateId(`${base}.16`, r20),
      id(entry),
      text(reference),
      statusCode(isActive(entry) ? 'active' : 'completed'),
      interval(entry, { 'xsi:type': 'IVL_TS' }),
      element('doseQuantity', { nullFlavor: 'UNK' }),
      product(`${base}.23`, entry, reference),
    ),
  );
}

function product(template: string, entry: ClinicalEntry, reference: string): Xml {
  return element(
    'consumable',
    {},
    element(
      'manufacturedProduct',
      { classCode: 'MANU' },
      templateId(template, r20),
      element('manufacturedMaterial', {}, coded('code', entry.code, reference)),
    ),
  );
}

export function problemEntry({ entry, reference }: Narrated): Xml {
  return concern(
    templateId(`${base}.3`, r21),
    observation(
      'EVN',
      templateId(`${base}.4`, r21),
      id(entry),
      fixedCode(
        '55607006',
        snomed,
        'Problem',
        element('translation', {
          code: '75326-9',
          codeSystem: loinc,
          displayName: 'Problem',
        }),
      ),
      text(reference),
      statusCode('completed'),
      interval(entry),
      coded('value', entry.code, reference, { 'xsi:type': 'CD' }),
    ),
    entry,
  );
}

export function procedureEntry({ entry, reference }: Narrated): Xml {
  return element(
    'entry',
    { typeCode: 'DRIV' },
    element(
      'procedure',
      { classCode: 'PROC', moodCode: 'EVN' },
      templateId(`${base}.14`, r20),
      id(entry),
      coded('code', entry.code, reference),
      text(reference),
      statusCode('completed'),
      entry.end === undefined ? moment(entry) : interval(entry),
    ),
  );
}

const interpretations = {
  high: ['H', 'High'],
  low: ['L', 'Low'],
  abnormal: ['A', 'Abnormal'],
} as const;

function measured({ entry, reference }: Narrated, template: Xml): Xml {
  const isNumber = entry.value !== undefined && /^-?\d+(\.\d+)?$/.test(entry.value);
  const flagged = entry.abnormal === undefined ? undefined : interpretations[entry.abnormal];
  return element(
    'component',
    {},
    observation(
      'EVN',
      template,
      id(entry),
      coded('code', entry.code, undefined),
      text(reference),
      statusCode('completed'),
      moment(entry),
      isNumber
        ? element('value', { 'xsi:type': 'PQ', value: entry.value, unit: entry.unit ?? '1' })
        : element(
            'value',
            entry.value === undefined
              ? { 'xsi:type': 'ST', nullFlavor: 'UNK' }
              : { 'xsi:type': 'ST' },
            entry.value,
          ),
      flagged === undefined
        ? undefined
        : element('interpretationCode', {
            code: flagged[0],
            codeSystem: '2.16.840.1.113883.5.83',
            displayName: flagged[1],
          }),
      entry.referenceRange === undefined
        ? undefined
        : element(
            'referenceRange',
            {},
            element('observationRange', {}, element('text', {}, entry.referenceRange)),
          ),
    ),
  );
}

export function resultEntry(group: Group): Xml {
  const [{ entry }] = group;
  return element(
    'entry',
    { typeCode: 'DRIV' },
    element(
      'organizer',
      { classCode: 'BATTERY', moodCode: 'EVN' },
      templateId(`${base}.1`, r21),
      id(entry, '-panel'),
      element(
        'code',
        { nullFlavor: 'OTH' },
        element('originalText', {}, entry.detail ?? entry.code.display),
      ),
      statusCode('completed'),
      interval({ ...entry, ...(entry.date === undefined ? {} : { end: entry.end ?? entry.date }) }),
      group.map((narrated) => measured(narrated, templateId(`${base}.2`, r21))),
    ),
  );
}

export function vitalEntry(group: Group): Xml {
  const [{ entry }] = group;
  return element(
    'entry',
    { typeCode: 'DRIV' },
    element(
      'organizer',
      { classCode: 'CLUSTER', moodCode: 'EVN' },
      templateId(`${base}.26`, r21),
      id(entry, '-set'),
      fixedCode(
        '46680005',
        snomed,
        'Vital signs',
        element('translation', {
          code: '74728-7',
          codeSystem: loinc,
          displayName: 'Vital signs',
        }),
      ),
      statusCode('completed'),
      moment(entry),
      group.map((narrated) => measured(narrated, templateId(`${base}.27`, r20))),
    ),
  );
}

export function immunizationEntry({ entry, reference }: Narrated): Xml {
  return element(
    'entry',
    { typeCode: 'DRIV' },
    element(
      'substanceAdministration',
      { classCode: 'SBADM', moodCode: 'EVN', negationInd: 'false' },
      templateId(`${base}.52`, r21),
      id(entry),
      text(reference),
      statusCode('completed'),
      moment(entry),
      product(`${base}.54`, entry, reference),
    ),
  );
}

export function encounterEntry({ entry, reference }: Narrated): Xml {
  return element(
    'entry',
    { typeCode: 'DRIV' },
    element(
      'encounter',
      { classCode: 'ENC', moodCode: 'EVN' },
      templateId(`${base}.49`, r21),
      id(entry),
      coded('code', entry.code, reference),
      text(reference),
      interval(entry),
    ),
  );
}

export function planEntry({ entry, reference }: Narrated): Xml {
  return element(
    'entry',
    { typeCode: 'DRIV' },
    observation(
      'INT',
      templateId(`${base}.44`, r20),
      id(entry),
      coded('code', entry.code, reference),
      text(reference),
      statusCode('active'),
      moment(entry),
    ),
  );
}

export function socialEntry({ entry, reference }: Narrated): Xml {
  const isSmoking = entry.code.code === '72166-2';
  return element(
    'entry',
    { typeCode: 'DRIV' },
    observation(
      'EVN',
      templateId(isSmoking ? `${base}.78` : `${base}.38`, isSmoking ? r20 : r21),
      id(entry),
      coded('code', entry.code, undefined),
      text(reference),
      statusCode('completed'),
      isSmoking ? moment(entry) : interval(entry),
      entry.value === 'Never smoker'
        ? element('value', {
            'xsi:type': 'CD',
            code: '266919005',
            codeSystem: snomed,
            displayName: 'Never smoked tobacco',
          })
        : element(
            'value',
            { 'xsi:type': 'ST' },
            [entry.value, entry.unit].filter(Boolean).join(' '),
          ),
    ),
  );
}
