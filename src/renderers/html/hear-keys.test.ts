// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RendererEvent } from '../renderer.ts';
import { hearKeys } from './hear-keys.ts';

const deaf: RendererEvent = {
  kind: 'notice',
  id: 'html.deaf',
  sentence: { key: 'renderers.html.deaf' },
};

let leaving = new AbortController();

beforeEach(() => {
  leaving = new AbortController();
  vi.useFakeTimers();
});
afterEach(() => {
  leaving.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A frame in the page whose keys are heard; `other` is something else that can have the focus. */
function listening() {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p>Words</p>';
  frame.tabIndex = 0;
  const other = document.createElement('button');
  document.body.append(frame, other);
  const inside = frame.contentDocument;
  if (!inside?.defaultView) throw new Error('The frame has no document.');
  // A window of happy-dom does not know its frame.
  Object.defineProperty(inside.defaultView, 'frameElement', { value: frame });
  const told: RendererEvent[] = [];
  hearKeys(inside, (event) => void told.push(event), leaving.signal);
  /** What the page sees of a click into the frame: its window has the focus no more, the frame is what is focused. */
  const enter = (): void => {
    frame.focus();
    window.dispatchEvent(new Event('blur'));
  };
  return { frame, other, inside, told, enter };
}

describe('A key inside the frame', () => {
  const press = (inside: Document): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', {
      key: 'f',
      code: 'KeyF',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
    inside.body.dispatchEvent(event);
    return event;
  };

  it('comes to the page as if it were pressed on the frame', () => {
    const { frame, inside } = listening();
    const heard: unknown[] = [];
    const hear = (event: KeyboardEvent): void =>
      void heard.push([event.target, event.key, event.code, event.ctrlKey, event.altKey]);
    document.addEventListener('keydown', hear, { signal: leaving.signal });
    expect(press(inside).defaultPrevented).toBe(false);
    expect(heard).toEqual([[frame, 'f', 'KeyF', true, false]]);
  });

  it('is not left to the browser once a shortcut took it', () => {
    const { inside } = listening();
    document.addEventListener('keydown', (event) => event.preventDefault(), {
      signal: leaving.signal,
    });
    expect(press(inside).defaultPrevented).toBe(true);
  });
});

describe('The silence of a frame whose browser delivers nothing of it', () => {
  it('is told of once somebody has been in it for two seconds', () => {
    const { told, enter } = listening();
    enter();
    vi.advanceTimersByTime(1_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([deaf]);
  });

  it.each(['keydown', 'keyup', 'focusin', 'pointerdown', 'wheel', 'scroll'])(
    'is none where a %s was heard',
    (sign) => {
      const { inside, told, enter } = listening();
      enter();
      inside.body.dispatchEvent(new Event(sign, { bubbles: true }));
      vi.advanceTimersByTime(10_000);
      expect(told).toEqual([]);
    },
  );

  it.each([
    {
      title: 'the page lost its focus to another window',
      act: ({ other }: ReturnType<typeof listening>) => {
        other.focus();
        window.dispatchEvent(new Event('blur'));
      },
    },
    {
      title: 'the frame was left before the time was over',
      act: ({ other, enter }: ReturnType<typeof listening>) => {
        enter();
        vi.advanceTimersByTime(1_000);
        other.focus();
      },
    },
    {
      title: 'the report was closed before the time was over',
      act: ({ enter }: ReturnType<typeof listening>) => {
        enter();
        leaving.abort();
      },
    },
  ])('is not told of when $title', ({ act }) => {
    const scene = listening();
    act(scene);
    vi.advanceTimersByTime(10_000);
    expect(scene.told).toEqual([]);
  });
});
