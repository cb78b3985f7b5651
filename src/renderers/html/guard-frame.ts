/** The page's own listeners on the frame's document: in place before the first node of a report. */
import type { RendererEvent } from '../renderer.ts';

/**
 * Prevents what a click could start (Ctrl- and middle-click would otherwise make a request), scrolls
 * `#` jumps inside the document and tells where an external link leads.
 */
export function guardFrame(
  inside: Document,
  report: (event: RendererEvent) => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal };
  const onClick = (event: Event): void => {
    const link = closest(event.target, 'a, area');
    // A summary opens its details; nothing else in a report does anything on a click.
    if (link || !closest(event.target, 'summary')) event.preventDefault();
    if (link && event.type === 'click') followInside(inside, link, report);
  };
  inside.addEventListener('click', onClick, options);
  inside.addEventListener('auxclick', onClick, options);
  inside.addEventListener('submit', (event) => event.preventDefault(), options);
  inside.addEventListener('dragstart', (event) => event.preventDefault(), options);
  // A link or a file dropped here would navigate the frame: the document would be gone.
  inside.addEventListener('dragover', (event) => event.preventDefault(), options);
  inside.addEventListener('drop', (event) => event.preventDefault(), options);
  inside.addEventListener(
    'keydown',
    (event) => {
      const link = closest(event.target, 'a[data-href]');
      if (event.key === 'Enter' && link) followInside(inside, link, report);
    },
    options,
  );
}

function followInside(
  inside: Document,
  link: Element,
  report: (event: RendererEvent) => void,
): void {
  const href = link.getAttribute('href');
  if (href?.startsWith('#')) {
    findTarget(inside, href.slice(1))?.scrollIntoView();
    return;
  }
  const target = link.getAttribute('data-href');
  if (target)
    report({
      kind: 'notice',
      id: 'html.link',
      sentence: { key: 'renderers.html.link', values: { target } },
    });
}

function findTarget(inside: Document, fragment: string): Element | null {
  const name = decoded(fragment);
  return inside.getElementById(name) ?? inside.getElementsByName(name)[0] ?? null;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Nodes of the frame are of another realm: duck-typed, not `instanceof`. */
function closest(target: EventTarget | null, selector: string): Element | null {
  if (target === null || !('nodeType' in target)) return null;
  const node = target as Node;
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element?.closest(selector) ?? null;
}
