// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FindResult } from '../renderer.ts';
import { createCdaFind } from './cda-find.ts';
import { createSteadyScroll } from './scroll-steadily.ts';

function pageOf(build: (root: HTMLElement) => void) {
  const root = document.createElement('div');
  build(root);
  document.body.append(root);
  const revealed: string[] = [];
  const find = createCdaFind({
    root: () => root,
    reveal: (element) => void revealed.push(element.tagName.toLowerCase()),
    steadyScroll: createSteadyScroll(() => root),
  });
  return { root, revealed, find };
}

const add = (parent: HTMLElement, tag: string, text = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
};

async function search(find: ReturnType<typeof createCdaFind>, query: string): Promise<FindResult> {
  let last: FindResult = { current: 0, total: 0, complete: false };
  find.search(query, (result) => {
    last = result;
  });
  await vi.waitFor(() => expect(last.complete).toBe(true), { timeout: 10_000 });
  return last;
}

const cells = (root: HTMLElement): void => {
  add(root, 'h3', 'Allergies');
  const row = add(add(add(root, 'table'), 'tbody'), 'tr');
  add(row, 'td', 'Penicillin');
  add(row, 'td', 'Hives');
  const lines = add(root, 'p', 'one');
  lines.append(document.createElement('br'), 'two');
  const bold = add(root, 'p', 'un');
  bold.append(Object.assign(document.createElement('b'), { textContent: 'break' }), 'able');
};

describe('Find in a clinical document', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    { title: 'words in any case', query: 'pENICILLIN', total: 1 },
    { title: 'titles', query: 'allergies', total: 1 },
    { title: 'words over cells, apart', query: 'penicillin hives', total: 1 },
    { title: 'nothing across cells where no space is asked for', query: 'nHi', total: 0 },
    { title: 'nothing across a line break without a space', query: 'onetwo', total: 0 },
    { title: 'words over a line break', query: 'one  two', total: 1 },
    { title: 'words cut by markup', query: 'unbreakable', total: 1 },
    { title: 'signs as they are', query: '.*', total: 0 },
    { title: 'nothing for blanks', query: '  ', total: 0 },
  ])('finds $title', async ({ query, total }) => {
    const { find } = pageOf(cells);
    expect((await search(find, query)).total).toBe(total);
  });

  it('leaves out what is no part of the document', async () => {
    const { find } = pageOf((root) => {
      add(root, 'nav', 'Problems');
      add(root, 'div', 'Problems').dataset['tools'] = '';
      add(root, 'p', 'Problems');
    });
    expect((await search(find, 'problems')).total).toBe(1);
  });

  it('comes last to what lies over the words', async () => {
    const { find, revealed } = pageOf((root) => {
      const panel = add(root, 'details');
      panel.dataset['over'] = '';
      add(panel, 'summary', 'About: Pain');
      add(add(panel, 'dl'), 'dd', 'Pain clinic');
      add(root, 'p', 'Pain');
    });
    expect(await search(find, 'pain')).toMatchObject({ current: 1, total: 3 });
    find.next();
    find.next();
    expect(revealed).toEqual(['summary', 'p', 'dd']);
  });

  it('goes round in both directions and reveals each match', async () => {
    const { find, revealed } = pageOf((root) => {
      add(root, 'p', 'pain');
      add(root, 'h3', 'Pain');
    });
    const results: FindResult[] = [];
    find.search('pain', (result) => void results.push(result));
    await vi.waitFor(() => expect(results.at(-1)?.complete).toBe(true));
    find.next();
    expect(results.at(-1)).toMatchObject({ current: 2, total: 2 });
    find.next();
    find.previous();
    expect(results.at(-1)).toMatchObject({ current: 2, total: 2 });
    expect(revealed).toEqual(['p', 'h3', 'p', 'h3']);
  });

  it('finds what came after the search once it is told', async () => {
    const { find, root } = pageOf((page) => void add(page, 'p', 'pain'));
    const results: FindResult[] = [];
    find.search('pain', (result) => void results.push(result));
    add(root, 'p', 'more pain');
    find.refresh();
    await vi.waitFor(() => expect(results.at(-1)).toMatchObject({ total: 2, complete: true }));
  });

  it('finds every match of a long document', async () => {
    const { find } = pageOf((root) => {
      for (let line = 0; line < 6000; line += 1) add(root, 'p', `line ${line} of a long report`);
    });
    expect((await search(find, 'long report')).total).toBe(6000);
  });
});
