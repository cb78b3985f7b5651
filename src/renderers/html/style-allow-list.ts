/** Author styles rebuilt through one list of properties: what lays out a report, nothing that reaches out. */

/** Longhand properties that may stay. No position, no z-index, no transform, no content, no images. */
const allowedProperties: ReadonlySet<string> = new Set(
  `color background-color opacity
  font-family font-size font-style font-weight font-stretch font-variant font-variant-caps font-variant-numeric font-feature-settings
  line-height letter-spacing word-spacing text-align text-align-last text-indent text-transform text-overflow
  text-decoration-line text-decoration-style text-decoration-color text-decoration-thickness
  white-space white-space-collapse text-wrap-mode text-wrap tab-size word-break overflow-wrap hyphens vertical-align direction unicode-bidi writing-mode
  margin-top margin-right margin-bottom margin-left margin-inline-start margin-inline-end margin-block-start margin-block-end
  padding-top padding-right padding-bottom padding-left padding-inline-start padding-inline-end padding-block-start padding-block-end
  border-top-width border-right-width border-bottom-width border-left-width
  border-top-style border-right-style border-bottom-style border-left-style
  border-top-color border-right-color border-bottom-color border-left-color
  border-top-left-radius border-top-right-radius border-bottom-left-radius border-bottom-right-radius
  border-collapse border-spacing caption-side empty-cells table-layout
  width height min-width min-height max-width max-height box-sizing
  display float clear visibility overflow-x overflow-y
  list-style-type list-style-position
  flex-direction flex-wrap flex-grow flex-shrink flex-basis justify-content align-items align-content align-self justify-items justify-self order
  row-gap column-gap grid-template-columns grid-template-rows grid-auto-flow grid-column-start grid-column-end grid-row-start grid-row-end
  column-count column-width column-rule-width column-rule-style column-rule-color
  break-before break-after break-inside page-break-before page-break-after page-break-inside orphans widows
  outline-width outline-style outline-color`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/**
 * Values that stay out: anything that names an address or runs a function over the page (url, image,
 * var, attr, env, element), and units of the frame's own size, with which a page grows for ever.
 */
const refusedValue =
  /(?:url|src|image|image-set|cross-fade|element|var|attr|env|paint|expression)\s*\(|\d(?:s|l|d)?v(?:h|w|i|b|min|max)\b|\dcq\w+\b|\\|:/i;

/** Negative margins and indents pull text over other text or out of sight. */
const mayNotBeNegative = /^(margin|text-indent)/;

/** One declaration that may stay. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

/** Whether one longhand with its value may stay. */
export function allowDeclaration(property: string, value: string): boolean {
  if (value === '' || !allowedProperties.has(property)) return false;
  if (refusedValue.test(value)) return false;
  // Any minus sign: a function can hide which side of zero its result lies on. `each-line` is a word.
  return !(mayNotBeNegative.test(property) && /-(?!line)/.test(value));
}

/** The declarations of a parsed style that may stay. */
export function allowedDeclarations(style: CSSStyleDeclaration): readonly Declaration[] {
  const kept: Declaration[] = [];
  for (const property of Array.from(style)) {
    const value = style.getPropertyValue(property);
    if (allowDeclaration(property, value))
      kept.push({
        property,
        value,
        important: style.getPropertyPriority(property) === 'important',
      });
  }
  return kept;
}
