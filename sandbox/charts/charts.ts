import type { Chart } from './chart.ts';

/** A chart on offer; its documents are described when it is loaded, their bodies made when asked for. */
export interface ChartEntry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  load(): Promise<Chart>;
}

export const charts: readonly ChartEntry[] = [
  {
    id: 'ordinary',
    title: 'Nancy Smart, 46',
    description: 'Ten years of ordinary care: about sixty documents of every common format.',
    load: async () => (await import('./ordinary/ordinary.ts')).ordinary,
  },
  {
    id: 'crowded',
    title: 'Walter Thorne, 77',
    description: 'More than five thousand documents over twenty-five years.',
    load: async () => (await import('./crowded.ts')).makeCrowded(),
  },
  {
    id: 'empty',
    title: 'Robin Vale, 29',
    description: 'Registered this morning: nothing has been filed.',
    load: async () => (await import('./empty.ts')).empty,
  },
  {
    id: 'odd',
    title: 'Zoë Quirke, 54',
    description: 'Everything that servers get wrong, once each.',
    load: async () => (await import('./odd.ts')).odd,
  },
  {
    id: 'twin-a',
    title: 'Marion Castellan, 38',
    description: 'Twin of Miriam; one document filed here is about her sister.',
    load: async () => (await import('./twins.ts')).twinA,
  },
  {
    id: 'twin-b',
    title: 'Miriam Castellan, 38',
    description: 'Twin of Marion: same family name, birth date and address.',
    load: async () => (await import('./twins.ts')).twinB,
  },
  {
    id: 'child-tim',
    title: 'Tim Grant, 11',
    description: 'A child; his mother Mary Grant is his proxy.',
    load: async () => (await import('./children.ts')).childTim,
  },
  {
    id: 'child-ada',
    title: 'Ada Grant, 7',
    description: 'Tim’s sister, with the same proxy.',
    load: async () => (await import('./children.ts')).childAda,
  },
];
