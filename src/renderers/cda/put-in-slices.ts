/**
 * Puts nodes on the page a few milliseconds at a time. React puts all it has rendered in one task; a section of
 * ten thousand cells takes longer than one may.
 */
import { putNodes } from './plain-nodes.ts';

export interface Putting {
  /** Makes `parent` hold the nodes: now where this task has time for it, else in a later one. */
  put(parent: Node, nodes: readonly Node[]): void;
  /** What was still to be put in `parent` is not. */
  forget(parent: Node): void;
  /** Calls once everything is in place: behind this task's work where it is already. Answers how not to be called. */
  whenPut(listener: () => void): () => void;
}

const SLICE_MILLISECONDS = 10;

export function createPutting(): Putting {
  const waiting = new Map<Node, readonly Node[]>();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the task that puts now has done enough. */
  let until: number | undefined;

  function hasTime(): boolean {
    if (until === undefined) {
      until = performance.now() + SLICE_MILLISECONDS;
      queueMicrotask(() => {
        until = undefined;
      });
      return true;
    }
    return performance.now() < until;
  }

  const soon = (): void => {
    timer ??= setTimeout(slice, 0);
  };

  function slice(): void {
    timer = undefined;
    until = undefined;
    for (const [parent, nodes] of waiting) {
      if (!hasTime()) break;
      waiting.delete(parent);
      putNodes(parent, nodes);
    }
    if (waiting.size > 0) {
      soon();
      return;
    }
    tell();
  }

  function tell(): void {
    const called = [...listeners];
    listeners.clear();
    for (const listener of called) listener();
  }

  return {
    put(parent, nodes) {
      if (waiting.size === 0 && hasTime()) {
        putNodes(parent, nodes);
        return;
      }
      waiting.set(parent, nodes);
      soon();
    },
    forget: (parent) => void waiting.delete(parent),
    whenPut(listener) {
      listeners.add(listener);
      queueMicrotask(() => {
        if (waiting.size > 0) soon();
        else tell();
      });
      return () => void listeners.delete(listener);
    },
  };
}
