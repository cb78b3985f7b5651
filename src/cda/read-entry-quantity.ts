/** Amounts as written: HL7 `PQ`, `INT`, `REAL`, `MO`, their intervals, ratios and sampled series. */
import type { AmountValue, FactValue, RangeSide } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { attributeOf, childOf, childrenOf, present, type XmlElement } from './xml-element.ts';

/** An amount with its unit; where that is the unit of counting, with the word a translation has for it. */
export function readAmount(
  element: XmlElement | undefined,
  ledger: EntryLedger,
): AmountValue | undefined {
  const value = ledger.attribute(element, 'value');
  if (value === undefined || element === undefined) return undefined;
  const unit = ledger.attribute(element, 'unit') ?? ledger.attribute(element, 'currency');
  if (unit !== undefined && unit !== '1') return { kind: 'amount', value, unit };
  for (const translation of childrenOf(element, 'translation')) {
    const same = (attributeOf(translation, 'value') ?? value) === value;
    const word = same ? unitWord(translation, ledger) : undefined;
    if (word !== undefined) {
      for (const name of ['value', 'code']) ledger.attribute(translation, name);
      return { kind: 'amount', value, unit: word };
    }
  }
  return { kind: 'amount', value };
}

/** `PQR`: a unit from another system, by its name. */
const unitWord = (translation: XmlElement, ledger: EntryLedger): string | undefined =>
  ledger.attribute(translation, 'displayName') ??
  ledger.words(childOf(translation, 'originalText')) ??
  ledger.attribute(translation, 'unit') ??
  ledger.attribute(translation, 'code');

/** `IVL_PQ`, `IVL_INT`, …: sides that are open or excluded stay so. */
export function readRange(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const low = readSide(childOf(element, 'low'), 'NINF', ledger);
  const high = readSide(childOf(element, 'high'), 'PINF', ledger);
  const center = readAmount(childOf(element, 'center'), ledger);
  const width = readAmount(childOf(element, 'width'), ledger);
  if ((low ?? high ?? center ?? width) === undefined) return undefined;
  return present({ kind: 'range' as const, low, high, center, width });
}

function readSide(
  side: XmlElement | undefined,
  endless: string,
  ledger: EntryLedger,
): RangeSide | undefined {
  const nullFlavor = attributeOf(side, 'nullFlavor');
  const inclusive = attributeOf(side, 'inclusive')?.toLowerCase() !== 'false';
  const value = readAmount(side, ledger);
  if (value !== undefined) return { value, inclusive };
  return nullFlavor === undefined || nullFlavor === endless
    ? undefined
    : { value: { kind: 'null', nullFlavor }, inclusive };
}

/** `RTO`: 1 to 128, 5 mg per day. */
export function readRatio(
  element: XmlElement,
  read: (part: XmlElement) => FactValue | undefined,
): FactValue | undefined {
  const part = (name: string): FactValue => {
    const child = childOf(element, name);
    return (child && read(child)) ?? { kind: 'amount', value: '1' };
  };
  return { kind: 'ratio', numerator: part('numerator'), denominator: part('denominator') };
}

/** `SLIST_PQ`, `GLIST_PQ`: how many samples, from where, how far apart; their digits as written. */
export function readSamples(element: XmlElement, ledger: EntryLedger): FactValue {
  const digits = ledger.words(childOf(element, 'digits')) ?? '';
  return present({
    kind: 'samples' as const,
    count: digits === '' ? 0 : digits.split(/[\s,]+/).length,
    values: digits,
    origin: readAmount(childOf(element, 'origin') ?? childOf(element, 'head'), ledger),
    scale: readAmount(childOf(element, 'scale') ?? childOf(element, 'increment'), ledger),
  });
}
