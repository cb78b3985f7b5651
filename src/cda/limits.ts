/** Where reading a document ends in words instead of in a frozen page. */
export const MAX_CHARACTERS = 64 * 1024 * 1024;
/** Open elements at one time; the deepest real document measured holds 24. */
export const MAX_DEPTH = 250;
/** More elements than 64 million characters of real documents hold; entries that are not carried do not count. */
export const MAX_ELEMENTS = 1_000_000;
/** Nested ones counted; real documents hold dozens. */
export const MAX_SECTIONS = 2000;
/** Milliseconds in the worker, waiting for bytes not counted. */
export const MAX_MILLISECONDS = 20_000;
/** A start tag longer than this is no tag but a stray `<`. */
export const MAX_TAG_CHARACTERS = 1024 * 1024;
/** Parts of a header that no reader knows; real documents hold none. */
export const MAX_UNKNOWN_PARTS = 2000;
/** HTML lays out at most 1000 columns; more is an attack or a mistake. */
export const MAX_SPAN = 1000;
/** As many rows as a cell spans in HTML. */
export const MAX_ROW_SPAN = 65_534;
/** Coordinates of one region of a picture; a drawn outline has hundreds. */
export const MAX_REGION_VALUES = 10_000;
