import type {
  CdaAct,
  CdaEncounter,
  CdaHeader,
  CdaParticipation,
  CdaRelatedDocument,
  CdaService,
  ParticipationRole,
} from './cda-header.ts';
import type { FactItem } from './entry-fact.ts';
import { createEntryLedger, type EntryLedger } from './entry-ledger.ts';
import { isSilent, readRest } from './entry-rest.ts';
import { readAddresses, readCode, readId, readIds, readPeriod } from './read-data-types.ts';
import { MAX_UNKNOWN_PARTS } from './limits.ts';
import { readOrganisation } from './read-organisation.ts';
import { readParticipation } from './read-participation.ts';
import { readPatients } from './read-people.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  type XmlElement,
} from './xml-element.ts';

const ROLES: readonly ParticipationRole[] = [
  'author',
  'dataEnterer',
  'informant',
  'custodian',
  'informationRecipient',
  'legalAuthenticator',
  'authenticator',
  'participant',
];

/** Everything of ClinicalDocument but its body; `targets`: the record targets, wherever they stand. */
export function readHeader(root: XmlElement, targets: readonly XmlElement[]): CdaHeader {
  const ledger = createEntryLedger();
  const services = childrenOf(root, 'documentationOf').flatMap((one) => readService(one, ledger));
  const setId = childOf(root, 'setId');
  const header = present({
    title: ledger.words(childOf(root, 'title')),
    code: readCode(childOf(root, 'code'), ledger),
    ids: readIds(root),
    effectiveTime: readPeriod(childOf(root, 'effectiveTime'), ledger),
    confidentiality: readCode(childOf(root, 'confidentialityCode'), ledger),
    language: ledger.attribute(childOf(root, 'languageCode'), 'code'),
    setId: setId === undefined ? undefined : readId(setId),
    version: ledger.attribute(childOf(root, 'versionNumber'), 'value'),
    patients: targets.flatMap((target) => readPatients(target, ledger)),
    participations: ROLES.flatMap((role) => participations(root, role, role, ledger)),
    services,
    servicePeriod: services.find(({ period }) => period?.low ?? period?.high ?? period?.value)
      ?.period,
    encounters: childrenOf(root, 'componentOf').flatMap((one) => readEncounter(one, ledger)),
    related: childrenOf(root, 'relatedDocument').map((one) => readRelated(one, ledger)),
    acts: [
      ...childrenOf(root, 'inFulfillmentOf').flatMap((act) => readAct('order', act, ledger)),
      ...childrenOf(root, 'authorization').flatMap((act) => readAct('consent', act, ledger)),
    ],
  });
  const rest = readHeaderRest(root, ledger);
  return {
    ...header,
    rest: rest.slice(0, MAX_UNKNOWN_PARTS),
    restLeft: Math.max(0, rest.length - MAX_UNKNOWN_PARTS),
  };
}

/** Where the header ends, wherever it stands. */
const BODY = new Set(['component', 'structuredBody', 'nonXMLBody', 'section']);

function readHeaderRest(root: XmlElement, ledger: EntryLedger): FactItem[] {
  return root.children
    .filter(isElement)
    .filter((part) => !BODY.has(part.name) && !isSilent(part))
    .flatMap((part) => readRest(part, ledger, [part.name]));
}

function participations(
  element: XmlElement | undefined,
  name: string,
  role: ParticipationRole,
  ledger: EntryLedger,
): CdaParticipation[] {
  return childrenOf(element, name).map((child) => readParticipation(role, child, ledger));
}

function readService(documentationOf: XmlElement, ledger: EntryLedger): CdaService[] {
  const event = childOf(documentationOf, 'serviceEvent');
  if (event === undefined) return [];
  return [
    present({
      ids: readIds(event),
      classCode: attributeOf(event, 'classCode'),
      code: readCode(childOf(event, 'code'), ledger),
      period: readPeriod(childOf(event, 'effectiveTime'), ledger),
      performers: participations(event, 'performer', 'performer', ledger),
    }),
  ];
}

function readEncounter(componentOf: XmlElement, ledger: EntryLedger): CdaEncounter[] {
  const encounter = childOf(componentOf, 'encompassingEncounter');
  if (encounter === undefined) return [];
  const facility = childOf(encounter, 'location', 'healthCareFacility');
  const provider = childOf(facility, 'serviceProviderOrganization');
  const organisations = provider === undefined ? [] : [readOrganisation(provider, ledger)];
  const place = [
    ledger.words(childOf(facility, 'location', 'name')),
    ...readAddresses(childOf(facility, 'location'), ledger).map(({ text }) => text),
    ...organisations.flatMap(({ names }) => names),
  ].filter((part) => part !== undefined);
  return [
    present({
      ids: readIds(encounter),
      code: readCode(childOf(encounter, 'code'), ledger),
      period: readPeriod(childOf(encounter, 'effectiveTime'), ledger),
      location: place.length === 0 ? undefined : place.join(', '),
      facilityIds: readIds(facility),
      organisations,
      facility: readCode(childOf(facility, 'code'), ledger),
      referralSource: readCode(childOf(encounter, 'sdtc:admissionReferralSourceCode'), ledger),
      disposition: readCode(childOf(encounter, 'dischargeDispositionCode'), ledger),
      participations: [
        ...participations(encounter, 'responsibleParty', 'responsibleParty', ledger),
        ...participations(encounter, 'encounterParticipant', 'encounterParticipant', ledger),
      ],
    }),
  ];
}

function readRelated(related: XmlElement, ledger: EntryLedger): CdaRelatedDocument {
  const parent = childOf(related, 'parentDocument');
  const setId = childOf(parent, 'setId');
  return present({
    typeCode: attributeOf(related, 'typeCode'),
    ids: readIds(parent),
    code: readCode(childOf(parent, 'code'), ledger),
    setId: setId === undefined ? undefined : readId(setId),
    version: ledger.attribute(childOf(parent, 'versionNumber'), 'value'),
    text: ledger.words(childOf(parent, 'text')),
  });
}

function readAct(kind: CdaAct['kind'], element: XmlElement, ledger: EntryLedger): CdaAct[] {
  const act = childOf(element, kind);
  if (act === undefined) return [];
  return [
    present({
      kind,
      ids: readIds(act),
      code: readCode(childOf(act, 'code'), ledger),
      priority: readCode(childOf(act, 'priorityCode'), ledger),
      status: ledger.attribute(childOf(act, 'statusCode'), 'code'),
    }),
  ];
}
