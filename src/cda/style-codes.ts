import type { NarrativeStyle } from './narrative.ts';

/** CDA R2 table 89, plus the local codes whose loss would run words together or hide an emphasis. */
const STYLES: ReadonlyMap<string, readonly NarrativeStyle[]> = new Map([
  ['bold', ['bold']],
  ['underline', ['underline']],
  ['italics', ['italics']],
  ['italic', ['italics']],
  ['emphasis', ['emphasis']],
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
  ['xalert', ['alert']],
  ['xreaction', ['alert']],
  ['xdiv', ['block']],
  ['xmono', ['mono']],
  ['xindent', ['preserved']],
  ['xindention', ['preserved']],
  ['xcontentwrapping', ['preserved']],
  ['xlistfortables', ['no-marker']],
  ['xlistfortable', ['no-marker']],
  ['xleft', ['align-left']],
  ['xcenter', ['align-center']],
  ['xright', ['align-right']],
  ['xtop', ['valign-top']],
  ['xmiddle', ['valign-middle']],
  ['xbottom', ['valign-bottom']],
]);

/** `BoldItalics`: what authors meant to be several codes. */
const RUN_TOGETHER = /^(?:bold|underline|italics?|emphasis){2,}$/;

const stylesOf = (code: string): readonly NarrativeStyle[] =>
  STYLES.get(code) ??
  (RUN_TOGETHER.test(code)
    ? (code.match(/bold|underline|italics?|emphasis/g) ?? []).flatMap(
        (part) => STYLES.get(part) ?? [],
      )
    : []);

/** The known codes of a `styleCode`; additive, unknown ones have no effect. No code is longer than a word. */
export function readStyles(styleCode: string | undefined): readonly NarrativeStyle[] | undefined {
  if (styleCode === undefined) return undefined;
  const styles = new Set(
    styleCode.split(/[\s,;]+/).flatMap((code) => stylesOf(code.toLowerCase())),
  );
  return styles.size === 0 ? undefined : [...styles];
}
