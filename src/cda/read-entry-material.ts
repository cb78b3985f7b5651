/** What is given, supplied, used or meant: medicines, vaccines, substances, devices, specimens, places, others. */
import type { EntryDetail, FactValue } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { isNullValue } from './entry-null.ts';
import { readWho } from './read-entry-people.ts';
import { readIdValue, readValue } from './read-entry-value.ts';
import { attributeOf, childOf, childrenOf, isElement, type XmlElement } from './xml-element.ts';

/** Where the readings of one statement are gathered. */
export interface Gathered {
  readonly materials: FactValue[];
  add(detail: EntryDetail, value: FactValue | undefined): void;
}

/** `consumable` and `product`. */
export function readProduct(holder: XmlElement, gathered: Gathered, ledger: EntryLedger): void {
  for (const product of ledger.all(holder, 'manufacturedProduct')) {
    for (const material of product.children.filter(isElement)) {
      if (material.name === 'manufacturerOrganization') {
        gathered.add('manufacturer', readWho(material, ledger));
      } else if (/^manufactured(Material|LabeledDrug)$/.test(material.name)) {
        readMaterial(material, gathered, ledger);
      }
    }
    for (const id of childrenOf(product, 'id')) {
      if (attributeOf(id, 'extension') !== undefined) gathered.add('id', readIdValue(id));
    }
  }
}

function readMaterial(material: XmlElement, gathered: Gathered, ledger: EntryLedger): void {
  const code = childOf(material, 'code');
  const coded = code === undefined ? undefined : readValue(code, ledger);
  const names = childrenOf(material, 'name').flatMap((name) => readValue(name, ledger) ?? []);
  const said = coded !== undefined && !isNullValue(coded);
  if (said) gathered.materials.push(coded);
  for (const name of names) {
    if (said || isNullValue(name)) gathered.add('brand', name);
    else gathered.materials.push(name);
  }
  if (!said && names.length === 0 && coded !== undefined) gathered.materials.push(coded);
  for (const lot of childrenOf(material, 'lotNumberText')) {
    gathered.add('lot', readValue(lot, ledger));
  }
}

/** `participant`: by its type the substance, the device, the place, or somebody with another part. */
export function readParticipant(
  participant: XmlElement,
  gathered: Gathered,
  ledger: EntryLedger,
): void {
  const type = attributeOf(participant, 'typeCode')?.toUpperCase();
  const role = childOf(participant, 'participantRole');
  const entity = childOf(role, 'playingEntity');
  const device = childOf(role, 'playingDevice');
  if (type === 'LOC') gathered.add('location', readWho(participant, ledger));
  else if (device !== undefined) readDevice(participant, gathered, ledger);
  else if (entity !== undefined && (type === undefined || type === 'CSM')) {
    readMaterial(entity, gathered, ledger);
  } else {
    const who = readWho(participant, ledger);
    const label = ['participant', ...(type === undefined ? [] : [`typeCode ${type}`])];
    gathered.add(
      'participant',
      who === undefined || type === undefined
        ? who
        : { kind: 'noted', notes: [{ label, values: [who] }] },
    );
    addIds(role, gathered);
  }
}

/** A device is what it is; its model is beside that. */
const DEVICE: ReadonlySet<string> = new Set(['code']);

function readDevice(participant: XmlElement, gathered: Gathered, ledger: EntryLedger): void {
  for (const maker of ledger.all(participant, 'participantRole', 'scopingEntity')) {
    for (const part of [...childrenOf(maker, 'desc'), ...childrenOf(maker, 'name')]) {
      gathered.add('manufacturer', readValue(part, ledger));
      ledger.skip(part);
    }
  }
  gathered.add('device', readWho(participant, ledger, DEVICE));
  addIds(childOf(participant, 'participantRole'), gathered);
}

/** Numbers that people ask for: a device's UDI, a member's number. */
export function addIds(holder: XmlElement | undefined, gathered: Pick<Gathered, 'add'>): void {
  for (const id of childrenOf(holder, 'id')) {
    if (attributeOf(id, 'extension') !== undefined) gathered.add('id', readIdValue(id));
  }
}
