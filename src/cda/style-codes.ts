import type { NarrativeStyle } from './cda-document.ts';

/** CDA R2 table 89, plus the local codes whose loss would run words together or hide an emphasis. */
const STYLES: ReadonlyMap<string, readonly NarrativeStyle[]> = new Map([
  ['bold', ['bold']],
  ['underline', ['underline']],
  ['italics', ['italics']],
  ['italic', ['italics']],
  ['emphasis', ['emphasis']],
  ['bolditalics', ['bold', 'italics']],
  ['boldunderline', ['bold', 'underline']],
  ['lrule', ['left-rule']],
  ['rrule', ['right-rule']],
  ['toprule', ['top-rule']],
  ['botrule', ['bottom-rule']],
  ['arabic', ['arabic']],
  ['littleroman', ['little-roman']],
  ['bigroman', ['big-roman']],
  ['littlealpha', ['little-alpha']],
  ['bigalpha', ['big-alpha']],
  ['disc', ['disc']],
  ['circle', ['circle']],
  ['square', ['square']],
  ['xhighlight', ['highlight']],
  ['xdiv', ['block']],
]);

/** The known codes of a `styleCode`; additive, unknown ones have no effect. */
export function readStyles(styleCode: string | undefined): readonly NarrativeStyle[] | undefined {
  if (styleCode === undefined) return undefined;
  const styles = new Set(
    styleCode.split(/\s+/).flatMap((code) => STYLES.get(code.toLowerCase()) ?? []),
  );
  return styles.size === 0 ? undefined : [...styles];
}
