/**
 * The one door to DOMPurify: text in, inert nodes out, with what was taken away counted. Author
 * styles come back apart, unapplied; links are inert and carry their target in `data-href`.
 */
import createDOMPurify from 'dompurify';
import { duringSanitize } from './during-sanitize.ts';
import { formFieldText } from './form-field-text.ts';
import { allowedImage, namePrefix, sanitizerConfig } from './sanitizer-config.ts';

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
    readonly background?: string;
  };
  readonly removed: RemovedCounts;
}

/**
 * A private instance: hooks are global to theirs. One for all documents: a second would need a second
 * Trusted Types policy of the same name, which is refused.
 */
let purify: ReturnType<typeof createDOMPurify> | undefined;

/** Sanitizes the text of an HTML document or fragment. Synchronous; announce large input before. */
export function sanitizeHtml(html: string): SanitizedHtml {
  purify ??= createDOMPurify();
  // Hooks stack: those of the document before would count for it.
  purify.removeAllHooks();
  const sheets: string[] = [];
  const removed = { remoteImages: 0, media: 0, embedded: 0, drawings: 0 };
  let body: SanitizedHtml['body'] = {};

  purify.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (!(node instanceof Element)) return;
    if (tagName === 'style') sheets.push(node.textContent);
    else if (tagName === 'video' || tagName === 'audio') removed.media += 1;
    else if (
      tagName === 'iframe' ||
      tagName === 'object' ||
      tagName === 'embed' ||
      tagName === 'frame'
    )
      removed.embedded += 1;
    else if (tagName === 'svg') removed.drawings += 1;
    else if (tagName === 'body') body = bodyLooks(node);
    const text = formFieldText(node, tagName);
    if (text !== undefined) {
      if (node.parentNode && text !== '') node.before(` ${text} `);
      node.replaceChildren();
    }
  });
  purify.addHook('afterSanitizeAttributes', (node) => {
    if (node.localName === 'img') {
      const src = node.getAttribute('src');
      if (src !== null && !allowedImage.test(src)) {
        node.removeAttribute('src');
        removed.remoteImages += 1;
      }
    } else if (node.hasAttribute('src')) node.removeAttribute('src');
    makeLinkInert(node);
  });

  const sanitizer = purify;
  const fragment = duringSanitize(() => sanitizer.sanitize(html, sanitizerConfig));
  sanitizer.removeAllHooks();
  sayImagesInWords(fragment);
  return { fragment, sheets, inlineStyles: takeInlineStyles(fragment), body, removed };
}

/** `#name` jumps go to the prefixed name; every other address becomes data. */
function makeLinkInert(node: Element): void {
  const href = node.getAttribute('href');
  if (href === null) return;
  if (href.startsWith('#')) {
    node.setAttribute('href', `#${namePrefix}${href.slice(1)}`);
    return;
  }
  node.removeAttribute('href');
  node.setAttribute('data-href', href);
  node.setAttribute('title', href);
  // Without an address a link leaves the keyboard path; it can still tell where it leads.
  node.setAttribute('role', 'link');
  node.setAttribute('tabindex', '0');
}

/** An image without a source is a broken icon: its alternative text stays, in brackets. */
function sayImagesInWords(fragment: DocumentFragment): void {
  for (const image of fragment.querySelectorAll('img:not([src])')) {
    const alt = image.getAttribute('alt')?.trim();
    image.replaceWith(alt ? `[${alt}]` : '');
  }
}

/** Under the page's CSP a parsed `style=` has no `cssText`: the attribute is read, then removed. */
function takeInlineStyles(fragment: DocumentFragment): ReadonlyMap<Element, string> {
  const styles = new Map<Element, string>();
  for (const element of fragment.querySelectorAll('[style]')) {
    const text = element.getAttribute('style');
    element.removeAttribute('style');
    if (text) styles.set(element, text);
  }
  return styles;
}

function bodyLooks(body: Element): SanitizedHtml['body'] {
  const style = body.getAttribute('style');
  const background = body.getAttribute('bgcolor');
  return {
    ...(style ? { style } : {}),
    ...(body.className ? { className: body.className } : {}),
    ...(background ? { background } : {}),
  };
}
