/** The generic form: what no other reader told of a statement or of the header, by the names of the elements it stands in. */
import type { FactItem, FactValue } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { isStatement } from './entry-statements.ts';
import { readValue } from './read-entry-value.ts';
import { attributeOf, isElement, type XmlElement } from './xml-element.ts';

/** For machines: which template, which object. */
const SILENT = new Set(['templateId', 'realmCode', 'typeId', 'id', 'thumbnail']);

/** Whether an element says nothing to a reader, wherever it stands. */
export const isSilent = ({ name }: XmlElement): boolean => SILENT.has(name);

/** What is left inside `element`, statements in it excepted; told from now on. */
export function readRest(
  element: XmlElement,
  ledger: EntryLedger,
  path: readonly string[] = [],
): FactItem[] {
  if (ledger.isSkipped(element)) return [];
  const values = path.length === 0 ? ownRest(element, ledger) : untold(element, ledger);
  const label = path.length === 0 ? [element.name] : path;
  const items: FactItem[] = values.length === 0 ? [] : [{ label, values }];
  for (const child of element.children) {
    if (!isElement(child) || isStatement(child)) continue;
    if (isSilent(child)) continue;
    // A place inside the document: what stands there is told, or nothing does.
    if (child.name === 'reference' && child.attributes['value']?.startsWith('#') === true) {
      ledger.attribute(child, 'value');
    }
    // Not spread: there may be more of them than a call takes arguments.
    for (const item of readRest(child, ledger, [...path, child.name])) items.push(item);
  }
  return items;
}

function untold(element: XmlElement, ledger: EntryLedger): FactValue[] {
  if (ledger.untoldAttributes(element).length === 0 && !ledger.untoldWords(element)) {
    // What is masked is there: that must be known.
    return attributeOf(element, 'nullFlavor') === 'MSK' &&
      !ledger.isTold(element, 'nullFlavor') &&
      element.children.length === 0
      ? [{ kind: 'null', nullFlavor: 'MSK' }]
      : [];
  }
  const value = readValue(element, ledger);
  return [
    ...(value === undefined || value.kind === 'null' ? [] : [value]),
    ...ownRest(element, ledger),
  ];
}

/** Words and attributes that no type of value explains, as written. */
function ownRest(element: XmlElement, ledger: EntryLedger): FactValue[] {
  const words = ledger.untoldWords(element) ? ledger.ownWords(element) : undefined;
  const attributes = ledger.untoldAttributes(element).flatMap((name): FactValue[] => {
    const text = ledger.attribute(element, name);
    if (text === undefined) return [];
    return VALUES.has(name)
      ? [{ kind: 'words', text }]
      : [{ kind: 'noted', notes: [{ label: [name], values: [{ kind: 'words', text }] }] }];
  });
  return words === undefined ? attributes : [{ kind: 'words', text: words }, ...attributes];
}

const VALUES = new Set(['value', 'displayName', 'code']);
