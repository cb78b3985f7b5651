import type { FactValue, RhythmValue } from '../../cda/entry-fact.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { periodWords } from './hl7-time.ts';

type Words = (value: FactValue) => string;

/** A point in time or an interval, and how long it lasts. */
export function factTimeWords(
  { period, width }: Extract<FactValue, { kind: 'time' }>,
  words: Words,
): string {
  const when = periodWords(period) ?? '';
  if (width === undefined) return when;
  const long = t('cda.time.for', { text: words(width) });
  return when === '' ? long : `${when}, ${long}`;
}

/** HL7 `TimingEvent`. */
const EVENTS: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['AC', 'cda.event.AC'],
  ['ACM', 'cda.event.ACM'],
  ['ACD', 'cda.event.ACD'],
  ['ACV', 'cda.event.ACV'],
  ['C', 'cda.event.C'],
  ['CM', 'cda.event.CM'],
  ['CD', 'cda.event.CD'],
  ['CV', 'cda.event.CV'],
  ['PC', 'cda.event.PC'],
  ['PCM', 'cda.event.PCM'],
  ['PCD', 'cda.event.PCD'],
  ['PCV', 'cda.event.PCV'],
  ['IC', 'cda.event.IC'],
  ['ICM', 'cda.event.ICM'],
  ['ICD', 'cda.event.ICD'],
  ['ICV', 'cda.event.ICV'],
  ['HS', 'cda.event.HS'],
  ['WAKE', 'cda.event.WAKE'],
]);

function eventWords(event: string): string {
  const key = EVENTS.get(event.toUpperCase());
  return key === undefined ? event : t(key);
}

/** How often: every 4 to 6 hours, before meals, for how long. */
export function rhythmWords(rhythm: RhythmValue, words: Words): string {
  const { period, phase, frequency, event, offset, atUsualHours } = rhythm;
  const parts: string[] = [];
  if (period !== undefined) {
    parts.push(
      period.kind === 'null' ? words(period) : t('cda.time.every', { text: words(period) }),
    );
  }
  if (frequency !== undefined) {
    const text = words(frequency);
    parts.push(frequency.kind === 'amount' ? t('cda.time.often', { text }) : text);
  }
  if (event !== undefined) {
    parts.push(
      offset === undefined
        ? eventWords(event)
        : t('cda.time.offset', { event: eventWords(event), offset: words(offset) }),
    );
  } else if (offset !== undefined) parts.push(words(offset));
  if (phase !== undefined) {
    const when = words(phase);
    const point = phase.kind === 'time' && phase.period.value !== undefined;
    parts.push(point ? t('cda.time.at', { text: when }) : when);
  }
  if (atUsualHours) parts.push(t('cda.time.usual'));
  return parts.join(', ');
}
