// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPutting } from './put-in-slices.ts';

const blocks = (count: number): readonly HTMLElement[] =>
  Array.from({ length: count }, () => document.createElement('tbody'));

const rowOf = (text: string): readonly Node[] => {
  const row = document.createElement('tr');
  row.append(text);
  return [row];
};

const textOf = (parents: readonly Node[]): string =>
  parents.map(({ textContent }) => textContent).join(' ');

describe('Nodes put on the page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    // Where each takes five milliseconds.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('are there at once as far as there is time, the others soon and in their order', () => {
    const putting = createPutting();
    const parents = blocks(5);
    for (const [index, parent] of parents.entries()) putting.put(parent, rowOf(`${index}`));
    expect(textOf(parents)).toBe('0 1   ');
    vi.advanceTimersToNextTimer();
    expect(textOf(parents)).toBe('0 1 2 3 ');
    vi.runAllTimers();
    expect(textOf(parents)).toBe('0 1 2 3 4');
  });

  it('have time again in the next task', async () => {
    const putting = createPutting();
    const [first, second] = [blocks(2), blocks(2)];
    for (const parent of first) putting.put(parent, rowOf('a'));
    await Promise.resolve();
    for (const parent of second) putting.put(parent, rowOf('b'));
    expect(textOf([...first, ...second])).toBe('a a b b');
  });

  it('are the last that were asked for', () => {
    const putting = createPutting();
    const parents = blocks(4);
    for (const parent of parents) putting.put(parent, rowOf('old'));
    for (const parent of parents) putting.put(parent, rowOf('new'));
    vi.runAllTimers();
    expect(textOf(parents)).toBe('new new new new');
  });

  it('stay away where nobody wants them any more', () => {
    const putting = createPutting();
    const parents = blocks(4);
    for (const parent of parents) putting.put(parent, rowOf('a'));
    for (const parent of parents) putting.forget(parent);
    vi.runAllTimers();
    expect(textOf(parents)).toBe('a a  ');
  });

  it('are all in place when that is told', () => {
    const putting = createPutting();
    const parents = blocks(6);
    const told: string[] = [];
    for (const parent of parents) putting.put(parent, rowOf('a'));
    putting.whenPut(() => told.push(textOf(parents)));
    vi.runAllTimers();
    expect(told).toEqual(['a a a a a a']);
  });

  it('are waited for behind the work of the moment where there are none, and by nobody who left', async () => {
    const putting = createPutting();
    const told: string[] = [];
    putting.whenPut(() => told.push('stays'));
    putting.whenPut(() => told.push('left'))();
    expect(told).toEqual([]);
    await Promise.resolve();
    expect(told).toEqual(['stays']);
  });
});
