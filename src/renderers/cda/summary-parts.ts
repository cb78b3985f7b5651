import type { CdaHeader, CdaParticipation, CdaPeriod } from '../../cda/cda-header.ts';
import { t } from '../../messages/messages.ts';
import { ageWords } from './age-words.ts';
import { periodWords, timeWords } from './hl7-time.ts';
import { codeWords } from './null-words.ts';

export interface SummaryParts {
  readonly title: string;
  /** Only where the document is more confidential than usual. */
  readonly restriction?: string;
  /** When it was made, how old its patient was, by whom, who keeps it, which time it covers: what of that the document says. */
  readonly parts: readonly string[];
}

/** The header in one line. Times are the author's, to the minute and to the day; the details have all of them. */
export function summaryParts(header: CdaHeader): SummaryParts {
  const authors = authorNames(header);
  const keepers = named(header, 'custodian', whoOf).filter((name) => !authors.includes(name));
  const restriction = restrictionWords(header);
  const parts = [
    madeWords(header.effectiveTime),
    patientAge(header),
    authors.length === 0 ? undefined : t('cda.header.author', { names: authors.join('; ') }),
    keepers.length === 0 ? undefined : t('cda.header.custodian', { names: keepers.join('; ') }),
    coversWords(header.servicePeriod),
  ].filter((part) => part !== undefined);
  return {
    title: header.title ?? codeWords(header.code) ?? t('cda.header.untitled'),
    ...(restriction === undefined ? {} : { restriction }),
    parts,
  };
}

/** Of the one patient; of several the details say whose it is. */
function patientAge({ patients, effectiveTime }: CdaHeader): string | undefined {
  const [patient, ...others] = patients;
  if (patient === undefined || others.length > 0) return undefined;
  const age = ageWords(patient, effectiveTime);
  return age === undefined ? undefined : t('cda.header.age', { age });
}

/** People; where no person is named, organisations; else the software. */
function authorNames(header: CdaHeader): readonly string[] {
  const kinds = [
    ({ names }: CdaParticipation) => names,
    organisationNames,
    ({ devices }: CdaParticipation) => devices,
  ];
  for (const kind of kinds) {
    const names = named(header, 'author', kind);
    if (names.length > 0) return names;
  }
  return [];
}

const organisationNames = ({ organisations }: CdaParticipation): readonly string[] =>
  organisations.flatMap(({ names }) => names);

const whoOf = (one: CdaParticipation): readonly string[] =>
  [one.names, organisationNames(one), one.devices].find((some) => some.length > 0) ?? [];

const named = (
  header: CdaHeader,
  role: 'author' | 'custodian',
  who: (participation: CdaParticipation) => readonly string[],
): readonly string[] => [
  ...new Set(header.participations.filter((one) => one.role === role).flatMap(who)),
];

/** Real documents hold what is no time; that is left to the details. */
const STARTS_WITH_DATE = /^\d{4}/;

function madeWords(made: CdaPeriod | undefined): string | undefined {
  const { value } = made ?? {};
  if (value === undefined) return periodWords(made);
  if (!STARTS_WITH_DATE.test(value)) return undefined;
  return timeWords(value.replace(/^(\d{12})\d{2}(?:\.\d+)?/, '$1'));
}

function coversWords(period: CdaPeriod | undefined): string | undefined {
  if (period === undefined) return undefined;
  const { value, low, high } = period;
  if (value === undefined && low === undefined && high === undefined) return undefined;
  const days: CdaPeriod = {
    ...(value === undefined ? {} : { value: day(value) }),
    ...(low === undefined ? {} : { low: day(low) }),
    ...(high === undefined ? {} : { high: day(high) }),
  };
  const words = days.low !== undefined && days.low === days.high ? days.low : undefined;
  const said = words === undefined ? periodWords(days) : timeWords(words);
  return said === undefined ? undefined : t('cda.header.covers', { period: said });
}

const day = (time: string): string => time.replace(/^(\d{8})\d.*$/, '$1');

function restrictionWords(header: CdaHeader): string | undefined {
  switch (header.confidentiality?.code) {
    case 'R':
      return t('cda.header.restricted');
    case 'V':
      return t('cda.header.veryRestricted');
    default:
      return undefined;
  }
}
