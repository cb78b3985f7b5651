import type {
  AdministrativeGender,
  PatientIdentifier,
  PatientIdentity,
  PatientName,
} from '../model/patient-context.ts';
import { normaliseBase, readReference } from '../model/resource-address.ts';
import { conceptText } from './concept.ts';
import {
  type FhirResource,
  type JsonObject,
  objectOf,
  objectsOf,
  textOf,
  textsOf,
} from './fhir-resource.ts';

/** Who a Patient resource says the person is. DSTU2's `family` is a list, R4's one text: both are read. */
export function mapPatient(patient: FhirResource): PatientIdentity {
  const birthDate = textOf(patient['birthDate']);
  const gender = readGender(patient['gender']);
  const deceased =
    textOf(patient['deceasedDateTime']) ??
    (typeof patient['deceasedBoolean'] === 'boolean' ? patient['deceasedBoolean'] : undefined);
  return {
    names: objectsOf(patient['name']).map(readName),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(gender === undefined ? {} : { gender }),
    identifiers: objectsOf(patient['identifier']).flatMap(readIdentifier),
    ...(deceased === undefined ? {} : { deceased }),
  };
}

/** Ids of the same server that `Patient.link` calls the same person, whatever the kind of link. */
export function readLinkedIds(patient: FhirResource, base: string): readonly string[] {
  const here = normaliseBase(base);
  return objectsOf(patient['link']).flatMap((link) => {
    const reference = textOf(objectOf(link['other'])?.['reference']);
    const address = reference === undefined ? undefined : readReference(reference, base);
    const isHere = address?.type === 'Patient' && address.base === here;
    return isHere && address.id !== patient.id ? [address.id] : [];
  });
}

function readName(name: JsonObject): PatientName {
  const text = textOf(name['text']);
  const use = textOf(name['use']);
  return {
    family: textsOf(name['family']),
    given: textsOf(name['given']),
    prefix: textsOf(name['prefix']),
    suffix: textsOf(name['suffix']),
    ...(text === undefined ? {} : { text }),
    ...(use === undefined ? {} : { use }),
  };
}

function readIdentifier(identifier: JsonObject): readonly PatientIdentifier[] {
  const value = textOf(identifier['value']);
  if (value === undefined) return [];
  const system = textOf(identifier['system'])?.replace(/^urn:oid:/i, '');
  const type = conceptText(identifier['type']);
  return [
    {
      ...(system === undefined ? {} : { system }),
      value,
      ...(type === undefined ? {} : { type }),
    },
  ];
}

function readGender(value: unknown): AdministrativeGender | undefined {
  switch (value) {
    case 'female':
    case 'male':
    case 'other':
    case 'unknown':
      return value;
    default:
      return undefined;
  }
}
