import type {
  CdaCode,
  CdaHeader,
  CdaId,
  CdaLanguage,
  CdaParticipation,
  CdaPatient,
  CdaTelecom,
  ParticipationRole,
} from '../../cda/cda-document.ts';
import { locale, t, type MessageKey } from '../../messages/messages.ts';
import { periodWords, timeWords } from './hl7-time.ts';
import { codeWords, idWords, nullWords } from './null-words.ts';

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

const words = (...parts: readonly (string | undefined)[]): string[] =>
  parts.filter((part): part is string => part !== undefined && part !== '');

const joined = (...parts: readonly (string | undefined)[]): string => words(...parts).join(', ');

const idLines = (ids: readonly CdaId[]): string[] => words(...ids.map(idWords));

/** `tel:` and `mailto:` say nothing to a reader; the rest stays as written. */
function telecomWords({ value, use }: CdaTelecom): string {
  const plain = value.replace(/^(tel|mailto|fax):/i, '');
  const uses = (use ?? '').split(/\s+/).flatMap((code) => USES.get(code) ?? []);
  return uses.length === 0 ? plain : `${plain} (${uses.map((key) => t(key)).join(', ')})`;
}

const USES: ReadonlyMap<string, MessageKey> = new Map([
  ['H', 'cda.use.home'],
  ['HP', 'cda.use.home'],
  ['HV', 'cda.use.vacation'],
  ['WP', 'cda.use.work'],
  ['DIR', 'cda.use.work'],
  ['MC', 'cda.use.mobile'],
  ['PG', 'cda.use.pager'],
  ['AS', 'cda.use.answering'],
  ['EC', 'cda.use.emergency'],
]);

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
]);

/** What kind of part it was, where the role alone does not say it; an unknown code as it stands. */
function typeWords({ typeCode }: CdaParticipation): string | undefined {
  if (typeCode === undefined || GENERAL_TYPES.has(typeCode)) return undefined;
  const key = PARTICIPATION_TYPES.get(typeCode);
  return key === undefined ? typeCode : t(key);
}

/** Codes that repeat the role's own name. */
const GENERAL_TYPES = new Set('AUT ENT INF CST LA AUTHEN PRCP TRC RCT SBJ PRF RESP IND'.split(' '));

/** HL7 `ParticipationSignature`. */
function signatureWords(signature: string | undefined): string | undefined {
  if (signature === undefined) return undefined;
  if (signature === 'S') return t('cda.signature.S');
  if (signature === 'I') return t('cda.signature.I');
  if (signature === 'X') return t('cda.signature.X');
  return signature;
}

/** BCP 47 or ISO 639-2, both in use; what is neither stays as it is. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const languageWords = ({ code, mode, proficiency, preferred }: CdaLanguage): string => {
  const more = joined(
    codeWords(mode),
    codeWords(proficiency),
    preferred ? t('cda.patient.preferred') : undefined,
  );
  const name = languageName(code);
  return more === '' ? name : `${name} (${more})`;
};

function multipleBirthWords(birth: CdaPatient['multipleBirth']): string | undefined {
  if (birth === undefined) return undefined;
  return birth.order === undefined
    ? t('cda.patient.multipleBirth')
    : t('cda.patient.multipleBirthOrder', { order: birth.order });
}

/** Everyone named in a participation: people, else organisations, else devices. */
export const whoWords = (participation: CdaParticipation): string =>
  joined(...participation.names, ...participation.organisations, ...participation.devices);

function participationRow(participation: CdaParticipation): HeaderRow {
  return {
    label: roleWords(participation.role),
    lines: words(
      joined(...participation.names),
      joined(...participation.organisations),
      joined(...new Set(participation.devices)),
      joined(
        typeWords(participation),
        codeWords(participation.function),
        codeWords(participation.code),
      ),
      joined(signatureWords(participation.signature), periodWords(participation.time)),
      ...participation.addresses,
      participation.telecoms.map(telecomWords).join(', '),
    ),
    ids: idLines(participation.ids),
  };
}

