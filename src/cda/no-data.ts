/**
 * The spellings by which authors, and the systems they write in, say that a section holds nothing. "None",
 * "Unknown", "Not applicable", "Denies" and "No known allergies" are what somebody found out, and never count.
 */
import type { Narrative, NarrativeTable } from './narrative.ts';
import { narrativeText } from './section-text.ts';

const THING = '(?:data|information|info|records?|results?|entries|content|documentation)';
const STATE =
  '(?:available|found|recorded|entered|provided|present|on file|documented|to display|to show)';
const WHERE =
  '(?: (?:for|in|on) (?:this |the )?(?:section|document|patient|encounter|visit|time period|period|chart|record)(?: of the (?:document|record|chart))?| at this time| to date)*';

const NO_DATA = [
  `(?:there (?:is|are|was|were) )?(?:currently )?no (?:relevant |clinical |available |recorded |documented )?${THING}(?: is| are| was| were| has been| have been)?(?: currently| yet)?(?: ${STATE}| exists?)?${WHERE}`,
  `(?:${THING} )?(?:is |are )?not (?:currently |yet )?${STATE}${WHERE}`,
  `not on file documented${WHERE}`,
  `(?:none|nothing) (?:is )?(?:available|recorded|entered|provided|on file|documented|to display|to show)${WHERE}`,
  `(?:this )?section (?:is )?(?:not (?:present|available)|empty)`,
  `this section (?:contains|has|holds) no ${THING}`,
  'null',
].map((pattern) => new RegExp(`^(?:${pattern})$`));

const LONGEST = 120;

/** Whether one statement, white space collapsed, is such a sentence as a whole. */
export function saysNoData(words: string): boolean {
  if (words.length > LONGEST) return false;
  const sentence = words
    .toLowerCase()
    .replace(/^[\s*([-]+|[\s.!*)\]-]+$/g, '')
    .replace(/\s+/g, ' ');
  return NO_DATA.some((pattern) => pattern.test(sentence));
}

/**
 * Whether narrative says nothing but that, once or again and again. The heads of a table say what would have
 * stood in it.
 */
export function holdsNoData(narrative: readonly Narrative[]): boolean {
  const said = narrativeText(narrative.map(withoutHeads));
  // Authors break their lines anywhere.
  if (saysNoData(said.replace(/\s+/g, ' ').trim())) return true;
  const statements = said.split(/[\n\t]/).filter((line) => line.trim() !== '');
  return statements.length > 0 && statements.every((line) => saysNoData(line));
}

function withoutHeads(node: Narrative): Narrative {
  return node.kind === 'table' ? headless(node) : node;
}

const headless = (table: NarrativeTable): NarrativeTable => ({
  ...table,
  groups: table.groups.flatMap((group) =>
    group.kind === 'head'
      ? []
      : [
          {
            ...group,
            rows: group.rows.filter(({ cells }) => !cells.every(({ header }) => header)),
          },
        ],
  ),
});

/** Whether a section's title is itself the statement: "No known allergies", with nothing below. */
export const titleStates = (title: string): boolean =>
  /^(?:no|none|nil|denies|negative|nkda|nka)\b/i.test(title.trim()) && !saysNoData(title);
