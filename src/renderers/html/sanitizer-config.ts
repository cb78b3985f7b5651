/**
 * What may remain of an author's HTML, as data: first wall, enough alone. The frame is the second.
 * Each line names what it stops; cases of each class are in the hostile suite.
 */
import type { Config } from 'dompurify';
import { styleAttribute } from './scan-markup.ts';

/** Elements removed by name; their words are kept unless listed in `contentDropped`. */
const forbiddenTags: readonly string[] = [
  'style', // global restyling, @import and url() requests; read as text and rebuilt elsewhere
  'form', // posts the reader's data to anyone
  'input', // phishing fields, autofocus, type=image requests; values become text before
  'button', // popovertarget, formaction; looks like one of ours
  'textarea',
  'select',
  'datalist',
  'dialog', // covers the page in the top layer
  'audio', // requests media
  'video', // requests media and posters
  'source', // srcset requests in picture
  'track', // requests subtitles
  'picture', // chooses remote sources for an img
  'map', // image maps: links without a visible target
  'area',
  'marquee', // event handlers fire without input in some browsers
  'slot', // shadow DOM plumbing
  'template', // inert content that later code might wake
  'link', // style sheets, prefetch, dns-prefetch (which no CSP covers)
  'meta', // refresh, charset, CSP of the author's own
  'base', // would turn every relative link
  'object', // plug-in and document embedding
  'embed',
  'iframe', // a document inside the document, srcdoc mXSS
  'frame',
  'frameset',
  'portal',
  'svg', // use/feImage/fill=url() requests, foreignObject namespaces
  'math', // namespace confusion (mXSS)
];

/** Attributes removed by name wherever they stand. */
const forbiddenAttributes: readonly string[] = [
  'srcset', // further image requests
  'sizes',
  'background', // requests an image
  'ping', // request on click
  'action', // form target
  'formaction',
  'poster', // requests an image
  'autofocus', // takes the keyboard from the application
  'contenteditable', // text that changes under the reader
  'popover', // top layer cover
  'popovertarget',
  'popovertargetaction',
  'usemap', // image maps
  'target', // leaves the frame: base target=_blank without allow-popups goes nowhere
  'tabindex', // reorders the keyboard path
  'accesskey', // captures the application's shortcuts
  'draggable',
  'attributionsrc', // request on load or click
  'longdesc', // address
  'cite', // address
  'download', // saves what an address answers
  'is', // customised built-ins
  'slot',
];

/** Elements whose content is no text of the document. The rest keep their words when removed. */
const contentDropped: readonly string[] = [
  'script',
  'style',
  'template',
  'title', // the document's own title bar, not body text
  'iframe', // fallback for browsers without frames
  'noembed',
  'noframes',
  'audio',
  'video',
  'datalist', // suggestions, which no browser shows
  'svg', // their words are taken out as text before
  'math',
  'xmp', // raw text: markup when parsed again; kept as preformatted text
  'plaintext',
];

export const sanitizerConfig = {
  USE_PROFILES: { html: true }, // no SVG, no MathML: their namespaces carry most bypasses
  FORCE_BODY: true, // style and comments before the body stay in the author's order
  ALLOW_DATA_ATTR: false, // data-* is ours alone (link targets)
  SANITIZE_DOM: true, // clobbering of document properties
  SANITIZE_NAMED_PROPS: true, // ids and names get a prefix; # jumps are rewritten to it
  RETURN_DOM_FRAGMENT: true, // nodes, never a string that would be parsed again
  FORBID_TAGS: [...forbiddenTags],
  FORBID_ATTR: [...forbiddenAttributes],
  FORBID_CONTENTS: [...contentDropped],
  ADD_ATTR: [styleAttribute], // the author's `style=` under another name, read and taken off again
  ADD_URI_SAFE_ATTR: [styleAttribute], // no address: `margin-left:` would look like a protocol
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: null, // custom elements lose their tag and keep their words
    attributeNameCheck: null,
    allowCustomizedBuiltInElements: false,
  },
} satisfies Config;

/** What DOMPurify puts before ids and names (SANITIZE_NAMED_PROPS). */
export const namePrefix = 'user-content-';

/** Attributes whose value names elements of the document, one or several: they follow the renamed ids. */
export const idReferences: readonly string[] = [
  'for',
  'headers',
  'aria-labelledby',
  'aria-describedby',
  'aria-details',
  'aria-controls',
  'aria-owns',
  'aria-flowto',
];

/** What an id or name is called after the sanitizer, which prefixes none twice. */
export const prefixedName = (name: string): string =>
  name.startsWith(namePrefix) ? name : `${namePrefix}${name}`;
