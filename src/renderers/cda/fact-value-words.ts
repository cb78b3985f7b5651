/** A value of an entry in the reader's words; amounts and units as written. */
import type {
  CodedValue,
  EntryDetail,
  FactItem,
  FactValue,
  RangeSide,
  RangeValue,
} from '../../cda/entry-fact.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { labelWords } from './fact-labels.ts';
import { factTimeWords, rhythmWords } from './fact-time-words.ts';
import { codeWords, idWords, nullWords } from './null-words.ts';

export function valueWords(value: FactValue): string {
  switch (value.kind) {
    case 'words':
      return value.text;
    case 'coded':
      return codedWords(value);
    case 'amount':
      return value.unit === undefined ? value.value : `${value.value} ${value.unit}`;
    case 'range':
      return rangeWords(value);
    case 'ratio':
      return ratioWords(value.numerator, value.denominator);
    case 'time':
      return factTimeWords(value, valueWords);
    case 'rhythm':
      return rhythmWords(value, valueWords);
    case 'several':
      return wordsOf(value.parts, ', ');
    case 'except':
      return t('cda.value.except', { text: valueWords(value.value) });
    case 'truth':
      return t(value.truth ? 'cda.value.yes' : 'cda.value.no');
    case 'samples':
      return samplesWords(value);
    case 'file':
      return fileWords(value);
    case 'id':
      return idWords(value.id) ?? '';
    case 'null':
      return nullWords(value.nullFlavor);
    case 'noted':
      return notedWords(value);
    default:
      return assertNever(value);
  }
}

/** Several values, each once. */
export const wordsOf = (values: readonly FactValue[], between = '; '): string =>
  [...new Set(values.map(valueWords))].filter((words) => words !== '').join(between);

/** "Label: words". */
export const itemWords = ({ label, values }: FactItem): string => {
  const text = typeof label === 'string' ? detailWords(label, values) : wordsOf(values);
  return text === '' ? '' : t('cda.facts.moreOf', { label: labelWords(label), text });
};

function codedWords({ code, qualifiers = [], valueSet, target }: CodedValue): string {
  const own =
    code.text ??
    (code.code === undefined && target !== undefined
      ? t('cda.value.textAt', { target })
      : code.code === undefined && valueSet !== undefined
        ? t('cda.value.valueSet', { id: valueSet })
        : codeWords(code)) ??
    '';
  const notes = qualifiers
    .map(({ name, value }) => {
      const text = value === undefined ? '' : valueWords(value);
      return name === undefined ? text : t('cda.value.qualifier', { name: valueWords(name), text });
    })
    .filter((note) => note !== '');
  return inBrackets(own, notes);
}

function fileWords({ mediaType, target }: Extract<FactValue, { kind: 'file' }>): string {
  if (target !== undefined) return t('cda.value.fileAt', { target });
  return mediaType === undefined
    ? t('cda.value.fileOfUnknown')
    : t('cda.value.file', { mediaType });
}

const inBrackets = (text: string, notes: readonly string[]): string => {
  if (notes.length === 0) return text;
  const all = notes.join('; ');
  return text === '' ? all : t('cda.facts.noted', { text, notes: all });
};

function notedWords({ value, negated, notes }: Extract<FactValue, { kind: 'noted' }>): string {
  const own = value === undefined ? '' : valueWords(value);
  const text = negated === true ? t('cda.facts.without', { text: own }) : own;
  const said = notes.map((note) => ('kind' in note ? valueWords(note) : itemWords(note)));
  return inBrackets(
    text,
    [...new Set(said)].filter((note) => note !== ''),
  );
}

function ratioWords(numerator: FactValue, denominator: FactValue): string {
  const [first, second] = [valueWords(numerator), valueWords(denominator)];
  const titre = [numerator, denominator].every(
    (part) => part.kind === 'amount' && part.unit === undefined,
  );
  return titre ? `${first}:${second}` : `${first} / ${second}`;
}

function rangeWords({ low, high, center, width }: RangeValue): string {
  const extent = width === undefined ? [] : [t('cda.value.wide', { text: valueWords(width) })];
  const middle = center === undefined ? [] : [t('cda.value.around', { text: valueWords(center) })];
  return [...sidesWords(low, high), ...middle, ...extent].join(', ');
}

