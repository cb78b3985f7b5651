import type { CdaCode } from '../../cda/cda-header.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { codeWords } from './null-words.ts';

/** HL7 table 0112 and the patient discharge status of the US billing form, which agree on these codes. */
const DISPOSITIONS: ReadonlyMap<string, MessageKey> = new Map([
  ['01', 'cda.disposition.01'],
  ['02', 'cda.disposition.02'],
  ['03', 'cda.disposition.03'],
  ['04', 'cda.disposition.04'],
  ['05', 'cda.disposition.05'],
  ['06', 'cda.disposition.06'],
  ['07', 'cda.disposition.07'],
  ['09', 'cda.disposition.09'],
  ['20', 'cda.disposition.20'],
  ['30', 'cda.disposition.30'],
]);

const SYSTEMS =
  /^2\.16\.840\.1\.113883\.(12\.112|6\.301\.5)$|discharge ?disposition|discharge status|NUBC/i;

/** Where a patient went: in words where the code's system is known, else as the code that it is. */
export function dispositionWords(code: CdaCode | undefined): string | undefined {
  if (code?.code === undefined || code.text !== undefined) return codeWords(code);
  const known = SYSTEMS.test(code.system ?? '')
    ? DISPOSITIONS.get(code.code.padStart(2, '0'))
    : undefined;
  return known === undefined
    ? t('cda.disposition.code', { code: codeWords(code) ?? '' })
    : t(known);
}
