import { t, type MessageKey } from '../../messages/messages.ts';

/** HL7 `ActClass` of what a document describes; plain acts say nothing more. */
const CLASSES: ReadonlyMap<string, MessageKey | undefined> = new Map<
  string,
  MessageKey | undefined
>([
  ['ACT', undefined],
  ['PCPR', 'cda.service.PCPR'],
  ['ENC', 'cda.row.encounter'],
  ['PROC', 'cda.service.PROC'],
  ['OBS', 'cda.element.observation'],
  ['SBADM', 'cda.element.substanceAdministration'],
  ['SPLY', 'cda.element.supply'],
  ['CLNTRL', 'cda.service.CLNTRL'],
  ['TRNS', 'cda.service.TRNS'],
  ['INFRM', 'cda.service.INFRM'],
  ['REG', 'cda.service.REG'],
  ['ACSN', 'cda.service.ACSN'],
  ['SPCTRT', 'cda.service.SPCTRT'],
  ['CONS', 'cda.row.consent'],
  ['INC', 'cda.service.INC'],
]);

/** What kind of act it was; an unknown code as it stands. */
export function serviceClassWords(classCode: string | undefined): string | undefined {
  if (classCode === undefined || !CLASSES.has(classCode)) return classCode;
  const key = CLASSES.get(classCode);
  return key === undefined ? undefined : t(key);
}
