import type { DocumentFilter } from '../documents/filter-documents.ts';
import type { DocumentStatusKind } from '../model/clinical-document.ts';
import type { DatePreset } from './date-presets.ts';

/** What the person chose in the filter bar. */
export interface FilterChoices {
  readonly text: string;
  readonly type: string | undefined;
  readonly date: DatePreset;
  /** The first day of the date preset, settled when it was chosen: `2019-12-26`. */
  readonly from: string | undefined;
  readonly status: DocumentStatusKind | undefined;
  /** Only documents of the encounter that the launch named. */
  readonly visit: boolean;
}

export const noChoices: FilterChoices = {
  text: '',
  type: undefined,
  date: 'any',
  from: undefined,
  status: undefined,
  visit: false,
};

/** How many filters narrow the list, the search aside. */
export const filterCount = ({ type, date, status, visit }: FilterChoices): number =>
  [type !== undefined, date !== 'any', status !== undefined, visit].filter(Boolean).length;

export const isFiltered = (choices: FilterChoices): boolean =>
  choices.text.trim() !== '' || filterCount(choices) > 0;

/** The choices as a filter of documents; `encounter` is the launch's own. */
export function toFilter(
  { text, type, from, status, visit }: FilterChoices,
  encounter: string | undefined,
): DocumentFilter {
  return {
    text,
    types: type === undefined ? [] : [type],
    ...(from === undefined ? {} : { from }),
    ...(status === undefined ? {} : { statuses: [status] }),
    ...(visit && encounter !== undefined ? { encounter } : {}),
  };
}
