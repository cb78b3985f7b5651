import { isRecord } from '../../shared/json.ts';
import { MAX_REMEMBERED } from './section-order.ts';

/** How this person reads every such document; nothing of a patient, no word of a document. */
export interface ReadingPreferences {
  /** `sectionIds` in the wanted order; empty: the author's. */
  readonly order: readonly string[];
  /** How many sections are shown at first; undefined: all. */
  readonly first?: number;
  /** One section at a time. */
  readonly single: boolean;
  /** Duplicate rows and empty columns are folded. */
  readonly condense: boolean;
  /** Contents are put away where they could stand beside the sections. */
  readonly contentsAway: boolean;
}

export const noPreferences: ReadingPreferences = {
  order: [],
  single: false,
  condense: false,
  contentsAway: false,
};

const storageKey = 'dossier-cda-reading';

/** What is remembered in this browser; none where storage is refused or holds something else. */
export function storedPreferences(): ReadingPreferences {
  try {
    return parsePreferences(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return noPreferences;
  }
}

/** Remembers where the browser allows; else the choice lasts as long as the document is open. */
export function storePreferences(preferences: ReadingPreferences): void {
  try {
    if (isNone(preferences)) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // Refused in some frames.
  }
}

const isNone = ({ order, first, single, condense, contentsAway }: ReadingPreferences): boolean =>
  order.length === 0 && first === undefined && !single && !condense && !contentsAway;

/** Keeps what can be understood of stored JSON. */
export function parsePreferences(json: unknown): ReadingPreferences {
  if (!isRecord(json)) return noPreferences;
  const { order, first } = json;
  return {
    order: Array.isArray(order)
      ? order.filter((id) => typeof id === 'string' && SECTION_ID.test(id)).slice(0, MAX_REMEMBERED)
      : [],
    ...(typeof first === 'number' && Number.isInteger(first) && first > 0 ? { first } : {}),
    single: json['single'] === true,
    condense: json['condense'] === true,
    contentsAway: json['contentsAway'] === true,
  };
}

const SECTION_ID = /^[\w-]{1,16}(#\d{1,4})?$/;
