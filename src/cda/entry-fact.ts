/** What entries say, typed: the words for times, amounts, reasons of absence are the reader's language's. */
import type { CdaCode, CdaId, CdaPeriod } from './cda-header.ts';

/** A line about one clinical statement, for sections whose author wrote entries but no narrative. */
export interface EntryFact {
  /** 0 for the entry's own statement, 1 for those inside it, … */
  readonly level: number;
  /** Element name, e.g. `observation`. */
  readonly element: string;
  /** `moodCode` as written where it is not `EVN`: ordered, intended, a goal. */
  readonly mood?: string;
  readonly negated: boolean;
  /** `typeCode` of the relationship to the statement above where it says more than "part of". */
  readonly relation?: string;
  readonly code?: FactValue;
  /** What it is about, by its own word: the medicine, the vaccine, the substance of an allergy. */
  readonly materials: readonly FactValue[];
  readonly values: readonly FactValue[];
  readonly details: Readonly<Partial<Record<EntryDetail, readonly FactValue[]>>>;
  readonly times: readonly FactValue[];
  readonly status: readonly FactValue[];
  /** All else that stands inside the statement. */
  readonly rest: readonly FactItem[];
}

/** Further things that a statement says. */
export type EntryDetail =
  | 'subject'
  | 'dose'
  | 'rate'
  | 'maxDose'
  | 'form'
  | 'route'
  | 'frequency'
  | 'asNeeded'
  | 'repeats'
  | 'quantity'
  | 'brand'
  | 'manufacturer'
  | 'lot'
  | 'reaction'
  | 'severity'
  | 'criticality'
  | 'age'
  | 'range'
  | 'interpretation'
  | 'priority'
  | 'site'
  | 'method'
  | 'specimen'
  | 'device'
  | 'reason'
  | 'instructions'
  | 'performer'
  | 'location'
  | 'disposition'
  | 'document'
  | 'concern'
  | 'author'
  | 'informant'
  | 'participant'
  | 'id'
  | 'kind'
  | 'comment';

/** Something said under the name of what it is: a detail, or the elements it was found in. */
export interface FactItem {
  readonly label: EntryDetail | readonly string[];
  readonly values: readonly FactValue[];
}

/** A value of any HL7 V3 data type. */
export type FactValue =
  | { readonly kind: 'words'; readonly text: string }
  | CodedValue
  | AmountValue
  | RangeValue
  | { readonly kind: 'ratio'; readonly numerator: FactValue; readonly denominator: FactValue }
  | { readonly kind: 'time'; readonly period: CdaPeriod; readonly width?: FactValue }
  | RhythmValue
  /** `SXPR_TS` and other values in several parts. */
  | { readonly kind: 'several'; readonly parts: readonly FactValue[] }
  /** A part that is taken from those before it. */
  | { readonly kind: 'except'; readonly value: FactValue }
  | { readonly kind: 'truth'; readonly truth: boolean }
  /** `SLIST_PQ`, `GLIST_PQ`: a waveform. */
  | {
      readonly kind: 'samples';
      readonly count: number;
      readonly values: string;
      readonly origin?: FactValue;
      readonly scale?: FactValue;
    }
  /** A file: where it lies, or that it is held here. */
  | { readonly kind: 'file'; readonly mediaType?: string; readonly target?: string }
  | { readonly kind: 'id'; readonly id: CdaId }
  | { readonly kind: 'null'; readonly nullFlavor: string }
  /** What is said of it in brackets: a reaction and how severe it was, a person and their part. */
  | {
      readonly kind: 'noted';
      readonly value?: FactValue;
      readonly negated?: boolean;
      readonly notes: readonly (FactValue | FactItem)[];
    };

export interface CodedValue {
  readonly kind: 'coded';
  readonly code: CdaCode;
  readonly qualifiers?: readonly { readonly name?: FactValue; readonly value?: FactValue }[];
  /** `sdtc:valueSet`: any of a set of codes. */
  readonly valueSet?: string;
  /** Where its words stand when they could not be found there. */
  readonly target?: string;
}

/** `PQ`, `INT`, `REAL`, `MO`: as written. */
export interface AmountValue {
  readonly kind: 'amount';
  readonly value: string;
  readonly unit?: string;
}

/** A side of a range: its amount, or why it has none. */
export interface RangeSide {
  readonly value: FactValue;
  readonly inclusive: boolean;
}

export interface RangeValue {
  readonly kind: 'range';
  readonly low?: RangeSide;
  readonly high?: RangeSide;
  readonly center?: FactValue;
  readonly width?: FactValue;
}

/** `PIVL_TS` and `EIVL_TS`: every 6 hours, before meals. */
export interface RhythmValue {
  readonly kind: 'rhythm';
  readonly period?: FactValue;
  readonly phase?: FactValue;
  readonly frequency?: FactValue;
  /** HL7 `TimingEvent`. */
  readonly event?: string;
  readonly offset?: FactValue;
  readonly atUsualHours: boolean;
}
