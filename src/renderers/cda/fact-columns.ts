/** Which columns fit the entries of a section without narrative: by its code, else by what its entries are. */
import type { CdaSection } from '../../cda/cda-document.ts';
import type { EntryDetail, EntryFact, FactItem } from '../../cda/entry-fact.ts';
import { isNullValue } from '../../cda/entry-null.ts';
import type { MessageKey } from '../../messages/messages.ts';

export type FactColumn = 'what' | 'value' | 'time' | 'status' | 'more' | EntryDetail;

export type FactKind =
  | 'allergy'
  | 'medication'
  | 'problem'
  | 'family'
  | 'result'
  | 'vital'
  | 'immunization'
  | 'procedure'
  | 'device'
  | 'encounter'
  | 'plan'
  | 'goal'
  | 'social'
  | 'payer'
  | 'directive'
  | 'careTeam'
  | 'general';

export interface FactLayout {
  readonly kind: FactKind;
  readonly columns: readonly FactColumn[];
  /** Headings that are not the columns' general ones. */
  readonly heads: Readonly<Partial<Record<FactColumn, MessageKey>>>;
  /** The value says what it is about (problems, allergies); the code only of which kind. */
  readonly named: 'code' | 'value' | 'material';
}

const layouts: Readonly<Record<FactKind, Omit<FactLayout, 'kind'>>> = {
  allergy: {
    columns: ['what', 'reaction', 'severity', 'criticality', 'value', 'time', 'status'],
    heads: { what: 'cda.facts.allergy', value: 'cda.facts.allergyKind', time: 'cda.facts.onset' },
    named: 'material',
  },
  medication: {
    columns: ['what', 'dose', 'route', 'frequency', 'asNeeded', 'time', 'status', 'comment'],
    heads: {
      what: 'cda.facts.medication',
      time: 'cda.facts.taken',
      frequency: 'cda.facts.often',
      comment: 'cda.facts.sig',
    },
    named: 'material',
  },
  problem: {
    columns: ['what', 'time', 'status', 'age'],
    heads: { what: 'cda.facts.problem', time: 'cda.facts.onset' },
    named: 'value',
  },
  family: {
    columns: ['subject', 'what', 'age', 'time'],
    heads: { what: 'cda.facts.problem', subject: 'cda.facts.relative' },
    named: 'value',
  },
  result: {
    columns: ['what', 'value', 'interpretation', 'range', 'specimen', 'time', 'status'],
    heads: { what: 'cda.facts.result' },
    named: 'code',
  },
  vital: {
    columns: ['what', 'value', 'interpretation', 'time', 'status'],
    heads: { what: 'cda.facts.vital' },
    named: 'code',
  },
  immunization: {
    columns: ['what', 'time', 'reason', 'dose', 'route', 'site', 'lot', 'status'],
    heads: { what: 'cda.facts.immunization', time: 'cda.facts.given' },
    named: 'material',
  },
  procedure: {
    columns: ['what', 'site', 'value', 'device', 'performer', 'location', 'time', 'status'],
    heads: { what: 'cda.facts.procedure' },
    named: 'code',
  },
  device: {
    columns: ['what', 'device', 'id', 'site', 'time', 'status'],
    heads: { what: 'cda.facts.implant', id: 'cda.facts.udi' },
    named: 'material',
  },
  encounter: {
    columns: ['what', 'time', 'performer', 'location', 'reason', 'disposition', 'status'],
    heads: { what: 'cda.facts.encounter' },
    named: 'code',
  },
  plan: {
    columns: ['what', 'value', 'time', 'performer', 'instructions', 'status'],
    heads: { what: 'cda.facts.plan' },
    named: 'code',
  },
  goal: {
    columns: ['what', 'value', 'time', 'author', 'status'],
    heads: { what: 'cda.facts.goal' },
    named: 'code',
  },
  social: { columns: ['what', 'value', 'time', 'status'], heads: { what: 'cda.facts.social' }, named: 'code' },
  payer: {
    columns: ['what', 'performer', 'participant', 'id', 'time', 'status'],
    heads: { what: 'cda.facts.coverage', performer: 'cda.facts.payer', participant: 'cda.facts.member' },
    named: 'code',
  },
  directive: {
    columns: ['what', 'value', 'time', 'participant', 'document', 'status'],
    heads: { what: 'cda.facts.directive' },
    named: 'code',
  },
  careTeam: {
    columns: ['what', 'performer', 'participant', 'time', 'status'],
    heads: { what: 'cda.facts.careTeam' },
    named: 'code',
  },
  general: { columns: ['what', 'value', 'interpretation', 'time', 'status'], heads: {}, named: 'code' },
}; // prettier-ignore

