/** One statement of an entry, and those inside it that are told beside it. */
import type { EntryDetail, EntryFact, FactItem, FactValue } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import {
  detailOf,
  isNegated,
  moodOf,
  nestedStatements,
  type NestedStatement,
} from './entry-statements.ts';
import { addIds, readParticipant, readProduct, type Gathered } from './read-entry-material.ts';
import { readSubject, readWho } from './read-entry-people.ts';
import { isRhythm, readRhythm, readTime } from './read-entry-time.ts';
import { readValue } from './read-entry-value.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  type XmlElement,
} from './xml-element.ts';

export interface ReadStatement {
  readonly fact: EntryFact;
  /** Statements that have lines of their own. */
  readonly nested: readonly NestedStatement[];
}

/** Elements that are told as one detail, whatever their type. */
const PLAIN: Readonly<Record<string, EntryDetail>> = {
  doseQuantity: 'dose',
  rateQuantity: 'rate',
  maxDoseQuantity: 'maxDose',
  administrationUnitCode: 'form',
  routeCode: 'route',
  repeatNumber: 'repeats',
  quantity: 'quantity',
  interpretationCode: 'interpretation',
  priorityCode: 'priority',
  targetSiteCode: 'site',
  approachSiteCode: 'site',
  methodCode: 'method',
  'sdtc:dischargeDispositionCode': 'disposition',
  dischargeDispositionCode: 'disposition',
  text: 'comment',
};

/** Relationships that say nothing but "part of", "about" or "see". */
const MERE = new Set(['COMP', 'SUBJ', 'REFR', 'DRIV']);

export function readStatement(
  { statement, relation }: NestedStatement,
  level: number,
  ledger: EntryLedger,
): ReadStatement {
  const details: Partial<Record<EntryDetail, FactValue[]>> = {};
  const values: FactValue[] = [];
  const materials: FactValue[] = [];
  const times: FactValue[] = [];
  const status: FactValue[] = [];
  let code: FactValue | undefined;
  const gathered: Gathered = {
    materials,
    add(detail, value) {
      if (value !== undefined) (details[detail] ??= []).push(value);
    },
  };
  const push = (list: FactValue[], value: FactValue | undefined): void => {
    if (value !== undefined) list.push(value);
  };

  for (const child of statement.children) {
    if (!isElement(child)) continue;
    const plain = Object.hasOwn(PLAIN, child.name) ? PLAIN[child.name] : undefined;
    if (plain !== undefined) gathered.add(plain, readValue(child, ledger));
    else readPart(child);
  }

  function readPart(child: XmlElement): void {
    switch (child.name) {
      case 'code':
        if (code === undefined) code = readValue(child, ledger);
        return;
      case 'value':
        return push(values, readValue(child, ledger));
      case 'effectiveTime':
        if (isRhythm(child)) gathered.add('frequency', readRhythm(child, ledger));
        else push(times, readTime(child, ledger));
        return;
      case 'statusCode':
        return push(status, readValue(child, ledger));
      case 'consumable':
      case 'product':
        return readProduct(child, gathered, ledger);
      case 'participant':
        return readParticipant(child, gathered, ledger);
      case 'specimen':
        return gathered.add('specimen', readWho(child, ledger));
      case 'subject':
        return gathered.add('subject', readSubject(child, ledger));
      case 'performer':
      case 'author':
      case 'informant':
        return gathered.add(child.name, readWho(child, ledger));
      case 'precondition':
        return gathered.add('asNeeded', readCriterion(child, ledger));
      case 'referenceRange':
        return gathered.add('range', readReferenceRange(child, ledger));
      case 'reference':
        return gathered.add('document', readExternal(child, gathered, ledger));
      default:
    }
  }

  if (statement.name === 'supply' || isPolicy(statement)) addIds(statement, gathered);
  const nested: NestedStatement[] = [];
  const rest: FactItem[] = [];
  /** How the matter stands, where that is a finding of its own. */
  const standing: FactValue[] = [];
  for (const inner of nestedStatements(statement)) {
    const detail = detailOf(inner);
    if (detail === undefined) {
      nested.push(inner);
      continue;
    }
    const folded = readFolded(inner, detail, ledger);
    if (detail === 'status') standing.push(...folded.values);
    else for (const value of folded.values) gathered.add(detail, value);
    rest.push(...folded.rest);
    nested.push(...folded.nested);
  }
  const written = status.filter((value) => value.kind !== 'coded' || value.code.text !== undefined);
  if (standing.length > 0 && written.length > 0) {
    rest.push({ label: ['statusCode'], values: written });
  }
  return {
    fact: present({
      level,
      element: statement.name,
      mood: moodOf(statement),
      negated: isNegated(statement),
      relation: relation === undefined || MERE.has(relation) ? undefined : relation,
      code,
      materials,
      values,
      details,
      times,
      status: standing.length > 0 ? standing : status,
      rest,
    }),
    nested,
  };
}

