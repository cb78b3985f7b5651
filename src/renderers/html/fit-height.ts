/** A frame as tall as its document, up to a limit after which the frame scrolls. */

/** Browsers paint very tall frames badly; a report of 30,000 px has some thirty pages. */
const tallest = 30_000;
/** Room for a horizontal scroll bar. */
const scrollBar = 18;

/** Follows the document's height until `signal` ends it; the result measures at once. */
export function fitHeight(
  frame: HTMLIFrameElement,
  inside: Document,
  signal: AbortSignal,
): () => void {
  const measure = (): void => {
    const root = inside.documentElement;
    const bar = root.scrollWidth > root.clientWidth ? scrollBar : 0;
    const wanted = Math.ceil(root.getBoundingClientRect().height) + bar;
    root.style.overflowY = wanted > tallest ? 'auto' : '';
    const height = `${Math.min(tallest, Math.max(120, wanted))}px`;
    if (frame.style.height !== height) frame.style.height = height;
  };
  const observer = new ResizeObserver(measure);
  observer.observe(inside.documentElement);
  observer.observe(inside.body);
  signal.addEventListener('abort', () => observer.disconnect());
  return measure;
}
