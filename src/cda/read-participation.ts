import type { CdaOrganisation, CdaParticipation, ParticipationRole } from './cda-header.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { readAddresses, readCode, readIds, readPeriod, readTelecoms } from './read-data-types.ts';
import { displayName, nullOf, tellName } from './read-name.ts';
import { isOrganisation, organisationNames, readOrganisations } from './read-organisation.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  type XmlElement,
} from './xml-element.ts';

/** Any participation: the elements that name people, organisations and devices, wherever its role puts them. */
export function readParticipation(
  role: ParticipationRole,
  element: XmlElement,
  ledger: EntryLedger,
): CdaParticipation {
  const entity = entityOf(element);
  const persons = personsOf(entity);
  const names = persons.flatMap((person) => childrenOf(person, 'name'));
  for (const name of names) tellName(name, ledger);
  const told = names.flatMap((name) => displayName(name) ?? []);
  return present({
    role,
    typeCode: attributeOf(element, 'typeCode'),
    classCode: attributeOf(entity, 'classCode'),
    names: told,
    nameNull:
      told.length === 0 ? names.map(nullOf).find((flavor) => flavor !== undefined) : undefined,
    organisations: organisationsOf(element, entity, ledger),
    devices: devicesOf(entity, ledger),
    code: readCode(childOf(entity, 'code'), ledger),
    function: readCode(
      childOf(element, 'functionCode') ?? childOf(element, 'sdtc:functionCode'),
      ledger,
    ),
    time: readPeriod(childOf(element, 'time'), ledger),
    signature: ledger.attribute(childOf(element, 'signatureCode'), 'code'),
    signatureText: ledger.words(childOf(element, 'sdtc:signatureText')),
    ids: readIds(entity).filter(({ root, extension }) => (root ?? extension) !== undefined),
    addresses: [entity, ...persons].flatMap((one) => readAddresses(one, ledger)),
    telecoms: [entity, ...persons].flatMap((one) => readTelecoms(one, ledger)),
  });
}

const ENTITIES = [
  'assignedAuthor',
  'assignedEntity',
  'assignedCustodian',
  'intendedRecipient',
  'associatedEntity',
  'relatedEntity',
  'relatedSubject',
];

function entityOf(element: XmlElement): XmlElement {
  const entity = element.children.find(
    (node): node is XmlElement => isElement(node) && ENTITIES.includes(node.name),
  );
  const organisation = childOf(entity, 'representedCustodianOrganization');
  return organisation ?? entity ?? element;
}

const personsOf = (entity: XmlElement): XmlElement[] =>
  entity.children.filter(
    (node): node is XmlElement =>
      isElement(node) && /Person$|^informationRecipient$|^subject$/.test(node.name),
  );

/** Where the organisation itself has the part, all but its name is the participation's own. */
function organisationsOf(
  element: XmlElement,
  entity: XmlElement,
  ledger: EntryLedger,
): CdaOrganisation[] {
  if (!isOrganisation(entity)) return readOrganisations(element, ledger);
  const names = organisationNames(entity, ledger);
  return [{ names, ids: [], addresses: [], telecoms: [] }, ...readOrganisations(entity, ledger)];
}

function devicesOf(entity: XmlElement, ledger: EntryLedger): string[] {
  const device = childOf(entity, 'assignedAuthoringDevice') ?? childOf(entity, 'playingDevice');
  return ['manufacturerModelName', 'softwareName'].flatMap((name) => {
    const part = childOf(device, name);
    return ledger.words(part) ?? ledger.attribute(part, 'displayName') ?? [];
  });
}
