import type { CdaCode, CdaId } from '../../cda/cda-header.ts';
import { t, type MessageKey } from '../../messages/messages.ts';

const KEYS: ReadonlyMap<string, MessageKey> = new Map([
  ['NI', 'cda.null.NI'],
  ['UNK', 'cda.null.UNK'],
  ['ASKU', 'cda.null.ASKU'],
  ['NAV', 'cda.null.NAV'],
  ['NASK', 'cda.null.NASK'],
  ['NA', 'cda.null.NA'],
  ['NAVU', 'cda.null.NAV'],
  ['OTH', 'cda.null.OTH'],
  ['MSK', 'cda.null.MSK'],
  ['UNC', 'cda.null.UNC'],
  ['NINF', 'cda.null.NINF'],
  ['PINF', 'cda.null.PINF'],
]);

/** A nullFlavor in words; what is none of them as it stands (some authors put timestamps there). */
export function nullWords(nullFlavor: string): string {
  const key = KEYS.get(nullFlavor);
  return key === undefined ? nullFlavor : t(key);
}

/** A coded value: its words with what else it is called, else its code with its system, else why there is none. */
export function codeWords(code: CdaCode | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (code.text !== undefined) {
    return code.also === undefined ? code.text : `${code.text} (${code.also.join(', ')})`;
  }
  if (code.code !== undefined) {
    return code.system === undefined ? code.code : `${code.code} (${code.system})`;
  }
  return code.nullFlavor === undefined ? undefined : nullWords(code.nullFlavor);
}

/** Roots that people know by a name: HL7's for US providers and for social security. */
const SYSTEMS: ReadonlyMap<string | undefined, MessageKey> = new Map([
  ['2.16.840.1.113883.4.6', 'cda.id.npi'],
  ['2.16.840.1.113883.4.1', 'cda.id.ssn'],
]);

/** An id as people quote it: the extension, else the root. */
export function idWords(id: CdaId | undefined): string | undefined {
  if (id === undefined) return undefined;
  const value = id.extension ?? id.root;
  if (value === undefined)
    return id.nullFlavor === undefined ? undefined : nullWords(id.nullFlavor);
  const known = id.extension === undefined ? undefined : SYSTEMS.get(id.root);
  const authority =
    (known && t(known)) ?? id.authority ?? (id.extension === undefined ? undefined : id.root);
  return authority === undefined ? value : `${value} (${authority})`;
}
