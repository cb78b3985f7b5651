import type { CdaCode } from '../../cda/cda-header.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { codeWords } from './null-words.ts';

const CONFIDENTIALITY: ReadonlyMap<string | undefined, MessageKey> = new Map([
  ['N', 'cda.header.normal'],
  ['R', 'cda.header.restricted'],
  ['V', 'cda.header.veryRestricted'],
]);

/** How confidential something is; an unnamed code by its name where it has one. */
export function confidentialityWords(code: CdaCode | undefined): string | undefined {
  const key = code?.text === undefined ? CONFIDENTIALITY.get(code?.code) : undefined;
  return key === undefined ? codeWords(code) : t(key);
}

/** The same, only where it is more than usual. */
export const restrictionWords = (code: CdaCode | undefined): string | undefined =>
  code?.code === 'R' || code?.code === 'V' ? confidentialityWords(code) : undefined;
