/** The page's own listeners on the frame's document: in place before the first node of a report. */
import type { RendererEvent } from '../renderer.ts';
import { outsideLink } from '../outside-link.ts';
import { hearKeys } from './hear-keys.ts';

/**
 * Prevents what a click could start (Ctrl- and middle-click would otherwise make a request), scrolls
 * `#` jumps inside the document and hands external links to the reader, who asks first. Keys act as on the page.
 */
export function guardFrame(
  inside: Document,
  report: (event: RendererEvent) => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal };
  const prevent = (event: Event): void => event.preventDefault();
  const onClick = (event: Event): void => {
    const link = closest(event.target, 'a, area');
    // A summary opens its details; nothing else in a report does anything on a click.
    if (link || !closest(event.target, 'summary')) event.preventDefault();
    if (link && event.type === 'click') followInside(inside, link, report);
  };
  inside.addEventListener('click', onClick, options);
  inside.addEventListener('auxclick', onClick, options);
  inside.addEventListener('submit', prevent, options);
  inside.addEventListener('dragstart', prevent, options);
  // A link or a file dropped here would navigate the frame: the document would be gone.
  inside.addEventListener('dragover', prevent, options);
  inside.addEventListener('drop', prevent, options);
  inside.addEventListener(
    'keydown',
    (event) => {
      const link = closest(event.target, 'a, area');
      if (event.key !== 'Enter' || !link) return;
      // Of raw markup too: the browser would follow it, with Ctrl into another tab.
      event.preventDefault();
      followInside(inside, link, report);
    },
    options,
  );
  hearKeys(inside, report, signal);
}

function followInside(
  inside: Document,
  link: Element,
  report: (event: RendererEvent) => void,
): void {
  const href = link.getAttribute('href') ?? link.getAttribute('data-href') ?? '';
  if (href.startsWith('#')) {
    findTarget(inside, href.slice(1))?.scrollIntoView();
    return;
  }
  const outside = outsideLink(href);
  if (outside) report({ kind: 'link', href: outside.href });
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
