/**
 * The statements of entries as lines, for sections whose author wrote no narrative: what is known of a kind by
 * its name, all else in a generic form. No word of an entry is left out but identifiers made for machines.
 */
import type { EntryFact, FactItem, FactValue } from './entry-fact.ts';
import { createEntryLedger, type EntryLedger } from './entry-ledger.ts';
import { isNullValue } from './entry-null.ts';
import { readRest } from './entry-rest.ts';
import {
  detailOf,
  isDiagnosis,
  isStatement,
  nestedStatements,
  wrapsOnly,
  type NestedStatement,
} from './entry-statements.ts';
import { readStatement } from './read-entry-statement.ts';
import { isElement, type XmlElement } from './xml-element.ts';

/** What statements inside another share with it. */
interface Inherited {
  readonly negated?: boolean;
  readonly mood?: string;
  readonly subject?: readonly FactValue[];
  readonly status?: readonly FactValue[];
  readonly times?: readonly FactValue[];
}

/** A line for each statement, those inside it one level deeper. `textAt` finds what references refer to. */
export function readEntryFacts(
  entries: readonly XmlElement[],
  textAt?: (id: string) => string | undefined,
): EntryFact[] {
  const facts: EntryFact[] = [];
  for (const entry of entries) {
    const ledger = createEntryLedger(textAt);
    const first = facts.length;
    for (const nested of nestedStatements(entry)) visit(nested, 0, {}, ledger, facts);
    const rest = readRest(entry, ledger);
    if (rest.length > 0) addRest(facts, first, { ...NOTHING, element: 'entry' }, rest);
  }
  return facts;
}

const NOTHING: EntryFact = {
  level: 0,
  element: 'entry',
  negated: false,
  materials: [],
  values: [],
  details: {},
  times: [],
  status: [],
  rest: [],
};

function addRest(facts: EntryFact[], at: number, line: EntryFact, rest: readonly FactItem[]): void {
  const fact = facts[at];
  if (fact === undefined) facts.push({ ...line, rest });
  else facts[at] = { ...fact, rest: [...fact.rest, ...rest] };
}

function visit(
  statement: NestedStatement,
  level: number,
  inherited: Inherited,
  ledger: EntryLedger,
  facts: EntryFact[],
): void {
  const { fact: read, nested } = readStatement(statement, level, ledger);
  const rest = [...read.rest, ...restOf(statement.statement, ledger)];
  if (nested.length > 0 && wrapsOnly(statement.statement) && isBare(read)) {
    visitInside(statement, { ...read, rest }, nested, inherited, ledger, facts);
    return;
  }
  const fact = inheriting({ ...read, rest }, inherited);
  const empty = saysNothing(fact);
  if (!empty) facts.push(fact);
  const { subject } = fact.details;
  for (const inner of nested) {
    visit(
      inner,
      empty ? level : level + 1,
      subject === undefined ? {} : { subject },
      ledger,
      facts,
    );
  }
}

/** Everything in a statement, and in those that are told beside it. */
function restOf(statement: XmlElement, ledger: EntryLedger): FactItem[] {
  const items = readRest(statement, ledger);
  for (const inner of nestedStatements(statement)) {
    if (detailOf(inner) === undefined) continue;
    items.push(...restOf(inner.statement, ledger));
  }
  return items;
}

/** Names nothing by itself. */
const isBare = ({ code, values, materials, details }: EntryFact): boolean =>
  (code === undefined || code.kind === 'coded' || isNullValue(code)) &&
  values.length + materials.length === 0 &&
  details.comment === undefined;

