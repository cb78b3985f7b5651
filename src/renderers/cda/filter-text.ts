/** What the filter looks through: the words of each section, folded; made once, in slices where it is much. */
import type { CdaSection } from '../../cda/cda-document.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { factsTable } from './facts-table.ts';
import { participationLines } from './participation-lines.ts';

const texts = new WeakMap<CdaSection, string>();

/** Case and white space do not count. */
export const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

export const isFilterTextKnown = (section: CdaSection): boolean => texts.has(section);

export function filterText(section: CdaSection): string {
  const steps = stepsOf(section);
  while (steps.next().done !== true);
  return texts.get(section) ?? '';
}

/** Rows of one step. */
const STEP = 25;

/** Each step of the iteration is short; at the end the texts of all sections are known. */
export function* filterTextSteps(sections: readonly CdaSection[]): Generator<undefined, void> {
  for (const section of sections) yield* stepsOf(section);
}

function* stepsOf(section: CdaSection): Generator<undefined, void> {
  if (texts.has(section)) return;
  let text = '';
  for (const part of partsOf(section)) {
    text += part;
    yield undefined;
  }
  texts.set(section, folded(text));
}

function* partsOf(section: CdaSection): Generator<string, void> {
  yield `${section.titleText ?? ''}\n`;
  if (section.title !== undefined) yield `${narrativeText(section.title)}\n`;
  // Words that markup cuts are one word: nothing stands between these parts.
  for (const node of section.narrative ?? []) yield narrativeText([node]);
  yield ['', ...participationLines(section), ''].join('\n');
  if (section.facts.length > 0) {
    const table = factsTable(section);
    for (const group of table.groups) {
      for (let at = 0; at < group.rows.length; at += STEP) {
        const rows = group.rows.slice(at, at + STEP);
        yield narrativeText([{ ...table, groups: [{ ...group, rows }] }]);
      }
    }
  }
  for (const nested of section.sections) yield* partsOf(nested);
}
