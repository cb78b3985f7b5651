/** Copies a part of the page into another document a few milliseconds at a time. */

export interface CopyRules {
  /** Elements of which nothing is copied. */
  readonly leftOut: string;
  /** Elements of which only what is inside is copied. */
  readonly unwrapped: string;
  /** What is done to each copied element, still without what is inside. */
  change(copy: Element): void;
}

export interface Copying {
  /** Settles when all is copied; never when it was cancelled. */
  readonly done: Promise<void>;
  cancel(): void;
}

const SLICE_MILLISECONDS = 10;

/** A page that never rests is copied as it stands after so many beginnings. */
const MOST_BEGINNINGS = 5;

/** Copies `source` into `into`, from the beginning again where the page changes meanwhile: nothing may be lost. */
export function copyInSlices(source: Element, into: Element, rules: CopyRules): Copying {
  let changed = false;
  const note = (records: readonly MutationRecord[]): void => {
    changed ||= records.some(
      ({ target }) => (elementOf(target)?.closest(rules.leftOut) ?? null) === null,
    );
  };
  const observer = new MutationObserver(note);
  observer.observe(source, { childList: true, characterData: true, subtree: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let beginnings = 1;
  let steps = copySteps(source, into, rules);
  const done = new Promise<void>((resolve) => {
    timer = setTimeout(function slice() {
      note(observer.takeRecords());
      if (changed && beginnings < MOST_BEGINNINGS) {
        changed = false;
        beginnings += 1;
        into.replaceChildren();
        steps = copySteps(source, into, rules);
      }
      const until = performance.now() + SLICE_MILLISECONDS;
      while (performance.now() < until) {
        if (steps.next().done === true) {
          observer.disconnect();
          resolve();
          return;
        }
      }
      timer = setTimeout(slice, 0);
    }, 0);
  });
  return {
    done,
    cancel() {
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}

const elementOf = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;

/** Nodes of one step. */
const STEP = 100;

interface Level {
  next: Node | null;
  readonly into: Node;
}

function* copySteps(source: Element, into: Element, rules: CopyRules): Generator<undefined> {
  const target = into.ownerDocument;
  const root = source.cloneNode(false);
  if (root instanceof Element) rules.change(root);
  into.append(target.adoptNode(root));
  const levels: Level[] = [{ next: source.firstChild, into: root }];
  let copied = 0;
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.next;
    if (node === null) {
      levels.pop();
      continue;
    }
    level.next = node.nextSibling;
    copied += 1;
    if (copied % STEP === 0) yield undefined;
    if (!(node instanceof Element)) {
      level.into.appendChild(target.importNode(node));
      continue;
    }
    if (node.matches(rules.leftOut)) continue;
    if (node.matches(rules.unwrapped)) {
      levels.push({ next: node.firstChild, into: level.into });
      continue;
    }
    const copy = node.cloneNode(false);
    if (copy instanceof Element) rules.change(copy);
    level.into.appendChild(target.adoptNode(copy));
    levels.push({ next: node.firstChild, into: copy });
  }
}
