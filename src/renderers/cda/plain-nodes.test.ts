// @vitest-environment happy-dom
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { describe, expect, it } from 'vitest';
import { plainNodes, putNodes } from './plain-nodes.ts';

const markupOf = (nodes: readonly Node[] | undefined): string | undefined => {
  if (nodes === undefined) return undefined;
  const element = document.createElement('tbody');
  element.append(...nodes);
  return element.innerHTML;
};

/** What React makes of the same. */
const reactMarkup = (node: ReactNode): string => {
  const element = document.createElement('tbody');
  flushSync(() => createRoot(element).render(node));
  return element.innerHTML;
};

const row = (...cells: readonly ReactNode[]) =>
  createElement(
    'tr',
    { key: String(cells[0]), role: 'row' },
    cells.map((cell, key) => createElement('td', { key }, cell)),
  );

const rowWith = (cell: ReactElement) => createElement('tr', null, cell);

describe('Nodes made without React are those that React makes', () => {
  it.each<{ readonly title: string; readonly node: ReactNode }>([
    { title: 'text', node: row('as & before <') },
    { title: 'nothing', node: [null, undefined, false, true, ''] },
    { title: 'numbers', node: row(7) },
    { title: 'rows of cells', node: [row('a', 'b'), row('c', 'd')] },
    {
      title: 'places to part a word',
      node: row(createElement(Fragment, null, 'one/', createElement('wbr'), 'two')),
    },
    {
      title: 'attributes',
      node: rowWith(
        createElement('td', {
          id: 'x',
          className: 'cda-bold cda-align-right',
          colSpan: 2,
          rowSpan: 3,
          lang: 'es',
          headers: 'a b',
          hidden: true,
          'data-folded': '',
        }),
      ),
    },
    {
      title: 'attributes that are not there',
      node: rowWith(createElement('td', { hidden: false })),
    },
    {
      title: 'the scope of a head',
      node: rowWith(createElement('th', { scope: 'row', abbr: 'Temp' })),
    },
    { title: 'widths', node: rowWith(createElement('td', { style: { width: '12em' } })) },
  ])('$title', ({ node }) => {
    expect(markupOf(plainNodes(node))).toBe(reactMarkup(node));
  });

  it.each<{ readonly title: string; readonly node: ReactNode }>([
    {
      title: 'a component',
      node: row(
        'a',
        createElement(() => 'b'),
      ),
    },
    { title: 'what can be pressed', node: row(createElement('a', { onClick: () => undefined })) },
  ])('and leave $title to React', ({ node }) => {
    expect(plainNodes(node)).toBeUndefined();
  });
});

describe('Rows that change', () => {
  const hidden = (text: string) => createElement('tr', { key: text, hidden: true }, text);
  const wide = (width: string) =>
    createElement('tr', { style: { width }, className: width }, createElement('td', null, 'x'));

  it.each<{ readonly title: string; readonly before: ReactNode; readonly after: ReactNode }>([
    { title: 'come', before: null, after: [row('a'), row('b')] },
    { title: 'go', before: [row('a'), row('b')], after: [row('a')] },
    { title: 'fold', before: createElement('tr', null, 'a'), after: hidden('a') },
    { title: 'unfold', before: hidden('a'), after: createElement('tr', null, 'a') },
    { title: 'get other widths', before: wide('1em'), after: wide('2em') },
    { title: 'get other words', before: row('a', 'b'), after: row('c', 'd', 'e') },
    {
      title: 'get heads for cells',
      before: createElement('tr', null, createElement('td', null, 'a')),
      after: createElement('tr', null, createElement('th', null, 'a')),
    },
  ])('$title, and are then what they should be', ({ before, after }) => {
    const block = document.createElement('tbody');
    putNodes(block, plainNodes(before) ?? []);
    putNodes(block, plainNodes(after) ?? []);
    expect(block.innerHTML).toBe(markupOf(plainNodes(after)));
  });

  it('keep their text where it stays: what was found in it stays found', () => {
    const block = document.createElement('tbody');
    putNodes(block, plainNodes(hidden('a')) ?? []);
    const text = block.querySelector('tr')?.firstChild;
    putNodes(block, plainNodes(createElement('tr', null, 'a')) ?? []);
    expect(block.querySelector('tr')?.firstChild).toBe(text);
  });
});
