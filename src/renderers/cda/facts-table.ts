/** The facts of a section as a table like the ones that authors write. */
import type { CdaSection } from '../../cda/cda-document.ts';
import type { Narrative, NarrativeCell, NarrativeTable } from '../../cda/narrative.ts';
import type { EntryFact, FactItem, FactValue } from '../../cda/entry-fact.ts';
import { isNullValue } from '../../cda/entry-null.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { detailsBeside, factLayout, type FactColumn, type FactLayout } from './fact-columns.ts';
import { DETAIL_KEYS } from './fact-labels.ts';
import { detailWords, itemWords, valueWords, wordsOf } from './fact-value-words.ts';
import { isAnyAtAll, isKindOnly, nameWords, nothingKnown, whatWords } from './fact-what-words.ts';

export function factsTable(section: Pick<CdaSection, 'code' | 'facts'>): NarrativeTable {
  const layout = withMore(factLayout(section), section.facts);
  const heads = layout.columns.map((column) => cell(() => t(headKey(column, layout)), true));
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

/** A last column where a line says what no other shows. */
function withMore(layout: FactLayout, facts: readonly EntryFact[]): FactLayout {
  return facts.some((fact) => moreWords(fact, layout) !== '')
    ? { ...layout, columns: [...layout.columns, 'more'] }
    : layout;
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

const GENERAL_HEADS: Readonly<Record<'what' | 'value' | 'time' | 'status' | 'more', MessageKey>> = {
  what: 'cda.facts.what',
  value: 'cda.facts.value',
  time: 'cda.facts.time',
  status: 'cda.facts.status',
  more: 'cda.facts.more',
};

const headKey = (column: FactColumn, { heads }: FactLayout): MessageKey =>
  heads[column] ?? { ...DETAIL_KEYS, ...GENERAL_HEADS }[column];

function cellWords(fact: EntryFact, column: FactColumn, layout: FactLayout): string {
  switch (column) {
    case 'what':
      return whatWords(fact, layout);
    case 'value': {
      const none = nothingKnown(fact, layout) !== undefined;
      const values = [...fact.materials.filter((value) => !isNullValue(value)), ...fact.values];
      return without(values, none ? '' : nameWords(fact, layout));
    }
    case 'time':
      return wordsOf(fact.times);
    case 'status':
      return wordsOf(fact.status);
    case 'more':
      return moreWords(fact, layout);
    default:
      return without(fact.details[column] ?? [], nameWords(fact, layout), column);
  }
}

const without = (values: readonly FactValue[], what: string, detail?: FactColumn): string =>
  wordsOf(values) === what
    ? ''
    : detail === 'interpretation' || detail === 'age'
      ? detailWords(detail, values)
      : [...new Set(values.map(valueWords))]
          .filter((words) => words !== '' && words !== what)
          .join('; ');

/** A line for each thing that no column shows, none that repeats what is said. */
function moreWords(fact: EntryFact, layout: FactLayout): string {
  const items = itemsBeside(fact, layout);
  if (items.length === 0) return '';
  const told = new Set(
    layout.columns
      .filter((column) => column !== 'more')
      .flatMap((column) => cellWords(fact, column, layout).split('; ')),
  );
  if (nothingKnown(fact, layout) === undefined) told.add(nameWords(fact, layout));
  else {
    for (const value of [...fact.materials, ...fact.values]) {
      if (isAnyAtAll(value)) told.add(valueWords(value));
    }
  }
  return items.flatMap((item) => linesOf(item, told)).join('\n');
}

function itemsBeside(fact: EntryFact, layout: FactLayout): readonly FactItem[] {
  const { code } = fact;
  const said =
    code === undefined || isMereKind(code) || isNullValue(code) || fact.relation === 'DIAG';
  const kindOnly = isKindOnly(code);
  const isName = layout.named === 'code' && !kindOnly;
  const kind: readonly FactItem[] =
    said || isName ? [] : [{ label: kindOnly ? 'kind' : ['code'], values: [code] }];
  return [...kind, ...detailsBeside(fact, layout)];
}

function linesOf(item: FactItem, told: Set<string>): readonly string[] {
  const values = item.values.filter((value) => {
    const words = valueWords(value);
    const key = typeof item.label === 'string' ? `${item.label} ${words}` : words;
    if (told.has(words) || told.has(key)) return false;
    told.add(key);
    return true;
  });
  const line = lineOf({ ...item, values });
  return line === '' ? [] : [line];
}

/** Those involved are named with their part. */
const lineOf = (item: FactItem): string =>
  item.label === 'participant' ? wordsOf(item.values, '\n') : itemWords(item);

/** Problem, condition, finding: that a problem is one needs no words. */
const MERE_KINDS = new Set('ASSERTION 55607006 64572001 404684003 75323-6 75326-9'.split(' '));

const isMereKind = (code: FactValue): boolean =>
  code.kind === 'coded' && code.code.code !== undefined && MERE_KINDS.has(code.code.code);
