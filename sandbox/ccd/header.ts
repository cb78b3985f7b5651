import type { Chart, ChartPatient } from '../charts/chart.ts';
import { element, lines, type Xml, type XmlChild } from './xml.ts';
import { templateId } from './code-systems.ts';
import { timestampOf } from './timestamp.ts';

/** Root of the hospital's own identifiers, under the arc that is reserved for examples. */
export const organisationRoot = '2.999.4711';
export const organisationName = 'Lakeside Regional Hospital';

export interface HeaderOptions {
  readonly templates: readonly (readonly [root: string, extension?: string])[];
  /** Extension of the document's id, unique in the hospital. */
  readonly id: string;
  readonly code: { readonly code: string; readonly display: string };
  readonly title: string;
  /** HL7 TS. */
  readonly effectiveTime: string;
  readonly author?: string;
  /** HL7 TS of the time the document speaks about. */
  readonly low: string;
  readonly high: string;
  readonly encounter?: { readonly id: string; readonly low: string; readonly high: string };
}

const loinc = '2.16.840.1.113883.6.1';
const genders = {
  female: ['F', 'Female'],
  male: ['M', 'Male'],
  other: ['UN', 'Undifferentiated'],
  unknown: undefined,
} as const;

/** A whole clinical document: US Realm header about the chart's patient, then the given body sections. */
export function clinicalDocument(chart: Chart, o: HeaderOptions, sections: readonly Xml[]): string {
  const document = element(
    'ClinicalDocument',
    {
      xmlns: 'urn:hl7-org:v3',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:sdtc': 'urn:hl7-org:sdtc',
      classCode: 'DOCCLIN',
      moodCode: 'EVN',
    },
    lines(
      element('realmCode', { code: 'US' }),
      element('typeId', { root: '2.16.840.1.113883.1.3', extension: 'POCD_HD000040' }),
      templateId('2.16.840.1.113883.10.20.22.1.1', '2015-08-01'),
      o.templates.map(([root, extension]) => templateId(root, extension)),
      element('id', { root: `${organisationRoot}.9`, extension: o.id }),
      element('code', { code: o.code.code, codeSystem: loinc, displayName: o.code.display }),
      element('title', {}, o.title),
      element('effectiveTime', { value: o.effectiveTime }),
      element('confidentialityCode', {
        code: 'N',
        codeSystem: '2.16.840.1.113883.5.25',
        displayName: 'Normal',
      }),
      element('languageCode', { code: 'en-US' }),
      element('setId', { root: `${organisationRoot}.9.1`, extension: o.id }),
      element('versionNumber', { value: '1' }),
      recordTarget(chart.patient),
      author(o),
      custodian(),
      documentationOf(o),
      encompassingEncounter(o),
      element(
        'component',
        {},
        lines(
          element(
            'structuredBody',
            {},
            lines(sections.map((section) => element('component', {}, section))),
          ),
        ),
      ),
      '',
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet type="text/xsl" href="http://styles.lakeside.example/cda_stylesheet/"?>\n${document.xml}\n`;
}

function recordTarget(patient: ChartPatient): Xml {
  const gender = genders[patient.gender ?? 'unknown'];
  return element(
    'recordTarget',
    {},
    element(
      'patientRole',
      {},
      lines(
        patient.identifiers.length === 0
          ? element('id', { nullFlavor: 'NI' })
          : patient.identifiers.map(identifier),
        address(patient.address, 'HP'),
        element(
          'telecom',
          patient.telecom === undefined
            ? { nullFlavor: 'NI' }
            : { use: 'HP', value: `tel:${patient.telecom}` },
        ),
        element(
          'patient',
          {},
          lines(
            patient.names.map((name) =>
              element(
                'name',
                { use: name.use === 'maiden' ? 'BIR' : 'L' },
                name.prefix?.map((prefix) => element('prefix', {}, prefix)),
                name.given.map((given) => element('given', {}, given)),
                element('family', {}, name.family),
              ),
            ),
            element('administrativeGenderCode', {
              ...(gender === undefined
                ? { nullFlavor: 'UNK' }
                : { code: gender[0], displayName: gender[1] }),
              codeSystem: gender === undefined ? undefined : '2.16.840.1.113883.5.1',
            }),
            element(
              'birthTime',
              patient.birthDate === undefined
                ? { nullFlavor: 'UNK' }
                : { value: timestampOf(patient.birthDate) },
            ),
            element('raceCode', { nullFlavor: 'ASKU' }),
            element('ethnicGroupCode', { nullFlavor: 'ASKU' }),
            element(
              'languageCommunication',
              {},
              element('languageCode', { code: 'en' }),
              element('preferenceInd', { value: 'true' }),
            ),
          ),
        ),
        element('providerOrganization', {}, organisation()),
      ),
    ),
  );
}

function identifier(id: ChartPatient['identifiers'][number]): Xml {
  const oid = /^urn:oid:([0-9.]+)$/.exec(id.system)?.[1];
  return element(
    'id',
    oid === undefined
      ? { nullFlavor: 'OTH', extension: id.value, assigningAuthorityName: id.system }
      : { root: oid, extension: id.value, assigningAuthorityName: id.type },
  );
}

function address(where: ChartPatient['address'], use: string): Xml {
  if (where === undefined) return element('addr', { nullFlavor: 'NI' });
  return element(
    'addr',
    { use },
    element('streetAddressLine', {}, where.line),
    element('city', {}, where.city),
    element('state', {}, where.state),
    element('postalCode', {}, where.postalCode),
    element('country', {}, 'US'),
  );
}

function organisation(): XmlChild[] {
  return lines(
    element('id', { root: organisationRoot }),
    element('name', {}, organisationName),
    element('telecom', { use: 'WP', value: 'tel:+1-555-010-0400' }),
    address({ line: '400 Shore Road', city: 'Lakeside', state: 'WI', postalCode: '54999' }, 'WP'),
  );
}

function author(o: HeaderOptions): Xml {
  return element(
    'author',
    {},
    lines(
      element('time', { value: o.effectiveTime }),
      element(
        'assignedAuthor',
        {},
        lines(
          element('id', {
            root: `${organisationRoot}.2`,
            extension: o.author ?? 'summary-service',
          }),
          address(
            { line: '400 Shore Road', city: 'Lakeside', state: 'WI', postalCode: '54999' },
            'WP',
          ),
          element('telecom', { use: 'WP', value: 'tel:+1-555-010-0400' }),
          o.author === undefined
            ? element(
                'assignedAuthoringDevice',
                {},
                element('manufacturerModelName', {}, 'Sandbox EHR'),
                element('softwareName', {}, 'Sandbox Summary Service'),
              )
            : element('assignedPerson', {}, element('name', {}, o.author)),
          element('representedOrganization', {}, organisation()),
        ),
      ),
    ),
  );
}

function custodian(): Xml {
  return element(
    'custodian',
    {},
    element(
      'assignedCustodian',
      {},
      element('representedCustodianOrganization', {}, organisation()),
    ),
  );
}

function documentationOf(o: HeaderOptions): Xml {
  return element(
    'documentationOf',
    {},
    element(
      'serviceEvent',
      { classCode: 'PCPR' },
      element(
        'effectiveTime',
        {},
        element('low', { value: o.low }),
        element('high', { value: o.high }),
      ),
    ),
  );
}

function encompassingEncounter(o: HeaderOptions): Xml | undefined {
  if (o.encounter === undefined) return undefined;
  return element(
    'componentOf',
    {},
    element(
      'encompassingEncounter',
      {},
      element('id', { root: `${organisationRoot}.3`, extension: o.encounter.id }),
      element(
        'effectiveTime',
        {},
        element('low', { value: o.encounter.low }),
        element('high', { value: o.encounter.high }),
      ),
    ),
  );
}
