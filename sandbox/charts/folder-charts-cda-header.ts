import { SaxesParser } from 'saxes';
import type { ChartDocument, ChartPatient } from './chart.ts';
import { latin1 } from './folder-charts-file-type.ts';

type Name = ChartPatient['names'][number];

/** What a folder chart needs of a CDA document: whom it is about, what it is called, when it was made. */
export interface CdaHeader {
  readonly title?: string;
  readonly type?: ChartDocument['type'];
  /** FHIR date or dateTime. */
  readonly date?: string;
  readonly patient: Pick<ChartPatient, 'names' | 'identifiers'> & {
    readonly birthDate?: string;
    readonly gender?: 'female' | 'male' | 'other';
  };
}

/** Thrown through the parser to leave it once the header is read. */
const enough = new Error('header read');
const role = 'ClinicalDocument/recordTarget/patientRole';

/** Reads the header of a CDA document, as far as it is well-formed; undefined when the root is another. */
export function readCdaHeader(bytes: Uint8Array): CdaHeader | undefined {
  const reader = createHeaderReader();
  const parser = new SaxesParser();
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name, attributes }) => reader.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => reader.close(localName(name)));
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  try {
    parser.write(decode(bytes)).close();
  } catch (error) {
    if (error !== enough) throw error;
  }
  return reader.result();
}

function createHeaderReader(): {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
  result(): CdaHeader | undefined;
} {
  const path: string[] = [];
  const names: Name[] = [];
  const identifiers: ChartPatient['identifiers'][number][] = [];
  let root: string | undefined;
  let targets = 0;
  let words = '';
  let parts: [kind: string, text: string][] = [];
  let nameUse: string | undefined;
  let fields: { title?: string; type?: ChartDocument['type']; date?: string } = {};
  let person: { birthDate?: string; gender?: 'female' | 'male' | 'other' } = {};

  return {
    open(name, attributes) {
      root ??= name;
      path.push(name);
      words = '';
      const at = path.join('/');
      if (root !== 'ClinicalDocument' || at === 'ClinicalDocument/component') throw enough;
      if (at === 'ClinicalDocument/recordTarget') targets += 1;
      if (at === 'ClinicalDocument/effectiveTime') fields = { ...fields, ...dated(attributes) };
      if (at === 'ClinicalDocument/code') fields = { ...fields, ...typed(attributes) };
      if (targets > 1) return;
      if (at === `${role}/id`) identifiers.push(...identified(attributes));
      if (at === `${role}/patient/name`) {
        parts = [];
        nameUse = attributes['use'];
      }
      if (at === `${role}/patient/birthTime`) person = { ...person, ...born(attributes) };
      if (at === `${role}/patient/administrativeGenderCode`) {
        person = { ...person, ...gendered(attributes) };
      }
    },
    text(text) {
      words += text;
    },
    close(name) {
      const at = path.join('/');
      const text = words.replace(/\s+/g, ' ').trim();
      if (at === 'ClinicalDocument/title' && text) fields = { ...fields, title: text };
      if (targets === 1 && at === `${role}/patient/name`) {
        names.push(...nameOf(parts.length > 0 ? parts : [['text', text]], nameUse));
      } else if (targets === 1 && at === `${role}/patient/name/${name}` && text) {
        parts.push([name, text]);
      }
      words = '';
      path.pop();
    },
    result() {
      if (root !== 'ClinicalDocument') return undefined;
      return { ...fields, patient: { names, identifiers, ...person } };
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** By byte order mark, XML declaration, else UTF-8. */
function decode(bytes: Uint8Array): string {
  const start = latin1(bytes, 200);
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  const marked = start.startsWith('ÿþ')
    ? 'utf-16le'
    : start.startsWith('þÿ')
      ? 'utf-16be'
      : undefined;
  try {
    return new TextDecoder(marked ?? declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function nameOf(parts: readonly (readonly [string, string])[], use: string | undefined): Name[] {
  const of = (kind: string): string[] => parts.filter(([k]) => k === kind).map(([, text]) => text);
  const [whole] = of('text');
  const loose = whole?.split(' ') ?? [];
  const family = whole === undefined ? of('family').join(' ') : (loose.at(-1) ?? '');
  const given = whole === undefined ? of('given') : loose.slice(0, -1);
  if (family === '' && given.length === 0) return [];
  const prefix = of('prefix');
  return [
    {
      family,
      given,
      ...(prefix.length > 0 && { prefix }),
      ...(use === 'L' ? { use: 'official' } : use === 'P' ? { use: 'nickname' } : {}),
    },
  ];
}

/** `root` and `extension` as FHIR has them; a bare root is an identifier of its own. */
function identified(attributes: Readonly<Record<string, string>>): ChartPatient['identifiers'] {
  const { root, extension, assigningAuthorityName: type } = attributes;
  if (attributes['nullFlavor'] !== undefined || !root?.trim()) return [];
  const uri = /^[\d.]+$/.test(root) ? `urn:oid:${root}` : `urn:uuid:${root.toLowerCase()}`;
  const named = type ? { type } : {};
  if (!extension?.trim()) return [{ system: 'urn:ietf:rfc:3986', value: uri, ...named }];
  return [{ system: uri, value: extension.trim(), ...named }];
}

function born({ value = '' }: Readonly<Record<string, string>>): { birthDate?: string } {
  const [, year, month, day] = /^(\d{4})(\d{2})?(\d{2})?/.exec(value) ?? [];
  if (year === undefined) return {};
  return { birthDate: [year, month, day].filter((part) => part !== undefined).join('-') };
}

function gendered({ code = '' }: Readonly<Record<string, string>>): {
  gender?: 'female' | 'male' | 'other';
} {
  if (code === 'F') return { gender: 'female' };
  if (code === 'M') return { gender: 'male' };
  return code === 'UN' ? { gender: 'other' } : {};
}

/** HL7 TS to FHIR dateTime; a time without a zone is left out, for FHIR has no such thing. */
function dated({ value = '' }: Readonly<Record<string, string>>): { date?: string } {
  const [, year, month, day, time, fraction, zone] =
    /^(\d{4})(\d{2})?(\d{2})?(\d{4}(?:\d{2})?)?(\.\d+)?([+-]\d{4})?$/.exec(value.trim()) ?? [];
  if (year === undefined) return {};
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (time === undefined || zone === undefined) return { date };
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4) || '00'}`;
  const offset = `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return { date: `${date}T${clock}${(fraction ?? '').slice(0, 4)}${offset}` };
}

function typed(attributes: Readonly<Record<string, string>>): { type?: ChartDocument['type'] } {
  const { code, codeSystem, displayName } = attributes;
  if (!code || !codeSystem) return {};
  const loinc = codeSystem === '2.16.840.1.113883.6.1';
  return {
    type: {
      system: loinc ? 'http://loinc.org' : `urn:oid:${codeSystem}`,
      code,
      ...(displayName && { display: displayName }),
    },
  };
}
