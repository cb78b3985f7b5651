/**
 * The one door to DOMPurify: text in, inert nodes out, with what was taken away counted. Author
 * styles come back apart, unapplied; links are inert and carry their target in `data-href`.
 */
import createDOMPurify from 'dompurify';
import { outsideLink, saysTarget } from '../outside-link.ts';
import { duringSanitize } from './during-sanitize.ts';
import { fieldOf, fieldText } from './form-field-text.ts';
import { idReferences, prefixedName, sanitizerConfig } from './sanitizer-config.ts';
import { styleAttribute } from './scan-markup.ts';
import { isShownImage } from './shown-image.ts';
import { imageWords, wordlessInDrawings } from './words-rules.ts';

export interface RemovedCounts {
  readonly remoteImages: number;
  readonly media: number;
  readonly embedded: number;
  readonly drawings: number;
}

export interface SanitizedHtml {
  readonly fragment: DocumentFragment;
  /** Text of each `<style>`, in order. */
  readonly sheets: readonly string[];
  /** `style=` of elements, taken off them. */
  readonly inlineStyles: ReadonlyMap<Element, string>;
  /** The author's `<body>` attributes that matter for looks. */
  readonly body: {
    readonly style?: string;
    readonly className?: string;
    readonly id?: string;
    readonly background?: string;
    readonly text?: string;
    readonly direction?: string;
  };
  readonly removed: RemovedCounts;
}

/**
 * A private instance: hooks are global to theirs. One for all documents: a second would need a second
 * Trusted Types policy of the same name, which is refused.
 */
let purify: ReturnType<typeof createDOMPurify> | undefined;

/**
 * Sanitizes the text of an HTML document or fragment. Synchronous; announce large input before. `style=` and the
 * attribute that stands for it in scanned markup are read alike.
 */
export function sanitizeHtml(html: string): SanitizedHtml {
  purify ??= createDOMPurify();
  // Hooks stack: those of the document before would count for it.
  purify.removeAllHooks();
  const sheets: string[] = [];
  const removed = { remoteImages: 0, media: 0, embedded: 0, drawings: 0 };
  let body: SanitizedHtml['body'] = {};
  purify.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (!special.has(tagName) || !(node instanceof Element)) return;
    if (tagName === 'img') removed.remoteImages += isRemote(node.getAttribute('src')) ? 1 : 0;
    else if (tagName === 'style') sheets.push(node.textContent);
    else if (tagName === 'video' || tagName === 'audio') removed.media += 1;
    else if (embedding.has(tagName)) removed.embedded += 1;
    else if (tagName === 'body') body = bodyLooks(node);
    else if (tagName === 'svg' || tagName === 'math') {
      removed.drawings += tagName === 'svg' ? 1 : 0;
      standIn(node, drawingWords(node));
    } else if (tagName === 'xmp' || tagName === 'plaintext') keepRawText(node);
    else standIn(node, fieldText(fieldOf(node, tagName)) ?? '');
  });
  purify.addHook('beforeSanitizeElements', keepWordsOfTheUnremovable);
  const sanitizer = purify;
  const fragment = duringSanitize(
    // A document of frames has no body, and nothing comes back.
    () => sanitizedOrNull(sanitizer, html) ?? sanitizer.sanitize(`<hr>${html}`, sanitizerConfig),
  );
  sanitizer.removeAllHooks();
  // What follows is done to inert nodes, before anybody else sees them.
  takeSources(fragment);
  for (const link of fragment.querySelectorAll('[href]')) makeLinkInert(link);
  followRenamedIds(fragment);
  return { fragment, sheets, inlineStyles: takeInlineStyles(fragment), body, removed };
}

const sanitizedOrNull = (
  sanitizer: ReturnType<typeof createDOMPurify>,
  html: string,
): DocumentFragment | null => sanitizer.sanitize(html, sanitizerConfig);

/**
 * DOMPurify takes elements away whole where it cannot trust what they say of themselves: forms whose fields stand
 * in the place of their properties, elements that claim to be another, and elements of words and comments whose
 * words look like markup (a value `<0.01`). Their words are the author's.
 */
function keepWordsOfTheUnremovable(node: Node): void {
  if (node instanceof HTMLFormElement) {
    // By ranges: any property of a form may be one of its fields. Behind the form: what stands before it was cleaned.
    const kept = document.createElement('div');
    const range = document.createRange();
    range.selectNodeContents(node);
    kept.append(range.extractContents());
    range.setStartAfter(node);
    range.collapse(true);
    range.insertNode(kept);
  } else if (node instanceof Element) {
    if (node.hasAttribute('is')) node.removeAttribute('is');
    if (node.firstElementChild === null && node.firstChild !== node.lastChild) takeComments(node);
  }
}

