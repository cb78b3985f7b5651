import type { CdaId, CdaParticipation, ParticipationRole } from '../../cda/cda-header.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { periodWords } from './hl7-time.ts';
import { codeWords, idWords, nullWords } from './null-words.ts';
import { addressWords, organisationLine, reachLines, telecomWords } from './reach-words.ts';

/** One line group of the header's details. */
export interface HeaderRow {
  readonly label: string;
  readonly lines: readonly string[];
  /** Numbers that say nothing to a reader until they are asked for. */
  readonly ids: readonly string[];
}

const ROLE_KEYS: Readonly<Record<ParticipationRole, MessageKey>> = {
  author: 'cda.role.author',
  dataEnterer: 'cda.role.dataEnterer',
  informant: 'cda.role.informant',
  custodian: 'cda.role.custodian',
  informationRecipient: 'cda.role.informationRecipient',
  legalAuthenticator: 'cda.role.legalAuthenticator',
  authenticator: 'cda.role.authenticator',
  participant: 'cda.role.participant',
  performer: 'cda.role.performer',
  responsibleParty: 'cda.role.responsibleParty',
  encounterParticipant: 'cda.role.encounterParticipant',
  guardian: 'cda.role.guardian',
  providerOrganization: 'cda.role.providerOrganization',
  subject: 'cda.role.subject',
};

/** Who had this part, in words. */
export const roleWords = (role: ParticipationRole): string => t(ROLE_KEYS[role]);

/** What of it there is. */
export const words = (...parts: readonly (string | undefined)[]): string[] =>
  parts.filter((part): part is string => part !== undefined && part !== '');

/** The same as one line. */
export const joined = (...parts: readonly (string | undefined)[]): string =>
  words(...parts).join(', ');

export const idLines = (ids: readonly CdaId[]): string[] => words(...ids.map(idWords));

const PARTICIPATION_TYPES: ReadonlyMap<string, MessageKey> = new Map([
  ['IND', 'cda.participant.IND'],
  ['HLD', 'cda.participant.HLD'],
  ['COV', 'cda.participant.COV'],
  ['REF', 'cda.participant.REF'],
  ['REFB', 'cda.participant.REF'],
  ['REFT', 'cda.participant.REFT'],
  ['CALLBCK', 'cda.participant.CALLBCK'],
  ['ATND', 'cda.participant.ATND'],
  ['ADM', 'cda.participant.ADM'],
  ['DIS', 'cda.participant.DIS'],
  ['CON', 'cda.participant.CON'],
  ['PRF', 'cda.role.performer'],
  ['PPRF', 'cda.participant.PPRF'],
  ['SPRF', 'cda.participant.SPRF'],
  ['ESC', 'cda.participant.ESC'],
  ['LOC', 'cda.facts.location'],
  ['TRC', 'cda.participant.TRC'],
  ['NOT', 'cda.participant.NOT'],
  ['RCV', 'cda.participant.RCV'],
  ['BBY', 'cda.participant.BBY'],
  ['WIT', 'cda.participant.WIT'],
  ['VRF', 'cda.part.VRF'],
]);

/** HL7 `RoleClass` of whoever stands in a relation to the patient; plain roles say nothing more. */
const CLASSES: ReadonlyMap<string, MessageKey> = new Map([
  ['NOK', 'cda.class.NOK'],
  ['ECON', 'cda.class.ECON'],
  ['GUAR', 'cda.class.GUAR'],
  ['GUARD', 'cda.role.guardian'],
  ['CAREGIVER', 'cda.class.CAREGIVER'],
  ['AGNT', 'cda.class.AGNT'],
  ['POLHOLD', 'cda.class.POLHOLD'],
  ['COVPTY', 'cda.class.COVPTY'],
  ['PAYOR', 'cda.class.PAYOR'],
  ['WIT', 'cda.class.WIT'],
]);

function classWords({ role, classCode }: CdaParticipation): string | undefined {
  const key = classCode === undefined ? undefined : CLASSES.get(classCode);
  return key === undefined || (role === 'guardian' && classCode === 'GUARD') ? undefined : t(key);
}

/** What kind of part it was, where the role alone does not say it; an unknown code as it stands. */
function typeWords({ typeCode }: CdaParticipation): string | undefined {
  if (typeCode === undefined || GENERAL_TYPES.has(typeCode)) return undefined;
  const key = PARTICIPATION_TYPES.get(typeCode);
  return key === undefined ? typeCode : t(key);
}

/** Codes that repeat the role's own name. */
const GENERAL_TYPES = new Set('AUT ENT INF CST LA AUTHEN PRCP RCT SBJ PRF RESP IND'.split(' '));

/** HL7 `ParticipationSignature`. */
function signatureWords(signature: string | undefined): string | undefined {
  if (signature === undefined) return undefined;
  if (signature === 'S') return t('cda.signature.S');
  if (signature === 'I') return t('cda.signature.I');
  if (signature === 'X') return t('cda.signature.X');
  return signature;
}

/** One participation as it stands in the details. */
export function participationRow(participation: CdaParticipation): HeaderRow {
  const { organisations, addresses, telecoms } = participation;
  const own = [...addresses.map(addressWords), ...telecoms.map(telecomWords)];
  return {
    label: roleWords(participation.role),
    lines: words(
      joined(...participation.names),
      participation.nameNull && t('cda.name.null', { why: nullWords(participation.nameNull) }),
      joined(...organisations.flatMap(({ names }) => names)),
      joined(...new Set(participation.devices)),
      joined(
        typeWords(participation),
        classWords(participation),
        codeWords(participation.function),
        codeWords(participation.code),
      ),
      joined(signatureWords(participation.signature), periodWords(participation.time)),
      participation.signatureText,
      ...reachLines(participation),
      ...organisations.map((organisation) => organisationLine(organisation, own)),
    ),
    ids: [...new Set(idLines([...participation.ids, ...organisations.flatMap(({ ids }) => ids)]))],
  };
}

/**
 * The parts that people had in one act. Whoever had two, one behind the other, and is described by the same words
 * in both, is named once with both; two with the same part stay two.
 */
export function participationRows(participations: readonly CdaParticipation[]): HeaderRow[] {
  const rows: HeaderRow[] = [];
  const labels: Set<string>[] = [];
  for (const row of participations.map(participationRow)) {
    const before = rows.at(-1);
    const roles = labels.at(-1);
    const same = before !== undefined && isDeepSame(before, row) && roles?.has(row.label) === false;
    if (same) {
      roles?.add(row.label);
      rows[rows.length - 1] = { ...before, label: joined(before.label, row.label) };
    } else {
      rows.push(row);
      labels.push(new Set([row.label]));
    }
  }
  return rows;
}

const isDeepSame = (one: HeaderRow, other: HeaderRow): boolean =>
  JSON.stringify([one.lines, one.ids]) === JSON.stringify([other.lines, other.ids]);
