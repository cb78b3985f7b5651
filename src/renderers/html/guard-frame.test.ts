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
  return { inside, told, goesOn };
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

  it.each([
    ['an inert link', '<a data-href="https://evil.test/">x</a>'],
    ['a raw link', '<a href="https://evil.test/" target="_top">x</a>'],
    ['a part of a picture', '<map><area href="https://evil.test/"></map>'],
  ])('hands %s to the reader instead of following it', (_title, markup) => {
    const { told, goesOn } = guarded(markup);
    expect(goesOn('click', 'a, area')).toBe(false);
    expect(told).toEqual([{ kind: 'link', href: 'https://evil.test/' }]);
  });

  it.each(['reports/2.html', 'javascript:alert(1)', 'https://bank.test@evil.test/'])(
    'tells nothing of a link to %s, which nobody may open',
    (href) => {
      const { told, goesOn } = guarded(`<a href="${href}">x</a>`);
      expect(goesOn('click', 'a')).toBe(false);
      expect(told).toEqual([]);
    },
  );

  it('follows a link for Enter as for a click', () => {
    const { inside, told } = guarded('<a href="https://evil.test/">x</a>');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    expect(inside.querySelector('a')?.dispatchEvent(enter)).toBe(false);
    expect(told).toEqual([{ kind: 'link', href: 'https://evil.test/' }]);
  });
});
