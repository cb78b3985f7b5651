/** When: HL7 `TS`, `IVL_TS`, `PIVL_TS`, `EIVL_TS` and sets of them, times as written. */
import type { CdaPeriod } from './cda-header.ts';
import type { FactValue } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { readAmount, readRange } from './read-entry-quantity.ts';
import { attributeOf, childOf, childrenOf, present, type XmlElement } from './xml-element.ts';

/** Whether it says how often, not when. */
export const isRhythm = (time: XmlElement): boolean =>
  ['period', 'event', 'comp', 'phase', 'frequency'].some(
    (name) => childOf(time, name) !== undefined,
  );

/** A point in time or an interval. */
export function readTime(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const at = (name: string): string | undefined =>
    ledger.attribute(childOf(element, name), 'value');
  const why = (name: string): string | undefined =>
    attributeOf(childOf(element, name), 'nullFlavor');
  const [low, high] = [at('low'), at('high')];
  const sided = (low ?? high) !== undefined;
  const period: CdaPeriod = present({
    value: sided ? undefined : (ledger.attribute(element, 'value') ?? at('center')),
    low,
    high,
    lowNull: why('low'),
    highNull: why('high'),
    nullFlavor: attributeOf(element, 'nullFlavor'),
  });
  const width = readAmount(childOf(element, 'width'), ledger);
  if (Object.keys(period).length === 0 && width === undefined) return undefined;
  return present({ kind: 'time' as const, period, width });
}

/** How often, each part of a set for itself. */
export function readRhythm(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const parts = childrenOf(element, 'comp').flatMap((part) => {
    const value = isRhythm(part) ? readRhythm(part, ledger) : readTime(part, ledger);
    return value === undefined ? [] : [withOperator(part, value)];
  });
  const own = readOwnRhythm(element, ledger);
  if (parts.length === 0) return own;
  return { kind: 'several', parts: own === undefined ? parts : [own, ...parts] };
}

const withOperator = (part: XmlElement, value: FactValue): FactValue =>
  attributeOf(part, 'operator') === 'E' ? { kind: 'except', value } : value;

function readOwnRhythm(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const periodElement = childOf(element, 'period');
  const phase = childOf(element, 'phase');
  const frequency = childOf(element, 'frequency');
  const eventElement = childOf(element, 'event');
  const offset = childOf(element, 'offset');
  const period = spread(periodElement, ledger) ?? nullOf(periodElement);
  const event = ledger.attribute(eventElement, 'code');
  const event2 = ledger.attribute(eventElement, 'displayName');
  const rhythm = present({
    period,
    phase: phase === undefined ? undefined : readTime(phase, ledger),
    frequency: frequency === undefined ? undefined : readFrequency(frequency, ledger),
    event: event ?? event2,
    offset: spread(offset, ledger),
  });
  if (Object.keys(rhythm).length === 0) {
    const nullFlavor = attributeOf(eventElement ?? element, 'nullFlavor');
    return nullFlavor === undefined ? undefined : { kind: 'null', nullFlavor };
  }
  const atUsualHours = isTrue(attributeOf(element, 'institutionSpecified'));
  return { kind: 'rhythm', ...rhythm, atUsualHours };
}

const nullOf = (element: XmlElement | undefined): FactValue | undefined => {
  const nullFlavor = attributeOf(element, 'nullFlavor');
  return nullFlavor === undefined ? undefined : { kind: 'null', nullFlavor };
};

/** An amount, or from one amount to another: every 4 to 6 hours. */
const spread = (element: XmlElement | undefined, ledger: EntryLedger): FactValue | undefined =>
  element === undefined ? undefined : (readAmount(element, ledger) ?? readRange(element, ledger));

function readFrequency(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const numerator = spread(childOf(element, 'numerator'), ledger);
  const denominator = spread(childOf(element, 'denominator'), ledger);
  return numerator === undefined || denominator === undefined
    ? (numerator ?? denominator)
    : { kind: 'ratio', numerator, denominator };
}

/** HL7 `BL` as people write it. */
export const isTrue = (value: string | undefined): boolean =>
  value !== undefined && /^(true|1)$/i.test(value.trim());