function takeComments(node: Element): void {
  for (let child = node.firstChild, next; child !== null; child = next) {
    next = child.nextSibling;
    if (child.nodeType === 8 /* COMMENT */) child.remove();
  }
}

const embedding: ReadonlySet<string> = new Set(['iframe', 'object', 'embed', 'frame', 'applet']);

/** Elements that the first hook has something to do for; it is called for every node. */
const special: ReadonlySet<string> = new Set([
  ...embedding,
  ...'img style video audio body svg math xmp plaintext input select textarea'.split(' '),
]);

const isRemote = (src: string | null): boolean =>
  src !== null && src.trim() !== '' && !isShownImage(src);

/** Text in the place of an element that will be removed. */
function standIn(node: Element, text: string): void {
  if (node.parentNode && text.trim() !== '') node.before(` ${text} `);
  node.replaceChildren();
}

/** Words in a drawing or a formula, each apart. */
function drawingWords(drawing: Element): string {
  const walker = drawing.ownerDocument.createTreeWalker(
    drawing,
    5 /* SHOW_ELEMENT | SHOW_TEXT */,
    (node) => (wordlessInDrawings.has(node.nodeName.toLowerCase()) ? 2 /* FILTER_REJECT */ : 1),
  );
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeType === 3) words.push(node.nodeValue ?? '');
  return words.join(' ');
}

/** The text of `<xmp>` and `<plaintext>` stays as it was written, in an element that is no raw text. */
function keepRawText(node: Element): void {
  const kept = node.ownerDocument.createElement('pre');
  kept.textContent = node.textContent;
  node.before(kept);
  node.replaceChildren();
}

/** Only images have a source, and only one that is no request; without it their words stay, in brackets. */
function takeSources(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('[src]'))
    if (element.localName !== 'img' || !isShownImage(element.getAttribute('src') ?? ''))
      element.removeAttribute('src');
  for (const image of fragment.querySelectorAll('img:not([src])')) {
    const words = imageWords(image.getAttribute('alt') ?? undefined);
    image.replaceWith(words === '' ? '' : ` ${words} `);
  }
}

/** `#name` jumps go to the prefixed name; every other address becomes data, and is told where words hide it. */
function makeLinkInert(link: Element): void {
  const href = link.getAttribute('href')?.trim() ?? '';
  if (href.startsWith('#')) {
    link.setAttribute('href', `#${prefixedName(href.slice(1))}`);
    return;
  }
  link.removeAttribute('href');
  link.setAttribute('title', href);
  const outside = outsideLink(href);
  const shown = outside ? outside.shown : href.slice(0, 200);
  if (shown !== '' && !saysTarget(link.textContent, shown)) link.setAttribute('data-target', shown);
  if (!outside) return;
  link.setAttribute('data-href', outside.href);
  // Without an address a link leaves the keyboard path; it can still tell where it leads.
  link.setAttribute('role', 'link');
  link.setAttribute('tabindex', '0');
}

function followRenamedIds(fragment: DocumentFragment): void {
  for (const name of idReferences)
    for (const element of fragment.querySelectorAll(`[${name}]`)) {
      const names =
        element
          .getAttribute(name)
          ?.split(/\s+/)
          .filter((one) => one !== '') ?? [];
      element.setAttribute(name, names.map(prefixedName).join(' '));
    }
}

/** Under the page's CSP a parsed `style=` has no `cssText`: the attribute is read, then removed. */
function takeInlineStyles(fragment: DocumentFragment): ReadonlyMap<Element, string> {
  const styles = new Map<Element, string>();
  for (const name of ['style', styleAttribute])
    for (const element of fragment.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name);
      element.removeAttribute(name);
      if (text) styles.set(element, text);
    }
  return styles;
}

function bodyLooks(body: Element): SanitizedHtml['body'] {
  const style = body.getAttribute('style') ?? body.getAttribute(styleAttribute);
  const background = body.getAttribute('bgcolor');
  const text = body.getAttribute('text');
  const direction = body.getAttribute('dir');
  return {
    ...(style ? { style } : {}),
    ...(body.className ? { className: body.className } : {}),
    ...(body.id ? { id: prefixedName(body.id) } : {}),
    ...(background ? { background } : {}),
    ...(text ? { text } : {}),
    ...(direction ? { direction } : {}),
  };
}
