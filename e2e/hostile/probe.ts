/** What a page looks like to its reader: run in the page, before and after a document came. */
import type { Page } from '@playwright/test';
import type { Harm } from './hostile-case.ts';

/** Where in a page a document is shown and what is ours. */
export interface Ground {
  /** The element or the frame of the document. */
  readonly report: string;
  /** Our controls: nothing may cover them, change their looks or take their place. */
  readonly controls: readonly string[];
  /** Whether our controls' places are compared as well: not where a document's own title moves them. */
  readonly places: boolean;
}

export interface Seen {
  /** Controls of ours that something of the document lies over. */
  readonly covered: readonly string[];
  /** Looks and places of our controls, by selector and number. */
  readonly looks: Readonly<Record<string, string>>;
  /** Names that mean an element of the document to the page's code. */
  readonly clobbered: readonly string[];
  /** The focused element if it is the document's. */
  readonly focused: readonly string[];
  /** What of the document can be typed into or pressed. */
  readonly fields: readonly string[];
  /** Text that style sheets paint into the document. */
  readonly spoofed: readonly string[];
  /** Marks that a script left in windows. */
  readonly marks: number;
  /** What is read, layout respected. */
  readonly text: string;
}

export const look = (page: Page, ground: Ground): Promise<Seen> => page.evaluate(seeAll, ground);

/** What the two say was done, by the harm it is. */
export function harmsBetween(before: Seen, after: Seen): Partial<Record<Harm, readonly string[]>> {
  const restyled = Object.keys(before.looks).filter(
    (key) => before.looks[key] !== after.looks[key],
  );
  return {
    script: after.marks > 0 ? [`${after.marks} marked windows`] : [],
    cover: after.covered.filter((one) => !before.covered.includes(one)),
    restyle: restyled.map((key) => `${key}: ${before.looks[key]} → ${after.looks[key]}`),
    clobber: after.clobbered,
    focus: after.focused,
    field: after.fields,
    spoof: after.spoofed,
  };
}

/** Runs in the page, under its CSP; knows nothing but its argument. */
function seeAll({ report, controls, places }: Ground): Seen {
  const host = document.querySelector(report);
  const inside = host instanceof HTMLIFrameElement ? host.contentDocument : document;
  const root = host instanceof HTMLIFrameElement ? inside?.documentElement : host;
  const own = root === null || root === undefined ? [] : [...root.querySelectorAll('*')];
  const all = own.flatMap((element) => [
    element,
    ...(element.shadowRoot?.querySelectorAll('*') ?? []),
  ]);
  const name = (element: Element): string => `${element.localName} ${element.id}`.trim();
  const ours = controls.flatMap((selector) =>
    [...document.querySelectorAll(selector)].map((element, at) => ({
      key: `${selector} ${at}`,
      element,
    })),
  );

  // Elements that let the pointer through are looked for as well: they can be painted over ours.
  const through = all.filter(
    (element): element is HTMLElement =>
      'style' in element && getComputedStyle(element).pointerEvents === 'none',
  );
  const before = through.map((element) => element.getAttribute('style'));
  for (const element of through) element.style.setProperty('pointer-events', 'auto', 'important');
  const covered = ours.filter(({ element }) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].some(([x = 0, y = 0]) => {
      const [atX, atY] = [left + width * x, top + height * y];
      if (atX < 0 || atY < 0 || atX >= innerWidth || atY >= innerHeight) return false;
      const hit = document.elementFromPoint(atX, atY);
      return hit === null || !(element.contains(hit) || hit.contains(element));
    });
  }); // prettier-ignore
  for (const [at, element] of through.entries()) {
    const style = before[at];
    if (style === null || style === undefined) element.removeAttribute('style');
    // Through the object model: as an attribute it would be a violation of the page's CSP.
    else element.style.cssText = style;
  }

  const properties = ['display', 'visibility', 'opacity', 'color', 'background-color', 'font-size', 'font-family', 'transform', 'filter', 'cursor', 'pointer-events', 'position']; // prettier-ignore
  const looks = ours.map(({ key, element }) => {
    const style = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const place = places ? [left, top, width, height].map(Math.round).join(' ') : '';
    return [key, [...properties.map((one) => style.getPropertyValue(one)), place].join('; ')];
  });

  const isTheirs = (value: unknown): boolean =>
    (value instanceof Element || value instanceof HTMLCollection) &&
    [...(value instanceof Element ? [value] : value)].some((one) => own.includes(one));
  const windowNames = ['FHIR', 'token', 'config', 'root', 'client', 'app', 'dossier', 'state', 'session', 'DOMPurify', 'trustedTypes', 'opener', 'event', 'alert']; // prettier-ignore
  const documentNames = ['getElementById', 'querySelector', 'createElement', 'cookie', 'body', 'head', 'forms', 'currentScript', 'defaultView', 'documentElement', 'title', 'write']; // prettier-ignore
  const nodeNames = ['attributes', 'children', 'parentNode', 'firstChild', 'textContent', 'nodeName', 'remove', 'removeAttribute']; // prettier-ignore
  const clobbered = [
    ...windowNames.filter((one) => isTheirs(Reflect.get(window, one))).map((one) => `window.${one}`),
    ...documentNames.filter((one) => Object.hasOwn(document, one) && isTheirs(Reflect.get(document, one))).map((one) => `document.${one}`),
    ...(inside === document ? all.filter((element) => element.localName === 'form') : []).flatMap((form) =>
      nodeNames.filter((one) => isTheirs(Reflect.get(form, one)) && Reflect.get(form, one) instanceof HTMLInputElement)
        .map((one) => `form.${one}`),
    ),
  ]; // prettier-ignore

  const inFocus = inside?.activeElement;
  const isFocused =
    inFocus !== null &&
    inFocus !== undefined &&
    inFocus !== inside?.body &&
    all.includes(inFocus) &&
    (inside?.hasFocus() ?? false);
  const fields = all
    .filter((element) =>
      element.matches('input:not([type=hidden]), textarea, select, button, [contenteditable], [popovertarget]'),
    )
    .map(name); // prettier-ignore
  const painted = (element: Element, pseudo: string): boolean => {
    const { content } = (inside?.defaultView ?? window).getComputedStyle(element, pseudo);
    // The app's own: behind the words of an inert link stands where it leads.
    const target = element.matches('a') ? element.getAttribute('data-target') : null;
    if (target !== null && content === `" (${target})"`) return false;
    return !/^(none|normal|counters?\(.*|)$/.test(content);
  };
  const spoofed = all
    .filter((element) => painted(element, '::before') || painted(element, '::after') || painted(element, '::marker'))
    .map(name); // prettier-ignore

  const framesOf = (one: Window): Window[] =>
    Array.from({ length: one.frames.length }, (_, at) => one.frames[at]).flatMap((child) =>
      child ? [child, ...framesOf(child)] : [],
    );
  const windows = [window, ...framesOf(window)];
  const marks = windows.filter((one) => {
    try {
      return '__pwned' in one;
    } catch {
      return false; // another origin: the console tells
    }
  }).length;

  return {
    covered: covered.map(({ key }) => key),
    looks: Object.fromEntries(looks) as Record<string, string>,
    clobbered,
    focused: isFocused && inFocus ? [name(inFocus)] : [],
    fields,
    spoofed,
    marks,
    text: root && 'innerText' in root ? String(root.innerText) : '',
  };
}
