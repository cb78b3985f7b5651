// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { RendererEvent } from '../renderer.ts';
import { guardFrame } from './guard-frame.ts';

function guarded(markup: string) {
  const inside = new DOMParser().parseFromString(markup, 'text/html');
  const told: RendererEvent[] = [];
  const leaving = new AbortController();
  guardFrame(inside, (event) => void told.push(event), leaving.signal);
  /** Whether the browser would still do what it does by itself. */
  const goesOn = (type: string, selector: string): boolean =>
    inside
      .querySelector(selector)
      ?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })) ?? true;
  return { told, goesOn };
}

describe('the cage of a report', () => {
  it.each(['click', 'auxclick', 'submit', 'dragstart', 'dragover', 'drop'])(
    'prevents what a %s would start',
    (type) => {
      const { goesOn } = guarded('<p><a data-href="https://evil.test/"><b>x</b></a></p>');
      expect(goesOn(type, 'b')).toBe(false);
    },
  );

  it('lets a summary open its details, but no link in it', () => {
    const { goesOn } = guarded('<details><summary><i>s</i><a href="#x">x</a></summary></details>');
    expect(goesOn('click', 'i')).toBe(true);
    expect(goesOn('click', 'a')).toBe(false);
  });

  it('tells where a link leads instead of following it', () => {
    const { told, goesOn } = guarded('<a data-href="https://evil.test/">x</a>');
    goesOn('click', 'a');
    expect(told).toMatchObject([{ sentence: { values: { target: 'https://evil.test/' } } }]);
  });
});
