import type { Brand } from '../shared/brand.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

export type DatePrecision = 'year' | 'month' | 'day' | 'time';

/** A FHIR dateTime or instant, its partial precision and its author's zone kept. */
export interface ClinicalDate {
  /** As the server wrote it: `2019-12-26T09:14:00-06:00`, `2019-12`, … */
  readonly raw: string;
  readonly precision: DatePrecision;
  /** Start of the stated period; partial dates without a zone are read as UTC. Used to sort, never to show. */
  readonly instant: Instant;
  /** The offset as written (`-06:00`, `Z`), absent where the date has none. */
  readonly offset?: string;
}