function patientRow(patient: CdaPatient): HeaderRow {
  const { identity } = patient;
  const labelled = (key: MessageKey, codes: readonly (string | undefined)[]): string | undefined =>
    words(...codes).length === 0 ? undefined : t(key, { text: joined(...codes) });
  return {
    label: t('cda.row.patient'),
    lines: words(
      ...identity.names.map(
        (name) =>
          [...name.prefix, ...name.given, ...name.family, ...name.suffix].join(' ') || name.text,
      ),
      patient.birthTime === undefined
        ? patient.birthTimeNull && t('cda.patient.born', { date: nullWords(patient.birthTimeNull) })
        : t('cda.patient.born', { date: timeWords(patient.birthTime) }),
      identity.gender === undefined
        ? labelled('cda.patient.genderOther', [codeWords(patient.gender)])
        : t('cda.patient.gender', { gender: t(`cda.gender.${identity.gender}`) }),
      patient.deceasedTime === undefined
        ? identity.deceased === true
          ? t('cda.patient.deceased')
          : undefined
        : t('cda.patient.deceasedOn', { date: timeWords(patient.deceasedTime) }),
      multipleBirthWords(patient.multipleBirth),
      ...patient.addresses,
      patient.telecoms.map(telecomWords).join(', '),
      labelled('cda.patient.marital', [codeWords(patient.maritalStatus)]),
      labelled('cda.patient.religion', [codeWords(patient.religion)]),
      labelled('cda.patient.race', patient.races.map(codeWords)),
      labelled('cda.patient.ethnicity', patient.ethnicities.map(codeWords)),
      labelled('cda.patient.languages', patient.languages.map(languageWords)),
      labelled('cda.patient.birthplace', [patient.birthplace]),
    ),
    ids: idLines(patient.ids),
  };
}

/** Every part of the header as rows: the document and its people first, what only machines need last. */
export function headerRows(header: CdaHeader): readonly HeaderRow[] {
  const row = (key: MessageKey, ...lines: readonly (string | undefined)[]): HeaderRow => ({
    label: t(key),
    lines: words(...lines),
    ids: [],
  });
  return merged([
    row('cda.row.type', codeWords(header.code)),
    row('cda.row.made', periodWords(header.effectiveTime)),
    row('cda.row.confidentiality', confidentialityWords(header.confidentiality)),
    ...header.patients.flatMap((patient) => [
      patientRow(patient),
      ...patient.participations.map(participationRow),
    ]),
    ...header.participations.map(participationRow),
    ...header.services.flatMap((service) => [
      {
        ...row('cda.row.service', codeWords(service.code), periodWords(service.period)),
        ids: idLines(service.ids),
      },
      ...service.performers.map(participationRow),
    ]),
    ...header.encounters.flatMap((encounter) => [
      {
        ...row(
          'cda.row.encounter',
          codeWords(encounter.code),
          periodWords(encounter.period),
          encounter.location,
          codeWords(encounter.facility),
          codeWords(encounter.referralSource),
          codeWords(encounter.disposition),
        ),
        ids: idLines(encounter.ids),
      },
      ...encounter.participations.map(participationRow),
    ]),
    ...header.acts.map((act) => ({
      ...row(
        act.kind === 'order' ? 'cda.row.order' : 'cda.row.consent',
        codeWords(act.code),
        joined(codeWords(act.priority), act.status),
      ),
      ids: idLines(act.ids),
    })),
    ...header.related.map((related) =>
      row(
        'cda.row.related',
        related.typeCode,
        codeWords(related.code),
        idLines(related.ids).join(', '),
        idWords(related.setId),
        related.version,
      ),
    ),
    row('cda.row.language', header.language && languageName(header.language)),
    row('cda.row.version', header.version),
    row('cda.row.set', idWords(header.setId)),
    row('cda.row.id', ...idLines(header.ids)),
  ]).filter(({ lines, ids }) => lines.length + ids.length > 0);
}

/** Who had two parts, and is described by the same words in both, is named once with both. */
function merged(rows: readonly HeaderRow[]): readonly HeaderRow[] {
  const found = new Map<string, HeaderRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.lines, row.ids]);
    const same = found.get(key);
    const label = same === undefined ? row.label : joined(same.label, row.label);
    found.set(key, { ...row, label: same?.label === row.label ? row.label : label });
  }
  return [...found.values()];
}

const CONFIDENTIALITY: ReadonlyMap<string | undefined, MessageKey> = new Map([
  ['N', 'cda.header.normal'],
  ['R', 'cda.header.restricted'],
  ['V', 'cda.header.veryRestricted'],
]);

function confidentialityWords(code: CdaCode | undefined): string | undefined {
  const key = code?.text === undefined ? CONFIDENTIALITY.get(code?.code) : undefined;
  return key === undefined ? codeWords(code) : t(key);
}
