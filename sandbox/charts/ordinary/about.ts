import { generateCcd } from '../../ccd/generate-ccd.ts';
import type { Chart } from '../chart.ts';
import { nancy } from './people.ts';
import { record } from './record.ts';
import { encounters } from './visits.ts';

/** The chart without its documents: what stored summaries are made of. */
export const about: Chart = {
  id: 'ordinary',
  title: 'Nancy Smart, 46: ten years of ordinary care',
  patient: nancy,
  encounters,
  documents: [],
  record,
};

/** A CCD as it was made at a time, of all up to then or of a range. */
export function storedCcd(made: string, start?: string): () => string {
  const now = Date.parse(made);
  return () =>
    generateCcd(about, {
      ...(start === undefined ? {} : { start: Date.parse(start) }),
      end: now,
      now,
    });
}
