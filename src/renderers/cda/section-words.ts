import type { CdaSection } from '../../cda/cda-document.ts';
import { narrativeText, sectionTextWith } from '../../cda/section-text.ts';
import { factsTable } from './facts-table.ts';
import { participationLines } from './participation-lines.ts';

/** The words that a section shows, nested ones included: those of its author, and those told from its entries. */
export const sectionWords = (section: CdaSection): string => sectionTextWith(section, addedWords);

function addedWords(section: CdaSection): string {
  const table = section.facts.length === 0 ? '' : narrativeText([factsTable(section)]);
  return [...participationLines(section), table].join('\n');
}