/** Its number is the policy's. */
const isPolicy = (statement: XmlElement): boolean =>
  childrenOf(statement, 'participant').some((participant) =>
    /^(COV|HLD)$/.test(attributeOf(participant, 'typeCode') ?? ''),
  );

interface Folded {
  readonly values: readonly FactValue[];
  readonly rest: readonly FactItem[];
  readonly nested: readonly NestedStatement[];
}

/** Codes that repeat what the detail is called. */
const LABELS = new Set(
  'ASSERTION SEV 82606-5 33999-4 445518008 48767-8 409073007 404684003 418799008'.split(' '),
);

/** That it was written down says nothing of it. */
const isUsual = (status: FactValue): boolean =>
  status.kind === 'coded' &&
  status.code.text === undefined &&
  /^(completed|active)$/.test(status.code.code ?? 'active');

/** A reaction with how severe it was and when, a reason, a comment: words with notes in brackets. */
function readFolded(
  inner: NestedStatement,
  detail: EntryDetail | 'status',
  ledger: EntryLedger,
): Folded {
  const { fact, nested: inside } = readStatement(inner, 0, ledger);
  // What is done for a reaction is related to it as to its reason.
  const nested =
    detail === 'reaction'
      ? inside.map((one) => (one.relation === 'RSON' ? { ...one, relation: 'TREAT' } : one))
      : inside;
  const { comment = [], severity = [], ...others } = fact.details;
  const label = LABELS.has(attributeOf(childOf(inner.statement, 'code'), 'code') ?? '');
  const coded = fact.code === undefined || label ? [] : [fact.code];
  const what = [fact.values, coded, comment, fact.materials].find((list) => list.length > 0) ?? [];
  const notes: (FactValue | FactItem)[] = [
    ...severity,
    ...[coded, comment, fact.materials].filter((list) => list !== what).flat(),
    ...fact.times,
    ...fact.status.filter((one) => !isUsual(one)),
    ...Object.entries(others).map(([name, said]) => ({ label: name as EntryDetail, values: said })),
    ...fact.rest,
  ];
  const value: FactValue | undefined = what.length > 1 ? { kind: 'several', parts: what } : what[0];
  if (value === undefined && notes.length === 0) return { values: [], rest: [], nested };
  if (value === undefined) {
    return {
      values: [],
      rest: [
        {
          label: detail === 'status' ? ['statusCode'] : detail,
          values: [{ kind: 'noted', notes }],
        },
      ],
      nested,
    };
  }
  const plain = notes.length === 0 && !fact.negated;
  const told: FactValue = plain
    ? value
    : { kind: 'noted', value, ...(fact.negated ? { negated: true } : {}), notes };
  return { values: [told], rest: [], nested };
}

/** `precondition`: what a medicine taken as needed is taken for. */
function readCriterion(precondition: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const criterion = childOf(precondition, 'criterion');
  const parts = ['value', 'text'].flatMap((name) =>
    ledger.all(criterion ?? precondition, name).flatMap((part) => readValue(part, ledger) ?? []),
  );
  const code = childOf(criterion, 'code');
  const label = LABELS.has(attributeOf(code, 'code') ?? '');
  if (label) ledger.skip(code);
  const coded = code === undefined || label ? undefined : readValue(code, ledger);
  const all = coded === undefined ? parts : [...parts, coded];
  return all.length > 1 ? { kind: 'several', parts: all } : all[0];
}

/** The words of a reference range, the amounts, and for whom or what it is. */
function readReferenceRange(range: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const inner = childOf(range, 'observationRange') ?? range;
  const read = (name: string): FactValue[] =>
    ledger.all(inner, name).flatMap((part) => readValue(part, ledger) ?? []);
  const [first, ...others] = [...read('text'), ...read('value')];
  const interpretation = read('interpretationCode').filter(({ kind }) => kind !== 'null');
  const notes: (FactValue | FactItem)[] = [
    ...[...others, ...read('code')].filter(({ kind }) => kind !== 'null'),
    ...(interpretation.length === 0
      ? []
      : [{ label: 'interpretation' as const, values: interpretation }]),
  ];
  if (notes.length === 0) return first;
  if (first === undefined) return { kind: 'noted', notes };
  return { kind: 'noted', value: first, notes };
}

/** `reference`: another document or statement, by its kind, words and number. */
function readExternal(
  reference: XmlElement,
  gathered: Gathered,
  ledger: EntryLedger,
): FactValue | undefined {
  const parts = reference.children.filter(isElement).flatMap((external) => {
    if (!external.name.startsWith('external')) return [];
    addIds(external, gathered);
    return ['code', 'text'].flatMap((name) =>
      ledger.all(external, name).flatMap((part) => readValue(part, ledger) ?? []),
    );
  });
  return parts.length > 1 ? { kind: 'several', parts } : parts[0];
}
