import { t, type MessageKey } from '../../messages/messages.ts';

/** HL7 `ParticipationType` of those who have a part in a statement. */
const TYPES: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['COV', 'cda.part.COV'],
  ['HLD', 'cda.part.HLD'],
  ['PRF', 'cda.part.PRF'],
  ['VRF', 'cda.part.VRF'],
  ['CST', 'cda.part.CST'],
  ['IND', 'cda.part.IND'],
  ['SBJ', 'cda.part.SBJ'],
  ['CAGNT', 'cda.part.CAGNT'],
  ['PRD', 'cda.part.PRD'],
  ['DEV', 'cda.part.DEV'],
  ['REFT', 'cda.part.REFT'],
  ['REFB', 'cda.part.REFB'],
  ['CALLBCK', 'cda.part.CALLBCK'],
  ['ATND', 'cda.part.ATND'],
  ['ORG', 'cda.part.ORG'],
  ['DST', 'cda.part.DST'],
  ['RESP', 'cda.part.RESP'],
]);

/** What part it was; an unknown code as it stands. */
export function participationTypeWords(typeCode: string): string {
  const key = TYPES.get(typeCode);
  return key === undefined ? typeCode : t(key);
}
