import type { CdaOrganisation } from './cda-header.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { readAddresses, readCode, readIds, readTelecoms } from './read-data-types.ts';
import { childOf, childrenOf, isElement, present, type XmlElement } from './xml-element.ts';

const ORGANISATION = /Organization$/;

/** Organisations inside `element`, those that they are part of behind them; persons are not looked into. */
export function readOrganisations(element: XmlElement, ledger: EntryLedger): CdaOrganisation[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === 'assignedPerson') return [];
    const inside = readOrganisations(child, ledger);
    return isOrganisation(child) ? [readOrganisation(child, ledger), ...inside] : inside;
  });
}

export const isOrganisation = ({ name }: XmlElement): boolean => ORGANISATION.test(name);

/** One organisation. */
export function readOrganisation(element: XmlElement, ledger: EntryLedger): CdaOrganisation {
  return present({
    names: organisationNames(element, ledger),
    ids: readIds(element).filter(({ root, extension }) => (root ?? extension) !== undefined),
    addresses: readAddresses(element, ledger),
    telecoms: readTelecoms(element, ledger),
    kind: readCode(childOf(element, 'standardIndustryClassCode'), ledger),
  });
}

export const organisationNames = (element: XmlElement, ledger: EntryLedger): string[] =>
  childrenOf(element, 'name').flatMap((name) => ledger.words(name) ?? []);
