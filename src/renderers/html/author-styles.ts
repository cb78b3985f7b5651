/** Author styles as the browser's own parser reads them, never as text that reaches the page. */
import { allowedDeclarations } from './style-allow-list.ts';
import { namePrefix } from './sanitizer-config.ts';

/** A scratch sheet: constructed and never adopted, so that nothing in it applies or is requested. */
function parseSheet(text: string): CSSRuleList | undefined {
  const sheet = new CSSStyleSheet();
  try {
    sheet.replaceSync(text);
  } catch {
    return undefined;
  }
  return sheet.cssRules;
}

/** What of a `style=` attribute may be applied, as the text of a style attribute again. */
export function readInlineStyle(text: string): string {
  // Text that closes the block early only makes further rules, which are not looked at.
  const rule = parseSheet(`x{${text}\n}`)?.[0];
  return rule instanceof CSSStyleRule ? declarationsText(rule.style) : '';
}

/** Applies what `readInlineStyle` gave, through the CSSOM, which the page's `style-src` leaves free. */
export function applyStyle(element: HTMLElement, allowed: string): void {
  if (allowed !== '') element.style.cssText = allowed;
}

/** The text of a `<style>` element, rebuilt: style rules and media blocks of allowed declarations. */
export function rebuildSheet(text: string): string {
  const rules = parseSheet(withoutHtmlComments(text));
  return rules ? rebuildRules(rules) : '';
}

function rebuildRules(rules: CSSRuleList): string {
  return Array.from(rules, (rule) => {
    if (rule instanceof CSSStyleRule) return rebuildRule(rule);
    if (rule instanceof CSSMediaRule && !asksForHeight.test(rule.conditionText)) {
      const inner = rebuildRules(rule.cssRules);
      return inner === '' ? '' : `@media ${rule.conditionText} {\n${inner}}\n`;
    }
    return ''; // @import, @font-face, @keyframes, @layer, …: requests or effects, no layout of a report
  }).join('');
}

/** The frame is as tall as its document: a rule that asks for a height would change its own answer. */
const asksForHeight = /height|block-size|aspect-ratio|orientation/i;

function rebuildRule(rule: CSSStyleRule): string {
  const body = declarationsText(rule.style);
  return body === '' ? '' : `${prefixIds(rule.selectorText)} { ${body} }\n`;
}

const declarationsText = (style: CSSStyleDeclaration): string =>
  allowedDeclarations(style)
    .map(
      ({ property, value, important }) => `${property}: ${value}${important ? ' !important' : ''};`,
    )
    .join(' ');

/** `#banner` becomes `#user-content-banner`, as the sanitizer renamed the id. */
export const prefixIds = (selector: string): string =>
  selector.replace(/#(?=[A-Za-z_\\-])/g, `#${namePrefix}`);

/** Old reports hide their rules from older browsers in `<!-- … -->`. */
const withoutHtmlComments = (text: string): string =>
  text.replace(/^\s*<!--/, '').replace(/-->\s*$/, '');
