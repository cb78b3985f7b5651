// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { layOutNear, type Span } from './lay-out-near.ts';

interface Part {
  readonly name: string;
  /** In pixels of the window. */
  readonly span: Span;
  readonly hidden?: boolean;
}

interface Section extends Part {
  readonly pieces?: readonly Part[];
  /** Where the region stands that these rows scroll in. */
  readonly region?: Span;
  readonly rows?: readonly Part[];
}

const span = (top: number, height: number): Span => ({ top, bottom: top + height });
const section = (
  name: string,
  top: number,
  more: Omit<Section, 'name' | 'span'> = {},
): Section => ({
  name,
  span: span(top, 100),
  ...more,
});
const part = (name: string, top: number, hidden = false): Part => ({
  name,
  span: span(top, 100),
  hidden,
});

/** The names of what is laid out, in turn: each has an element inside, which is asked where it is. */
function laidOut(sections: readonly Section[], place: Span | string, reach: number): string[] {
  const spans = new Map<Element, Span>();
  const asked: string[] = [];
  const names = new Map<Element, string>();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: Element,
  ): DOMRect {
    const name = names.get(this);
    if (name !== undefined) asked.push(name);
    const { top, bottom } = spans.get(this) ?? { top: 0, bottom: 0 };
    return new DOMRect(0, top, 100, bottom - top);
  });
  const add = (
    parent: Element,
    tag: string,
    { name, span: its, hidden = false }: Part,
  ): Element => {
    const element = document.createElement(tag);
    element.toggleAttribute('hidden', hidden);
    element.id = name;
    spans.set(element, its);
    parent.append(element);
    const inside = document.createElement('i');
    names.set(inside, name);
    element.append(inside);
    return element;
  };
  const root = document.createElement('div');
  const all = document.createElement('div');
  all.className = 'cda-sections';
  root.append(all);
  document.body.append(root);
  for (const each of sections) {
    const shown = add(all, 'section', each);
    shown.className = 'cda-section';
    for (const piece of each.pieces ?? []) add(shown, 'span', piece).className = 'cda-piece';
    if (each.region === undefined) continue;
    const region = document.createElement('div');
    region.className = 'cda-table-scroll-long';
    spans.set(region, each.region);
    const table = document.createElement('table');
    table.className = 'cda-table-long';
    region.append(table);
    shown.append(region);
    for (const rows of each.rows ?? []) add(table, 'tbody', rows);
  }
  const target = typeof place === 'string' ? document.getElementById(place) : place;
  if (target === null) throw new Error('No such place.');
  for (const _ of layOutNear(root, target, reach));
  return asked;
}

describe('What is laid out before it comes into sight', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });

  const window = span(0, 500);
  it.each<{
    title: string;
    sections: readonly Section[];
    place: Span | string;
    reach: number;
    expected: readonly string[];
  }>([
    {
      title: 'nearest sections first, above and below',
      sections: [
        section('above', -300),
        section('seen', 0),
        section('next', 550),
        section('then', 900),
      ],
      place: window,
      reach: 1000,
      expected: ['seen', 'next', 'above', 'then'],
    },
    {
      title: 'nothing beyond reach',
      sections: [section('seen', 0), section('far', 1501), section('above', -1200)],
      place: window,
      reach: 1000,
      expected: ['seen'],
    },
    {
      title: 'the pieces of a section behind it, nearest first',
      sections: [
        {
          ...section('long', -2000),
          span: span(-2000, 5000),
          pieces: [part('p1', -900), part('p2', 100), part('p3', 600), part('p4', 2000)],
        },
        section('next', 550),
      ],
      place: window,
      reach: 1000,
      expected: ['long', 'p2', 'p3', 'p1', 'next'],
    },
    {
      title: 'of rows that scroll by themselves those no farther than their region is high',
      sections: [
        section('table', 100, {
          region: span(100, 300),
          rows: [part('r1', 100), part('r2', 600), part('r3', 701)],
        }),
      ],
      place: window,
      reach: 1000,
      expected: ['table', 'r1', 'r2'],
    },
    {
      title: 'rows of a region that is itself away',
      sections: [
        section('table', 1300, {
          region: span(1300, 300),
          rows: [part('r1', 1300), part('r2', 1810)],
        }),
      ],
      place: window,
      reach: 1000,
      expected: ['table', 'r1'],
    },
    {
      title: 'around a row that is to be scrolled to within its region',
      sections: [
        section('before', -150),
        section('table', 0, {
          region: span(0, 300),
          rows: [
            part('r1', 0),
            part('r2', 4850),
            part('r3', 5000),
            part('r4', 5200),
            part('r5', 8000),
          ],
        }),
      ],
      place: 'r3',
      reach: 400,
      expected: ['table', 'r3', 'r2', 'r4', 'before'],
    },
    {
      title: 'around a section that is to be jumped to',
      sections: [
        section('first', 0),
        section('before', 8700),
        section('wanted', 9000),
        section('after', 9100),
      ],
      place: 'wanted',
      reach: 400,
      expected: ['wanted', 'after', 'before'],
    },
    {
      title: 'sections that are not shown as well, of their pieces only the first',
      sections: [
        section('seen', 0),
        {
          ...section('away', 100, {
            hidden: true,
            pieces: [part('p1', 100), part('p2', 600), part('p3', 900)],
          }),
          span: span(100, 0),
        },
      ],
      place: window,
      reach: 1000,
      expected: ['seen', 'away', 'p1', 'p2'],
    },
    {
      title: 'no folded rows',
      sections: [
        section('table', 0, { region: span(0, 300), rows: [part('r1', 0, true), part('r2', 0)] }),
      ],
      place: window,
      reach: 1000,
      expected: ['table', 'r2'],
    },
  ])('are $title', ({ sections, place, reach, expected }) => {
    expect(laidOut(sections, place, reach)).toEqual(expected);
  });

  it('are the tables of one section behind its first, each by itself', () => {
    const root = document.createElement('div');
    const narrative = document.createElement('div');
    narrative.className = 'cda-narrative';
    for (const name of ['first', 'second', 'third']) {
      const region = document.createElement('div');
      region.className = 'cda-table-scroll';
      region.append(Object.assign(document.createElement('table'), { id: name }));
      narrative.append(region);
    }
    const around = Object.assign(document.createElement('section'), { className: 'cda-section' });
    const all = Object.assign(document.createElement('div'), { className: 'cda-sections' });
    around.append(narrative);
    all.append(around);
    root.append(all);
    document.body.append(root);
    const asked: string[] = [];
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      if (this.localName === 'table') asked.push(this.id);
      return new DOMRect(0, 0, 100, 100);
    });
    for (const _ of layOutNear(root, window, 100));
    expect(asked).toEqual(['second', 'third']);
  });

  it('asks for the words of a piece that holds no element, with one range for all', () => {
    const created = vi.spyOn(document, 'createRange');
    const words = vi.spyOn(Range.prototype, 'selectNodeContents');
    const root = document.createElement('div');
    root.innerHTML =
      '<div class="cda-sections"><section class="cda-section"><h3></h3><span class="cda-piece">one</span><span class="cda-piece">two</span></section></div>';
    document.body.append(root);
    for (let turn = 0; turn < 2; turn += 1) for (const _ of layOutNear(root, window, 100));
    expect(words.mock.calls.map(([node]) => node.textContent)).toEqual([
      'one',
      'two',
      'one',
      'two',
    ]);
    expect(created.mock.calls.length).toBeLessThanOrEqual(1);
  });
});
