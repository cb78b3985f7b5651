import type { ClinicalEntry } from '../charts/chart.ts';
import { element, type Xml, type XmlChild } from './xml.ts';

export const codeSystems = {
  SNOMED: { oid: '2.16.840.1.113883.6.96', name: 'SNOMED CT' },
  LOINC: { oid: '2.16.840.1.113883.6.1', name: 'LOINC' },
  RxNorm: { oid: '2.16.840.1.113883.6.88', name: 'RxNorm' },
  CVX: { oid: '2.16.840.1.113883.12.292', name: 'CVX' },
  CPT: { oid: '2.16.840.1.113883.6.12', name: 'CPT' },
} as const;

/** A coded element of an entry, its words linked to the narrative at `reference`. */
export function coded(
  name: string,
  code: ClinicalEntry['code'],
  reference: string | undefined,
  attributes: Readonly<Record<string, string>> = {},
): Xml {
  const system = codeSystems[code.system];
  return element(
    name,
    {
      ...attributes,
      code: code.code,
      codeSystem: system.oid,
      codeSystemName: system.name,
      displayName: code.display,
    },
    reference === undefined
      ? undefined
      : element('originalText', {}, element('reference', { value: `#${reference}` })),
  );
}

/** A code of HL7's own vocabularies or a fixed one, by its code system's OID. */
export function fixedCode(
  code: string,
  codeSystem: string,
  displayName: string,
  ...children: XmlChild[]
): Xml {
  return element('code', { code, codeSystem, displayName }, ...children);
}

export function templateId(root: string, extension?: string): Xml {
  return element('templateId', { root, extension });
}
