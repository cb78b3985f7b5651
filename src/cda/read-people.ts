import type { CdaLanguage, CdaPatient } from './cda-header.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { dateOf } from './date-of.ts';
import type { AdministrativeGender, PatientIdentifier } from '../model/patient-context.ts';
import { displayName, readName, readToldName, tellName } from './read-name.ts';
import { readAddresses, readCode, readIds, readTelecoms } from './read-data-types.ts';
import { readParticipation } from './read-participation.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  type XmlElement,
} from './xml-element.ts';

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
export function readPatients(recordTarget: XmlElement, ledger: EntryLedger): CdaPatient[] {
  return recordTarget.children
    .filter(isElement)
    .filter(({ name }) => name !== 'recordTarget')
    .flatMap((child) =>
      child.name === 'patientRole' ? [readPatient(child, ledger)] : readPatients(child, ledger),
    );
}

function readPatient(role: XmlElement, ledger: EntryLedger): CdaPatient {
  const patient = deepChild(role, 'patient') ?? deepChild(role, 'patientPatient');
  const birthTime = ledger.attribute(childOf(patient, 'birthTime'), 'value');
  const names = childrenOf(patient, 'name');
  for (const name of names) tellName(name, ledger);
  const deceased = truthOf(childOf(patient, 'sdtc:deceasedInd'), ledger);
  const place = childOf(patient, 'birthplace', 'place');
  const codes = (...wanted: string[]) =>
    wanted
      .flatMap((name) => childrenOf(patient, name))
      .flatMap((code) => readCode(code, ledger) ?? []);
  const born = [
    ...childrenOf(place, 'name').flatMap((name) => ledger.words(name) ?? []),
    ...readAddresses(place, ledger).map(({ text }) => text),
  ];
  return present({
    identity: present({
      names: names.map(readName),
      birthDate: dateOf(birthTime),
      gender: genderOf(patient),
      identifiers: identifiersOf(role),
      deceased,
    }),
    displayName: displayName(names[0]),
    names: names.map(readToldName),
    birthTime,
    birthTimeNull: ledger.attribute(childOf(patient, 'birthTime'), 'nullFlavor'),
    gender: readCode(childOf(patient, 'administrativeGenderCode'), ledger),
    deceasedTime: ledger.attribute(childOf(patient, 'sdtc:deceasedTime'), 'value'),
    multipleBirth: readMultipleBirth(patient, ledger),
    ids: readIds(role),
    addresses: readAddresses(role, ledger),
    telecoms: readTelecoms(role, ledger),
    maritalStatus: readCode(childOf(patient, 'maritalStatusCode'), ledger),
    religion: readCode(childOf(patient, 'religiousAffiliationCode'), ledger),
    races: codes('raceCode', 'sdtc:raceCode'),
    ethnicities: codes('ethnicGroupCode', 'sdtc:ethnicGroupCode'),
    languages: childrenOf(patient, 'languageCommunication').flatMap((spoken) =>
      readLanguage(spoken, ledger),
    ),
    birthplace: born.length === 0 ? undefined : born.join(', '),
    participations: [
      ...childrenOf(patient, 'guardian').map((element) =>
        readParticipation('guardian', element, ledger),
      ),
      ...childrenOf(role, 'providerOrganization').map((element) =>
        readParticipation('providerOrganization', element, ledger),
      ),
    ],
  });
}

/** An HL7 `BL`; what is neither true nor false is left. */
function truthOf(element: XmlElement | undefined, ledger: EntryLedger): boolean | undefined {
  const value = attributeOf(element, 'value');
  if (value !== 'true' && value !== 'false') return undefined;
  ledger.attribute(element, 'value');
  return value === 'true';
}

function readMultipleBirth(
  patient: XmlElement | undefined,
  ledger: EntryLedger,
): { order?: string } | undefined {
  const order = ledger.attribute(childOf(patient, 'sdtc:multipleBirthOrderNumber'), 'value');
  const said = truthOf(childOf(patient, 'sdtc:multipleBirthInd'), ledger);
  return said === true || order !== undefined ? present({ order }) : undefined;
}

function readLanguage(communication: XmlElement, ledger: EntryLedger): CdaLanguage[] {
  const code = ledger.attribute(childOf(communication, 'languageCode'), 'code');
  if (code === undefined) return [];
  return [
    present({
      code,
      mode: readCode(childOf(communication, 'modeCode'), ledger),
      proficiency: readCode(childOf(communication, 'proficiencyLevelCode'), ledger),
      preferred: truthOf(childOf(communication, 'preferenceInd'), ledger) === true,
    }),
  ];
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
