import type {
  CdaAct,
  CdaEncounter,
  CdaHeader,
  CdaParticipation,
  CdaRelatedDocument,
  CdaService,
  ParticipationRole,
} from './cda-header.ts';
import { readAddresses, readCode, readId, readIds, readPeriod } from './read-data-types.ts';
import { readParticipation, readPatients } from './read-people.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  present,
  wordsOf,
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
  const services = childrenOf(root, 'documentationOf').flatMap(readService);
  const setId = childOf(root, 'setId');
  return present({
    title: wordsOf(childOf(root, 'title')),
    code: readCode(childOf(root, 'code')),
    ids: readIds(root),
    effectiveTime: readPeriod(childOf(root, 'effectiveTime')),
    confidentiality: readCode(childOf(root, 'confidentialityCode')),
    language: attributeOf(childOf(root, 'languageCode'), 'code'),
    setId: setId === undefined ? undefined : readId(setId),
    version: attributeOf(childOf(root, 'versionNumber'), 'value'),
    patients: targets.flatMap(readPatients),
    participations: ROLES.flatMap((role) => participations(root, role, role)),
    services,
    servicePeriod: services.find(({ period }) => period?.low ?? period?.high ?? period?.value)
      ?.period,
    encounters: childrenOf(root, 'componentOf').flatMap(readEncounter),
    related: childrenOf(root, 'relatedDocument').map(readRelated),
    acts: [
      ...childrenOf(root, 'inFulfillmentOf').flatMap((act) => readAct('order', act)),
      ...childrenOf(root, 'authorization').flatMap((act) => readAct('consent', act)),
    ],
  });
}

function participations(
  element: XmlElement | undefined,
  name: string,
  role: ParticipationRole,
): CdaParticipation[] {
  return childrenOf(element, name).map((child) => readParticipation(role, child));
}

function readService(documentationOf: XmlElement): CdaService[] {
  const event = childOf(documentationOf, 'serviceEvent');
  if (event === undefined) return [];
  return [
    present({
      ids: readIds(event),
      classCode: attributeOf(event, 'classCode'),
      code: readCode(childOf(event, 'code')),
      period: readPeriod(childOf(event, 'effectiveTime')),
      performers: participations(event, 'performer', 'performer'),
    }),
  ];
}

function readEncounter(componentOf: XmlElement): CdaEncounter[] {
  const encounter = childOf(componentOf, 'encompassingEncounter');
  if (encounter === undefined) return [];
  const facility = childOf(encounter, 'location', 'healthCareFacility');
  const place = [
    wordsOf(childOf(facility, 'location', 'name')),
    ...readAddresses(childOf(facility, 'location')),
    wordsOf(childOf(facility, 'serviceProviderOrganization', 'name')),
  ].filter((part) => part !== undefined);
  return [
    present({
      ids: readIds(encounter),
      code: readCode(childOf(encounter, 'code')),
      period: readPeriod(childOf(encounter, 'effectiveTime')),
      location: place.length === 0 ? undefined : place.join(', '),
      facility: readCode(childOf(facility, 'code')),
      referralSource: readCode(childOf(encounter, 'sdtc:admissionReferralSourceCode')),
      disposition: readCode(childOf(encounter, 'dischargeDispositionCode')),
      participations: [
        ...participations(encounter, 'responsibleParty', 'responsibleParty'),
        ...participations(encounter, 'encounterParticipant', 'encounterParticipant'),
      ],
    }),
  ];
}

function readRelated(related: XmlElement): CdaRelatedDocument {
  const parent = childOf(related, 'parentDocument');
  const setId = childOf(parent, 'setId');
  return present({
    typeCode: attributeOf(related, 'typeCode'),
    ids: readIds(parent),
    code: readCode(childOf(parent, 'code')),
    setId: setId === undefined ? undefined : readId(setId),
    version: attributeOf(childOf(parent, 'versionNumber'), 'value'),
    text: wordsOf(childOf(parent, 'text')),
  });
}

function readAct(kind: CdaAct['kind'], element: XmlElement): CdaAct[] {
  const act = childOf(element, kind);
  if (act === undefined) return [];
  return [
    present({
      kind,
      ids: readIds(act),
      code: readCode(childOf(act, 'code')),
      priority: readCode(childOf(act, 'priorityCode')),
      status: attributeOf(childOf(act, 'statusCode'), 'code'),
    }),
  ];
}
