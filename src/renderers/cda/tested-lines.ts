/** For tests: entries from XML, through the parser, to the lines that a reader sees. */
import type { CdaSection } from '../../cda/cda-document.ts';
import { createCdaParser } from '../../cda/parse-cda.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { factsTable } from './facts-table.ts';

/** A section without narrative, as the parser reads it. */
export function sectionOf(entries: string, loinc = ''): CdaSection {
  const code = loinc === '' ? '' : `<code code="${loinc}"/>`;
  const source = `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="urn:x" xmlns:sdtc="urn:hl7-org:sdtc"><component><structuredBody><component><section>${code}${entries}</section></component></structuredBody></component></ClinicalDocument>`;
  const sections: CdaSection[] = [];
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'section') sections.push(event.section);
  });
  parser.write(new TextEncoder().encode(source));
  parser.end();
  const [section] = sections;
  if (section === undefined) throw new Error('no section was read');
  return section;
}

/** Its lines: the heading of each cell that says something, and its words. */
export function linesOf(section: CdaSection): readonly string[] {
  const [heads, ...rows] = factsTable(section).groups.flatMap(({ rows: all }) =>
    all.map(({ cells }) => cells.map(({ children }) => narrativeText(children))),
  );
  return rows.map((cells) =>
    cells
      .flatMap((words, at) => (words === '' ? [] : [`${heads?.[at]}: ${words}`]))
      .join(' | ')
      .replaceAll('\n', ' / '),
  );
}

/** A row of a table of tests: the section's LOINC code, its entries, the lines. */
export interface TestedLines {
  readonly title: string;
  readonly loinc?: string;
  readonly input: string;
  readonly expected: readonly string[];
}

export const observation = (inner: string, attributes = ''): string =>
  `<entry><observation ${attributes}>${inner}</observation></entry>`;

/** Aspirin, with more said of it. */
export const medication = (inner: string, attributes = 'moodCode="EVN"'): string =>
  `<entry><substanceAdministration ${attributes}>${inner}<consumable><manufacturedProduct><manufacturedMaterial><code displayName="Aspirin"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>`;
