import type { CdaLanguage, CdaParticipation, CdaPatient, ParticipationRole } from './cda-header.ts';
import type { AdministrativeGender, PatientIdentifier } from '../model/patient-context.ts';
import { displayName, nullOf, readName, readToldName } from './read-name.ts';
import { readAddresses, readCode, readIds, readPeriod, readTelecoms } from './read-data-types.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  wordsOf,
  type XmlElement,
} from './xml-element.ts';

/** `19800811…` as `1980-08-11`; shorter values keep their precision. */
export function birthDateOf(birthTime: string | undefined): string | undefined {
  const match = /^(\d{4})(\d{2})?(\d{2})?(?:\d{2,10})?(?:\.\d+)?(?:[+-]\d{4}|Z)?$/.exec(
    birthTime ?? '',
  );
  if (match === null) return undefined;
  return match
    .slice(1, 4)
    .filter((part) => part !== undefined)
    .join('-');
}

function genderOf(patient: XmlElement | undefined): AdministrativeGender | undefined {
  const code = attributeOf(childOf(patient, 'administrativeGenderCode'), 'code')?.toUpperCase();
  if (code === 'F') return 'female';
  if (code === 'M') return 'male';
  if (code === 'UN') return 'other';
  return undefined;
}

function identifiersOf(role: XmlElement): PatientIdentifier[] {
  return readIds(role).flatMap(({ root, extension, authority }) =>
    root === undefined || extension === undefined
      ? []
      : [present({ system: root, value: extension, type: authority })],
  );
}

/** All whom one `recordTarget` names, extension elements between looked through. */
export function readPatients(recordTarget: XmlElement): CdaPatient[] {
  return recordTarget.children
    .filter(isElement)
    .filter(({ name }) => name !== 'recordTarget')
    .flatMap((child) =>
      child.name === 'patientRole' ? [readPatient(child)] : readPatients(child),
    );
}

function readPatient(role: XmlElement): CdaPatient {
  const patient = deepChild(role, 'patient') ?? deepChild(role, 'patientPatient');
  const birthTime = attributeOf(childOf(patient, 'birthTime'), 'value');
  const names = childrenOf(patient, 'name');
  const deceased = attributeOf(childOf(patient, 'sdtc:deceasedInd'), 'value');
  const place = childOf(patient, 'birthplace', 'place');
  const codes = (...wanted: string[]) =>
    wanted.flatMap((name) => childrenOf(patient, name)).flatMap((code) => readCode(code) ?? []);
  return present({
    identity: present({
      names: names.map(readName),
      birthDate: birthDateOf(birthTime),
      gender: genderOf(patient),
      identifiers: identifiersOf(role),
      deceased: deceased === undefined ? undefined : deceased === 'true',
    }),
    displayName: displayName(names[0]),
    names: names.map(readToldName),
    birthTime,
    birthTimeNull: attributeOf(childOf(patient, 'birthTime'), 'nullFlavor'),
    gender: readCode(childOf(patient, 'administrativeGenderCode')),
    deceasedTime: attributeOf(childOf(patient, 'sdtc:deceasedTime'), 'value'),
    multipleBirth: readMultipleBirth(patient),
    ids: readIds(role),
    addresses: readAddresses(role),
    telecoms: readTelecoms(role),
    maritalStatus: readCode(childOf(patient, 'maritalStatusCode')),
    religion: readCode(childOf(patient, 'religiousAffiliationCode')),
    races: codes('raceCode', 'sdtc:raceCode'),
    ethnicities: codes('ethnicGroupCode', 'sdtc:ethnicGroupCode'),
    languages: childrenOf(patient, 'languageCommunication').flatMap(readLanguage),
    birthplace: readAddresses(place)[0] ?? wordsOf(childOf(place, 'name')),
    participations: [
      ...childrenOf(patient, 'guardian').map((element) => readParticipation('guardian', element)),
      ...childrenOf(role, 'providerOrganization').map((element) =>
        readParticipation('providerOrganization', element),
      ),
    ],
  });
}

function readMultipleBirth(patient: XmlElement | undefined): { order?: string } | undefined {
  const order = attributeOf(childOf(patient, 'sdtc:multipleBirthOrderNumber'), 'value');
  const said = attributeOf(childOf(patient, 'sdtc:multipleBirthInd'), 'value');
  return said === 'true' || order !== undefined ? present({ order }) : undefined;
}

function readLanguage(communication: XmlElement): CdaLanguage[] {
  const code = attributeOf(childOf(communication, 'languageCode'), 'code');
  if (code === undefined) return [];
  return [
    present({
      code,
      mode: readCode(childOf(communication, 'modeCode')),
      proficiency: readCode(childOf(communication, 'proficiencyLevelCode')),
      preferred: attributeOf(childOf(communication, 'preferenceInd'), 'value') === 'true',
    }),
  ];
}

/** Any participation: the elements that name people, organisations and devices, wherever its role puts them. */
export function readParticipation(role: ParticipationRole, element: XmlElement): CdaParticipation {
  const entity = entityOf(element);
  const organisations = organisationsOf(element);
  const names = namesOf(entity);
  const device = deepChild(entity, 'assignedAuthoringDevice') ?? deepChild(entity, 'playingDevice');
  return present({
    role,
    typeCode: attributeOf(element, 'typeCode'),
    classCode: attributeOf(entity, 'classCode'),
    names,
    nameNull:
      names.length === 0
        ? personsOf(entity)
            .flatMap((person) => childrenOf(person, 'name'))
            .map(nullOf)
            .find((flavor) => flavor !== undefined)
        : undefined,
    organisations,
    devices: ['manufacturerModelName', 'softwareName'].flatMap(
      (name) => deviceWords(childOf(device, name)) ?? [],
    ),
    code: readCode(childOf(entity, 'code')),
    function: readCode(childOf(element, 'functionCode') ?? childOf(element, 'sdtc:functionCode')),
    time: readPeriod(childOf(element, 'time')),
    signature: attributeOf(childOf(element, 'signatureCode'), 'code'),
    signatureText: wordsOf(childOf(element, 'sdtc:signatureText')),
    ids: readIds(entity).filter(({ root, extension }) => (root ?? extension) !== undefined),
    addresses: readAddresses(entity),
    telecoms: readTelecoms(entity),
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

function namesOf(entity: XmlElement): string[] {
  return personsOf(entity).flatMap((person) =>
    childrenOf(person, 'name').flatMap((name) => displayName(name) ?? []),
  );
}

const ORGANISATION = /Organization$/;

function organisationsOf(element: XmlElement): string[] {
  return element.children
    .filter(isElement)
    .flatMap((child) =>
      ORGANISATION.test(child.name)
        ? childrenOf(child, 'name').flatMap((name) => wordsOf(name) ?? [])
        : child.name === 'assignedPerson'
          ? []
          : organisationsOf(child),
    )
    .concat(
      ORGANISATION.test(element.name)
        ? childrenOf(element, 'name').flatMap((name) => wordsOf(name) ?? [])
        : [],
    );
}

function deepChild(element: XmlElement, name: string): XmlElement | undefined {
  const direct = childOf(element, name);
  if (direct !== undefined) return direct;
  for (const child of element.children) {
    const found = isElement(child) ? deepChild(child, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const deviceWords = (element: XmlElement | undefined): string | undefined =>
  wordsOf(element) ?? attributeOf(element, 'displayName');
