/** What a line is about, and in what sense: ordered, planned, a goal, not done, the reason of the line above. */
import type { EntryFact, FactValue } from '../../cda/entry-fact.ts';
import { isNullValue } from '../../cda/entry-null.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { participationTypeWords } from './participation-types.ts';
import { wordsOf } from './fact-value-words.ts';
import type { FactLayout } from './fact-columns.ts';

const ELEMENTS: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['act', 'cda.element.act'],
  ['encounter', 'cda.element.encounter'],
  ['observation', 'cda.element.observation'],
  ['observationMedia', 'cda.element.observationMedia'],
  ['organizer', 'cda.element.organizer'],
  ['procedure', 'cda.element.procedure'],
  ['regionOfInterest', 'cda.element.observationMedia'],
  ['substanceAdministration', 'cda.element.substanceAdministration'],
  ['supply', 'cda.element.supply'],
  ['entry', 'cda.element.act'],
]);

/** SNOMED CT and LOINC codes of a problem observation: condition, problem, finding, diagnosis, symptom, … */
const KIND_CODES = new Set(
  'ASSERTION 55607006 404684003 282291009 64572001 248536006 418799008 373930000 409586006 75321-0 75326-9 75323-6 75325-1 29308-4 75318-6 75319-4 75322-8'.split(
    ' ',
  ),
);

/** SNOMED CT: propensity to adverse reactions, allergy to a substance, a drug, a food, … */
const ALLERGY_CODES = new Set(
  '419199007 416098002 414285001 420134006 418038007 419511003 418471000 426232007 232347008 235719002 59037007 418634005'.split(
    ' ',
  ),
);

const PROBLEM = '55607006';

/** SNOMED CT: drug or medication. */
const ANY_DRUG = '410942007';

const codeOf = (value: FactValue | undefined): string | undefined =>
  value?.kind === 'coded' ? value.code.code : undefined;

export const isKindOnly = (code: FactValue | undefined): boolean => {
  const value = codeOf(code);
  return code === undefined || isNullValue(code) || (value !== undefined && KIND_CODES.has(value));
};

/** What the statement names itself; HL7's "assertion" says only that the value says it. */
export function nameWords(fact: EntryFact, { named }: Pick<FactLayout, 'named'>): string {
  const { code, element, materials, values, details } = fact;
  const assertion = codeOf(code) === 'ASSERTION';
  const coded = said(code === undefined || assertion || isNullValue(code) ? [] : [code]);
  const material = said(materials.filter((value) => !isNullValue(value)));
  const value = said(values.filter((one) => !isNullValue(one)));
  const order =
    named === 'material'
      ? [material, isKindOnly(code) ? value : undefined, coded, value]
      : named === 'value'
        ? [isKindOnly(code) ? value : undefined, coded, value, material]
        : [isKindOnly(code) ? value : undefined, coded, material, value];
  const own = order.find((words) => words !== undefined);
  if (own !== undefined) return own;
  const other = [details.device, details.comment, details.document].find(
    (list) => list !== undefined,
  );
  const why = said([...materials, ...values, ...(code === undefined ? [] : [code])]);
  const key = ELEMENTS.get(element);
  // Of a relative nothing is said but who they are.
  if (named === 'value' && details.subject !== undefined && why === undefined) return '';
  return said(other ?? []) ?? why ?? (key === undefined ? element : t(key));
}

const said = (values: readonly FactValue[]): string | undefined => {
  const words = wordsOf(values);
  return words === '' ? undefined : words;
};

/** The first cell of a line. */
export function whatWords(fact: EntryFact, layout: Pick<FactLayout, 'named' | 'kind'>): string {
  const own = nothingKnown(fact, layout) ?? negation(fact, nameWords(fact, layout));
  const related = relationWords(fact.relation, moodWords(fact.mood, suppliedWords(fact, own)));
  // What belongs to the statement above it is set off by a dash for each level.
  return '– '.repeat(Math.min(fact.level, 4)) + related;
}

