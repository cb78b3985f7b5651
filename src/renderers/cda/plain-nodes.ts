/**
 * Nodes of the page from what React was to render, where that is nothing but elements and text. React remembers
 * each element it makes, and forgets them all in one task: of a document with a hundred thousand cells, a long one.
 */
import { Fragment, isValidElement, type ReactNode } from 'react';

/** Undefined where there is a component, or something to press: that is React's. */
export function plainNodes(node: ReactNode): readonly Node[] | undefined {
  const into = document.createDocumentFragment();
  return append(node, into) ? [...into.childNodes] : undefined;
}

function append(node: ReactNode, into: Node): boolean {
  if (node === null || node === undefined || typeof node === 'boolean') return true;
  if (typeof node === 'string' || typeof node === 'number') {
    if (node !== '') into.appendChild(document.createTextNode(String(node)));
    return true;
  }
  if (Array.isArray(node)) return node.every((part: ReactNode) => append(part, into));
  if (!isValidElement<{ readonly children?: ReactNode }>(node)) return false;
  const { children, ...attributes } = node.props;
  if (node.type === Fragment) return append(children, into);
  if (typeof node.type !== 'string') return false;
  const element = document.createElement(node.type);
  for (const [name, value] of Object.entries<unknown>(attributes)) {
    if (!setAttribute(element, name, value)) return false;
  }
  into.appendChild(element);
  return append(children, element);
}

function setAttribute(element: HTMLElement, name: string, value: unknown): boolean {
  if (value === undefined || value === false) return true;
  if (name === 'style') {
    // As React does: an attribute would have to pass the page's policy.
    Object.assign(element.style, value);
    return true;
  }
  if (value !== true && typeof value !== 'string' && typeof value !== 'number') return false;
  element.setAttribute(
    name === 'className' ? 'class' : name,
    value === true && !name.startsWith('data-') && !name.startsWith('aria-') ? '' : String(value),
  );
  return true;
}

/** Makes `parent` hold what `nodes` are, on the nodes it has where it can: what was found in them stays found. */
export function putNodes(parent: Node, nodes: readonly Node[]): void {
  const before = [...parent.childNodes];
  for (const [index, node] of nodes.entries()) {
    const old = before[index];
    if (old === undefined) parent.appendChild(node);
    else if (old === node) continue;
    else if (old.nodeName !== node.nodeName) parent.replaceChild(node, old);
    else if (old instanceof Element && node instanceof Element) {
      copyAttributes(node, old);
      putNodes(old, [...node.childNodes]);
    } else if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue;
  }
  for (const old of before.slice(nodes.length)) parent.removeChild(old);
}

function copyAttributes(from: Element, to: Element): void {
  for (const name of to.getAttributeNames()) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const name of from.getAttributeNames()) {
    const value = from.getAttribute(name) ?? '';
    if (to.getAttribute(name) === value) continue;
    if (name !== 'style') to.setAttribute(name, value);
    else if (from instanceof HTMLElement && to instanceof HTMLElement)
      to.style.cssText = from.style.cssText;
  }
}
