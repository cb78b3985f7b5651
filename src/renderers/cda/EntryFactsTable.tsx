import { useMemo, type ReactNode } from 'react';
import type {
  CdaSection,
  EntryFact,
  Narrative,
  NarrativeCell,
  NarrativeTable,
} from '../../cda/cda-document.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { withBreaks } from './break-text.ts';
import { detailsBeside, factLayout, type FactColumn, type FactLayout } from './fact-columns.ts';
import { periodWords } from './hl7-time.ts';
import { NarrativeTableView } from './NarrativeTableView.tsx';
import { codeWords } from './null-words.ts';

interface EntryFactsTableProps {
  readonly section: CdaSection;
  readonly title: string;
}

/** What the coded entries say, for a section whose author wrote no text. */
export function EntryFactsTable({ section, title }: EntryFactsTableProps) {
  const table = useMemo(() => factsTable(section), [section]);
  return (
    <NarrativeTableView
      table={table}
      within={t('cda.facts.caption', { title })}
      renderNodes={textOf}
    />
  );
}

const textOf = (nodes: readonly Narrative[]): ReactNode =>
  nodes.map((node) => (node.kind === 'text' ? withBreaks(node.text) : ''));

/** The facts as a table like the ones that authors write. */
export function factsTable(section: Pick<CdaSection, 'code' | 'facts'>): NarrativeTable {
  const layout = factLayout(section);
  const heads = layout.columns.map((column) =>
    cell(() => t(column === 'what' ? layout.what : COLUMN_KEYS[column]), true),
  );
  return {
    kind: 'table',
    groups: [
      { kind: 'head', rows: [{ cells: heads }] },
      {
        kind: 'body',
        rows: section.facts.map((fact) => ({
          cells: layout.columns.map((column) => cell(() => cellWords(fact, column, layout))),
        })),
      },
    ],
  };
}

/** Its words are made when it is shown: those of thousands at once would hold the page. */
const cell = (words: () => string, header = false): NarrativeCell => ({
  header,
  columnSpan: 1,
  rowSpan: 1,
  ...(header ? { scope: 'col' as const } : {}),
  get children(): readonly Narrative[] {
    return [{ kind: 'text', text: words() }];
  },
});

const COLUMN_KEYS: Readonly<Record<FactColumn, MessageKey>> = {
  what: 'cda.facts.what',
  value: 'cda.facts.value',
  time: 'cda.facts.time',
  status: 'cda.facts.status',
  more: 'cda.facts.more',
  dose: 'cda.facts.dose',
  rate: 'cda.facts.rate',
  route: 'cda.facts.route',
  frequency: 'cda.facts.frequency',
  reaction: 'cda.facts.reaction',
  severity: 'cda.facts.severity',
  range: 'cda.facts.range',
  interpretation: 'cda.facts.interpretation',
  site: 'cda.facts.site',
  method: 'cda.facts.method',
  lot: 'cda.facts.lot',
  quantity: 'cda.facts.quantity',
  performer: 'cda.facts.performer',
  location: 'cda.facts.location',
  comment: 'cda.facts.comment',
};

function cellWords(fact: EntryFact, column: FactColumn, layout: FactLayout): string {
  switch (column) {
    case 'what': {
      const words = whatWords(fact, layout);
      // What belongs to the statement above it is set off by a dash for each level.
      const shown = '– '.repeat(Math.min(fact.level, 4)) + words;
      return fact.negated ? t('cda.facts.negated', { text: shown }) : shown;
    }
    case 'value': {
      const what = whatWords(fact, layout);
      return [...fact.materials, ...fact.values].filter((words) => words !== what).join('; ');
    }
    case 'time':
      return periodWords(fact.time) ?? '';
    case 'status':
      return fact.status ?? '';
    case 'more':
      return detailsBeside(fact, layout.columns)
        .filter(([, lines]) => lines.join('; ') !== whatWords(fact, layout))
        .map(([name, lines]) =>
          t('cda.facts.moreOf', { label: t(COLUMN_KEYS[name]), text: lines.join('; ') }),
        )
        .join('. ');
    default:
      return fact.details[column]?.join('; ') ?? '';
  }
}

const ELEMENTS: ReadonlyMap<string, MessageKey> = new Map([
  ['act', 'cda.element.act'],
  ['encounter', 'cda.element.encounter'],
  ['observation', 'cda.element.observation'],
  ['observationMedia', 'cda.element.observationMedia'],
  ['organizer', 'cda.element.organizer'],
  ['procedure', 'cda.element.procedure'],
  ['regionOfInterest', 'cda.element.observationMedia'],
  ['substanceAdministration', 'cda.element.substanceAdministration'],
  ['supply', 'cda.element.supply'],
]);

/** SNOMED CT and LOINC codes of a problem observation: condition, problem, finding, diagnosis, symptom, … */
const KIND_CODES = new Set(
  'ASSERTION 55607006 404684003 282291009 64572001 248536006 418799008 373930000 409586006 75321-0 75326-9 75323-6 75325-1 29308-4 75318-6 75319-4 75322-8'.split(
    ' ',
  ),
);

const isKindOnly = (code: EntryFact['code']): boolean =>
  code?.code === undefined || KIND_CODES.has(code.code);

/** What the statement is about; HL7's "assertion" says only that the value says it. */
function whatWords({ code, element, materials, values }: EntryFact, { named }: FactLayout): string {
  const coded = code?.code === 'ASSERTION' ? undefined : codeWords(code);
  const material = materials.length === 0 ? undefined : materials.join('; ');
  const value = values.length === 0 ? undefined : values.join('; ');
  const own =
    named === 'material'
      ? (material ?? coded ?? value)
      : named === 'value'
        ? isKindOnly(code) || coded === undefined
          ? (value ?? coded ?? material)
          : coded
        : (coded ?? material ?? value);
  const key = ELEMENTS.get(element);
  return own ?? (key === undefined ? element : t(key));
}