function sidesWords(low: RangeSide | undefined, high: RangeSide | undefined): readonly string[] {
  if (low === undefined || high === undefined) {
    if (low !== undefined) return [sideWords(low, 'cda.value.low', 'cda.value.above')];
    return high === undefined ? [] : [sideWords(high, 'cda.value.high', 'cda.value.below')];
  }
  const excluded = !low.inclusive || !high.inclusive;
  if (excluded) {
    return [
      `${sideWords(low, 'cda.value.low', 'cda.value.above')}, ${sideWords(high, 'cda.value.high', 'cda.value.below')}`,
    ];
  }
  const same =
    low.value.kind === 'amount' &&
    high.value.kind === 'amount' &&
    low.value.unit === high.value.unit;
  const first = same && low.value.kind === 'amount' ? low.value.value : valueWords(low.value);
  return [t('cda.value.range', { low: first, high: valueWords(high.value) })];
}

const sideWords = (side: RangeSide, including: MessageKey, excluding: MessageKey): string =>
  side.value.kind === 'null'
    ? valueWords(side.value)
    : t(side.inclusive ? including : excluding, { text: valueWords(side.value) });

/** So many numbers can be read. */
const READABLE_SAMPLES = 20;

function samplesWords({
  count,
  values,
  origin,
  scale,
}: Extract<FactValue, { kind: 'samples' }>): string {
  const what = count === 0 ? t('cda.value.series') : t('cda.value.samples', { count });
  return inBrackets(what, [
    ...(count > 0 && count <= READABLE_SAMPLES ? [values] : []),
    ...(origin === undefined ? [] : [t('cda.value.samplesFrom', { text: valueWords(origin) })]),
    ...(scale === undefined ? [] : [t('cda.value.samplesScale', { text: valueWords(scale) })]),
  ]);
}

/** HL7 `ObservationInterpretation`. */
const INTERPRETATIONS: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['H', 'cda.result.H'],
  ['HH', 'cda.result.HH'],
  ['HU', 'cda.result.HU'],
  ['L', 'cda.result.L'],
  ['LL', 'cda.result.LL'],
  ['LU', 'cda.result.LU'],
  ['N', 'cda.result.N'],
  ['A', 'cda.result.A'],
  ['AA', 'cda.result.AA'],
  ['>', 'cda.result.above'],
  ['<', 'cda.result.below'],
  ['U', 'cda.result.U'],
  ['D', 'cda.result.D'],
  ['B', 'cda.result.B'],
  ['W', 'cda.result.W'],
  ['S', 'cda.result.S'],
  ['R', 'cda.result.R'],
  ['I', 'cda.result.I'],
  ['IE', 'cda.result.IE'],
  ['MS', 'cda.result.MS'],
  ['VS', 'cda.result.VS'],
  ['POS', 'cda.result.POS'],
  ['NEG', 'cda.result.NEG'],
  ['IND', 'cda.result.IND'],
  ['DET', 'cda.result.DET'],
  ['ND', 'cda.result.ND'],
]);

/** Values of a detail; an interpretation that is only a letter by its name. */
export function detailWords(detail: EntryDetail, values: readonly FactValue[]): string {
  const words = detail === 'age' ? ageWords : interpretationWords;
  if (detail !== 'interpretation' && detail !== 'age') return wordsOf(values);
  return [...new Set(values.map(words))].filter((text) => text !== '').join('; ');
}

/** UCUM's units of age. */
const AGES: ReadonlyMap<string | undefined, MessageKey> = new Map<string, MessageKey>([
  ['a', 'cda.value.years'],
  ['mo', 'cda.value.months'],
  ['wk', 'cda.value.weeks'],
  ['d', 'cda.value.days'],
]);

function ageWords(value: FactValue): string {
  if (value.kind !== 'amount') return valueWords(value);
  const key = AGES.get(value.unit);
  const count = Number(value.value);
  return key === undefined || !Number.isFinite(count) ? valueWords(value) : t(key, { count });
}

function interpretationWords(value: FactValue): string {
  if (value.kind !== 'coded') return valueWords(value);
  const { text, code } = value.code;
  const key = code === undefined ? undefined : INTERPRETATIONS.get(code);
  return key !== undefined && (text === undefined || text === code) ? t(key) : valueWords(value);
}
