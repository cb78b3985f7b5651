/** What counts as a word of a report: one rule for the source (in the worker) and for what is shown. */

/** A word ends where one of these begins or ends. All of them survive the sanitizer. */
export const boundaries: ReadonlySet<string> = new Set(
  'address article aside blockquote br caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Elements whose text no browser shows. */
export const wordless: ReadonlySet<string> = new Set(
  'script style title template iframe noembed noframes audio video datalist'.split(' '),
);

/** Of drawings and formulas: what is no text of theirs. */
export const wordlessInDrawings: ReadonlySet<string> = new Set([
  'script',
  'style',
  'metadata',
  'annotation',
  'annotation-xml',
]);

/** What stands for an image that is not shown. */
export const imageWords = (alt: string | undefined): string => {
  const words = alt?.trim() ?? '';
  return words === '' ? '' : `[${words}]`;
};
