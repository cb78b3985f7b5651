import type { ChartDocument } from '../../charts/chart.ts';
import type { Token } from '../token-parameter.ts';

/** A FHIR `Coding`. */
interface Coding extends Token {
  readonly display?: string;
}

const clinicalNote: Coding = {
  system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
  code: 'clinical-note',
  display: 'Clinical Note',
};

/** v2 table 0074 under its R4 address, with the LOINC part that US Core asks for where it is radiology. */
const radiology: readonly Coding[] = [
  { system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD', display: 'Radiology' },
  { system: 'http://loinc.org', code: 'LP29684-5', display: 'Radiology' },
];

/** The codings of `category`: the chart's own, else what the vendor gives each resource type. */
export function categoryOf(document: ChartDocument): readonly Coding[] {
  const own = document.category;
  if (own?.code === 'RAD') return radiology;
  if (own?.code !== undefined) {
    const system = own.system?.replace(/^http:\/\/hl7\.org\/fhir\/v2\/(\d+)$/, v2System);
    return [
      {
        code: own.code,
        ...(system !== undefined && { system }),
        ...(own.display !== undefined && { display: own.display }),
      },
    ];
  }
  return document.resourceType === 'DiagnosticReport' ? radiology : [clinicalNote];
}

function v2System(_: string, table: string): string {
  return `http://terminology.hl7.org/CodeSystem/v2-${table}`;
}

/** The codings of `type` (DocumentReference) or `code` (DiagnosticReport); none when the chart has only text. */
export function codingOf(document: ChartDocument): readonly Coding[] {
  const { system, code, display } = document.type ?? {};
  if (code === undefined) return [];
  return [
    { code, ...(system !== undefined && { system }), ...(display !== undefined && { display }) },
  ];
}
