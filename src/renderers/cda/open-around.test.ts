// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { openAround } from './open-around.ts';

const page = (html: string): HTMLElement => {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root;
};

const openIn = (root: HTMLElement): readonly string[] =>
  Array.from(root.querySelectorAll('details[open]'), ({ id }) => id);

describe('What is gone to is seen', () => {
  it.each([
    { title: 'all that is folded around it opens', html: '<details id="outer"><details id="inner"><b></b></details></details><details id="other"></details>', open: ['outer', 'inner'] },
    { title: 'what lies over it closes', html: '<details id="panel" data-over="" open></details><b></b>', open: [] },
    { title: 'what lies over it opens where it is inside', html: '<details id="panel" data-over=""><p><b></b></p></details>', open: ['panel'] },
    { title: 'what lies over it stays open where it is inside', html: '<details id="panel" data-over="" open><b></b></details>', open: ['panel'] },
    { title: 'what is unfolded elsewhere stays', html: '<details id="empty" open></details><b></b>', open: ['empty'] },
  ])('$title', ({ html, open }) => {
    const root = page(html);
    const wanted = root.querySelector('b');
    if (wanted !== null) openAround(root, wanted);
    expect(openIn(root)).toEqual(open);
  }); // prettier-ignore
});
