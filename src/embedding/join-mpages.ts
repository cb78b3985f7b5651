/** The app as a part of an MPage: a page of PowerChart that frames apps and speaks with them. */
import { mpagesOrigins } from '../config/mpages-origins.ts';
import { openLinksOutside } from './open-links-outside.ts';

/** The parent is told this height where the page is lower: a frame can start at nearly none. CSS pixels. */
const LEAST_HEIGHT = 700;

const joined = new WeakSet<Window>();

/**
 * Whether the page right around this frame is one of those that show MPages. Browsers that do not tell a frame who
 * its ancestors are (`location.ancestorOrigins`, HTML) are none that MPages run in.
 */
export function isInMpages(view: Window): boolean {
  const ancestors: unknown = Reflect.get(view.location, 'ancestorOrigins');
  const parent: unknown = Object(ancestors)[0];
  return typeof parent === 'string' && mpagesOrigins.includes(parent);
}

/**
 * Loads cerner-smart-embeddable-lib, which hides the page until its parent has answered, and hands outside links to
 * PowerChart. It tells the parent this page's address: to be called once no code stands in it. Anywhere but in an
 * MPage it does nothing, for the library would hide the page there for good.
 */
export async function joinMpages(view: Window): Promise<void> {
  if (joined.has(view) || !isInMpages(view)) return;
  joined.add(view);
  hearParentOnly(view);
  openLinksOutside(view);
  await import('cerner-smart-embeddable-lib');
  const library: unknown = Reflect.get(view, 'CernerSmartEmbeddableLib');
  Reflect.set(Object(library), 'calcFrameHeight', () => Math.max(view.innerHeight, LEAST_HEIGHT));
}

/** The library reads a message before it asks who sent it, and fails at those that are no objects. */
function hearParentOnly(view: Window): void {
  view.addEventListener(
    'message',
    (event) => {
      const isMessage = typeof event.data === 'object' && event.data !== null;
      if (event.source !== view.parent || !isMessage) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