/** What only wraps others has no line: its status and time are theirs, the rest is told with the first. */
function visitInside(
  { statement, relation }: NestedStatement,
  wrapper: EntryFact,
  nested: readonly NestedStatement[],
  inherited: Inherited,
  ledger: EntryLedger,
  facts: EntryFact[],
): void {
  const concern = statement.name === 'act';
  const { subject = inherited.subject, ...details } = wrapper.details;
  const first = facts.length;
  for (const inner of nested) {
    const within = isDiagnosis(statement) ? 'DIAG' : relation;
    visit(
      within === undefined ? inner : { ...inner, relation: within },
      wrapper.level,
      {
        ...(subject === undefined ? {} : { subject }),
        ...(concern || wrapper.status.length > 0 ? { status: wrapper.status } : {}),
        ...(concern ? {} : { times: wrapper.times }),
        ...(wrapper.negated || inherited.negated === true ? { negated: true } : {}),
        ...moodWithin(wrapper.mood ?? inherited.mood),
      },
      ledger,
      facts,
    );
  }
  const told = facts[first];
  const timesTold = JSON.stringify(told?.times) === JSON.stringify(wrapper.times);
  const untold = [
    ...(told?.status === wrapper.status || isCompleted(wrapper.status) ? [] : wrapper.status),
    ...(timesTold ? [] : wrapper.times),
  ];
  const items: FactItem[] = [
    ...(untold.length === 0
      ? []
      : [{ label: concern ? ('concern' as const) : ['organizer'], values: untold }]),
    ...Object.entries(details).map(([name, values]) => ({
      label: [statement.name, name],
      values,
    })),
    ...wrapper.rest,
  ];
  if (items.length > 0) {
    addRest(facts, first, { ...NOTHING, level: wrapper.level, element: statement.name }, items);
  }
}

/** HL7's "completed" says that the statement was made, not how the matter stands. */
const isCompleted = (status: readonly FactValue[]): boolean =>
  status.every((value) => value.kind === 'coded' && value.code.code === 'completed');

const moodWithin = (mood: string | undefined): Pick<Inherited, 'mood'> =>
  mood === undefined ? {} : { mood };

function inheriting(fact: EntryFact, inherited: Inherited): EntryFact {
  const { subject, status, times, negated = false, mood } = inherited;
  return {
    ...fact,
    ...(fact.mood === undefined ? moodWithin(mood) : {}),
    negated: fact.negated || negated,
    details:
      subject === undefined || fact.details.subject !== undefined
        ? fact.details
        : { subject, ...fact.details },
    status:
      status !== undefined && status.length > 0 && isCompleted(fact.status) ? status : fact.status,
    times: fact.times.length === 0 && times !== undefined ? times : fact.times,
  };
}

/** Of a statement that says nothing, how it stands says nothing. */
const isPlainCode = (value: FactValue): boolean =>
  isNullValue(value) || (value.kind === 'coded' && value.code.text === undefined);

const saysNothing = ({
  negated,
  code,
  values,
  materials,
  details,
  times,
  status,
  rest,
}: EntryFact): boolean =>
  !negated &&
  status.every(isPlainCode) &&
  code === undefined &&
  values.length + materials.length + times.length + rest.length + Object.keys(details).length === 0;

/** Words of the section at an `ID`: entries refer to them. */
export function textOfIds(section: XmlElement): (id: string) => string | undefined {
  let known: Map<string, XmlElement> | undefined;
  const gather = (element: XmlElement, found: Map<string, XmlElement>): void => {
    const id = element.attributes['ID'];
    if (id !== undefined) found.set(id, element);
    for (const child of element.children) {
      if (isElement(child) && !isStatement(child)) gather(child, found);
    }
  };
  return (id) => {
    if (known === undefined) {
      known = new Map();
      gather(section, known);
    }
    const element = known.get(id);
    return element === undefined ? undefined : wordsOfElement(element);
  };
}

function wordsOfElement(element: XmlElement): string | undefined {
  const parts: string[] = [];
  const gather = ({ children }: XmlElement): void => {
    for (const node of children) {
      if (isElement(node)) gather(node);
      else parts.push(node);
    }
  };
  gather(element);
  const text = parts.join(' ').replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
