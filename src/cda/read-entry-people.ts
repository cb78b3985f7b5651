/** Who had a part in a statement, and whom it is about where that is not the patient. */
import type { FactItem, FactValue } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { readValue } from './read-entry-value.ts';
import { isElement, type XmlElement } from './xml-element.ts';

/** Names first, then what they are and when it was; how to reach them stands among all else. */
const NAMED = new Set(['name', 'softwareName', 'manufacturerModelName']);
const PART = new Set(['code', 'functionCode', 'sdtc:functionCode', 'time']);

/** A person, an organisation, a place or a device, wherever inside the participation their names stand. */
export function readWho(
  participation: XmlElement,
  ledger: EntryLedger,
  named: ReadonlySet<string> = NAMED,
): FactValue | undefined {
  const names: FactValue[] = [];
  const notes: FactValue[] = [];
  walk(participation, (element) => {
    const list = named.has(element.name)
      ? names
      : PART.has(element.name) || NAMED.has(element.name)
        ? notes
        : undefined;
    const value = list === undefined ? undefined : readValue(element, ledger);
    if (value !== undefined && value.kind !== 'null') list?.push(value);
  });
  if (names.length === 0) return notes.length === 0 ? undefined : noted(notes[0], notes.slice(1));
  return noted(names.length === 1 ? names[0] : { kind: 'several', parts: names }, notes);
}

const noted = (
  value: FactValue | undefined,
  notes: readonly (FactValue | FactItem)[],
): FactValue | undefined =>
  value === undefined || notes.length === 0 ? value : { kind: 'noted', value, notes };

function walk(element: XmlElement, visit: (element: XmlElement) => void): void {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    visit(child);
    walk(child, visit);
  }
}

const RELATIVE = new Set([
  'administrativeGenderCode',
  'birthTime',
  'sdtc:deceasedInd',
  'sdtc:deceasedTime',
]);

/** `subject`: the father, male, born 1920, deceased. */
export function readSubject(subject: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const who: FactValue[] = [];
  const notes: (FactValue | FactItem)[] = [];
  walk(subject, (element) => {
    if (element.name === 'code' || element.name === 'name') {
      const value = readValue(element, ledger);
      if (value !== undefined) who.push(value);
    } else if (RELATIVE.has(element.name)) {
      const value = readValue(element, ledger);
      if (value !== undefined && value.kind !== 'null') {
        notes.push(
          element.name === 'administrativeGenderCode'
            ? value
            : { label: [element.name], values: [value] },
        );
      }
    }
  });
  if (who.length === 0) {
    return notes.length === 0 ? undefined : { kind: 'noted', notes };
  }
  return noted(who.length === 1 ? who[0] : { kind: 'several', parts: who }, notes);
}