/** LOINC codes of the sections, the ones with required entries included. */
const KINDS: ReadonlyMap<string, FactKind> = new Map<string, FactKind>([
  ['48765-2', 'allergy'],
  ['10160-0', 'medication'],
  ['10183-2', 'medication'],
  ['42346-7', 'medication'],
  ['29549-3', 'medication'],
  ['11450-4', 'problem'],
  ['46241-6', 'problem'],
  ['11535-2', 'problem'],
  ['11348-0', 'problem'],
  ['10157-6', 'family'],
  ['30954-2', 'result'],
  ['8716-3', 'vital'],
  ['11369-6', 'immunization'],
  ['47519-4', 'procedure'],
  ['29554-3', 'procedure'],
  ['59772-4', 'procedure'],
  ['46264-8', 'device'],
  ['46240-8', 'encounter'],
  ['18776-5', 'plan'],
  ['61146-7', 'goal'],
  ['29762-2', 'social'],
  ['48768-6', 'payer'],
  ['42348-3', 'directive'],
  ['85847-2', 'careTeam'],
]);

const KINDS_OF_ELEMENTS: ReadonlyMap<string, FactKind> = new Map<string, FactKind>([
  ['substanceAdministration', 'medication'],
  ['procedure', 'procedure'],
  ['encounter', 'encounter'],
]);

/** Sections without a code that is known are what all their entries are. */
function kindOf({ code, facts }: Pick<CdaSection, 'code' | 'facts'>): FactKind {
  const known = code?.code === undefined ? undefined : KINDS.get(code.code);
  if (known !== undefined) return known;
  const own = new Set(facts.filter(({ level }) => level === 0).map(({ element }) => element));
  const [only] = own;
  return own.size === 1 && only !== undefined
    ? (KINDS_OF_ELEMENTS.get(only) ?? 'general')
    : 'general';
}

/**
 * The layout for a section's facts: columns in which nothing stands are left out, what fits none stands under
 * "more"; whoever else a line is about stands first.
 */
export function factLayout(section: Pick<CdaSection, 'code' | 'facts'>): FactLayout {
  const kind = kindOf(section);
  const layout = layouts[kind];
  const wanted: readonly FactColumn[] = layout.columns.includes('subject')
    ? layout.columns
    : ['subject', ...layout.columns];
  const columns = wanted.filter(
    (column) =>
      column === 'what' ||
      section.facts.some((fact) =>
        column === 'status' && QUIET.has(kind) ? tellsStatus(fact) : isSaid(fact, column),
      ),
  );
  return { kind, ...layout, columns };
}

/** Here "completed" says that the line was written down, not how the matter stands. */
const QUIET: ReadonlySet<FactKind> = new Set<FactKind>([
  'allergy',
  'problem',
  'family',
  'result',
  'vital',
  'social',
]);

const tellsStatus = ({ status }: EntryFact): boolean =>
  status.some((value) => value.kind !== 'coded' || value.code.code !== 'completed');

function isSaid(fact: EntryFact, column: FactColumn): boolean {
  switch (column) {
    case 'value':
      return fact.values.length + fact.materials.length > 0;
    case 'time':
      return fact.times.length > 0;
    case 'status':
      return fact.status.length > 0;
    case 'what':
    case 'more':
      return false;
    default:
      return fact.details[column] !== undefined;
  }
}

const ORDER: readonly EntryDetail[] = [
  'comment',
  'instructions',
  'reason',
  'asNeeded',
  'dose',
  'maxDose',
  'form',
  'rate',
  'route',
  'frequency',
  'repeats',
  'quantity',
  'brand',
  'manufacturer',
  'lot',
];

/** What a fact says that no column shows. */
export function detailsBeside(
  fact: EntryFact,
  { columns, named }: Pick<FactLayout, 'columns' | 'named'>,
): readonly FactItem[] {
  // What names the line has been said.
  const unnamed = named === 'material' && fact.materials.length === 1 ? [] : fact.materials;
  const missing = (column: FactColumn, values: FactItem['values']): readonly FactItem[] =>
    columns.includes(column) || values.length === 0 ? [] : [{ label: [column], values }];
  const others = Object.keys(fact.details)
    .map((name) => name as EntryDetail)
    .filter((name) => !columns.includes(name))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  return [
    ...missing(
      'value',
      [...unnamed, ...fact.values].filter((value) => !isNullValue(value)),
    ),
    ...missing('time', fact.times),
    ...(tellsStatus(fact) ? missing('status', fact.status) : []),
    ...others.map((label): FactItem => ({ label, values: fact.details[label] ?? [] })),
    ...fact.rest,
  ];
}

const placeOf = (name: EntryDetail): number => {
  const place = ORDER.indexOf(name);
  return place === -1 ? ORDER.length : place;
};
