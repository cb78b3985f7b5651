import type { CdaReading } from './cda-reading.ts';
import { sectionWords } from './section-words.ts';

/** The document's words: its title, then every section in the author's order. */
export function documentText(reading: CdaReading): string {
  const body = reading.bodies.flatMap((one) => (one.representation === 'TXT' ? [one.text] : []));
  return [reading.header?.title ?? '', ...reading.sections.map(sectionWords), ...body]
    .join('\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