/** "Problem", "drug": in a line that says that there are none it has been said. */
export const isAnyAtAll = (value: FactValue): boolean =>
  codeOf(value) === PROBLEM || codeOf(value) === ANY_DRUG;

/** The ways in which "there are none" is coded. */
export function nothingKnown(
  { negated, element, code, materials, values }: EntryFact,
  { kind }: Pick<FactLayout, 'kind'>,
): string | undefined {
  if (!negated) return undefined;
  const unnamed = materials.every((value) => isNullValue(value) || codeOf(value) === ANY_DRUG);
  const codes = values.map(codeOf);
  const allergy = codes.some((code) => code !== undefined && ALLERGY_CODES.has(code));
  if (unnamed && element === 'observation' && allergy) return t('cda.facts.noKnownAllergies');
  const uncoded = code === undefined || isNullValue(code);
  if (unnamed && uncoded && kind === 'medication' && element === 'substanceAdministration') {
    return t('cda.facts.noKnownMedications');
  }
  return codes.includes(PROBLEM) && codes.length === 1 ? t('cda.facts.noKnownProblems') : undefined;
}

/** A supply beside the medicine's own line is told from it. */
function suppliedWords({ element, level, mood, negated }: EntryFact, text: string): string {
  if (element !== 'supply' || level === 0 || negated) return text;
  return t(mood === undefined ? 'cda.facts.supplied' : 'cda.facts.supplyOf', { text });
}

function negation({ negated, element, values }: EntryFact, text: string): string {
  if (!negated) return text;
  switch (element) {
    case 'observation':
      return t(
        values.some(({ kind }) => kind === 'coded') ? 'cda.facts.notPresent' : 'cda.facts.negated',
        { text },
      );
    case 'substanceAdministration':
      return t('cda.facts.notGiven', { text });
    case 'supply':
      return t('cda.facts.notSupplied', { text });
    case 'encounter':
      return t('cda.facts.notHeld', { text });
    default:
      return t('cda.facts.notDone', { text });
  }
}

const MOODS: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['RQO', 'cda.mood.RQO'],
  ['INT', 'cda.mood.INT'],
  ['APT', 'cda.mood.APT'],
  ['ARQ', 'cda.mood.ARQ'],
  ['PRP', 'cda.mood.PRP'],
  ['PRMS', 'cda.mood.PRMS'],
  ['GOL', 'cda.mood.GOL'],
  ['DEF', 'cda.mood.DEF'],
  ['EVN.CRT', 'cda.mood.EVN.CRT'],
  ['OPT', 'cda.mood.OPT'],
  ['RSK', 'cda.mood.RSK'],
  ['EXPEC', 'cda.mood.EXPEC'],
]);

function moodWords(mood: string | undefined, text: string): string {
  if (mood === undefined) return text;
  const key = MOODS.get(mood);
  return key === undefined ? t('cda.mood.other', { mood, text }) : t(key, { text });
}

const RELATIONS: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['RSON', 'cda.relation.RSON'],
  ['MFST', 'cda.relation.MFST'],
  ['CAUS', 'cda.relation.CAUS'],
  ['CAUSED', 'cda.relation.CAUSED'],
  ['DIAG', 'cda.relation.DIAG'],
  ['TREAT', 'cda.relation.TREAT'],
  ['GEVL', 'cda.relation.GEVL'],
  ['SPRT', 'cda.relation.SPRT'],
  ['XCRPT', 'cda.relation.XCRPT'],
  ['SAS', 'cda.relation.SAS'],
]);

function relationWords(relation: string | undefined, text: string): string {
  if (relation === undefined) return text;
  const key = RELATIONS.get(relation);
  return key === undefined
    ? t('cda.facts.moreOf', { label: participationTypeWords(relation), text })
    : t(key, { text });
}
