import { canonicalName } from './known-names.ts';

/** HL7's own extension namespace; its elements keep the prefix `sdtc:` whatever the author called it. */
const SDTC = 'urn:hl7-org:sdtc';
const HOME = new Set(['urn:hl7-org:v3', 'http://www.w3.org/1999/xhtml', '']);

/**
 * Names without the author's prefixes: CDA's own elements, HTML's and namespace-less ones by their local
 * name, SDTC extensions as `sdtc:name`, all others as `other:name`, so that none passes for CDA.
 */
export interface ElementNames {
  /** `outermost`: no CDA document is open; one that begins here names its own namespace. */
  open(qname: string, attributes: Readonly<Record<string, string>>, outermost: boolean): string;
  close(): void;
}

export function createElementNames(undeclared: () => void): ElementNames {
  const scopes: (ReadonlyMap<string, string> | undefined)[] = [];
  let root: string | undefined;
  const reported = new Set<string>();

  function lookUp(prefix: string): string | undefined {
    for (let index = scopes.length - 1; index >= 0; index -= 1) {
      const uri = scopes[index]?.get(prefix);
      if (uri !== undefined) return uri;
    }
    return undefined;
  }

  return {
    open(qname, attributes, outermost) {
      scopes.push(declarationsOf(attributes));
      const colon = qname.indexOf(':');
      const prefix = colon < 0 ? '' : qname.slice(0, colon);
      const local = canonicalName(qname.slice(colon + 1));
      const uri = lookUp(prefix);
      if (outermost && local === 'ClinicalDocument') root = uri ?? '';
      if (uri === undefined) {
        if (prefix === '') return local;
        if (!reported.has(prefix)) undeclared();
        reported.add(prefix);
        return prefix === 'sdtc' ? `sdtc:${local}` : local;
      }
      if (uri === root || HOME.has(uri)) return local;
      return uri === SDTC ? `sdtc:${local}` : `other:${local}`;
    },
    close() {
      scopes.pop();
    },
  };
}

function declarationsOf(
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> | undefined {
  let declared: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (prefix === undefined) continue;
    declared ??= new Map();
    declared.set(prefix, attributes[name] ?? '');
  }
  return declared;
}
