import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { FhirVersion } from '../model/patient-context.ts';
import * as dstu2Report from './dstu2/diagnostic-report.ts';
import * as dstu2Reference from './dstu2/document-reference.ts';
import type { FhirResource } from './fhir-resource.ts';
import type { MappingContext } from './mapping-context.ts';
import * as r4Report from './r4/diagnostic-report.ts';
import * as r4Reference from './r4/document-reference.ts';

type Mapper = (resource: FhirResource, context: MappingContext) => ClinicalDocument | undefined;

const mappers: Readonly<Record<FhirVersion, ReadonlyMap<string, Mapper>>> = {
  dstu2: new Map([
    ['DiagnosticReport', dstu2Report.mapDiagnosticReport],
    ['DocumentReference', dstu2Reference.mapDocumentReference],
  ]),
  r4: new Map([
    ['DiagnosticReport', r4Report.mapDiagnosticReport],
    ['DocumentReference', r4Reference.mapDocumentReference],
  ]),
};

/** A row of the list out of a resource; undefined for other types and resources without an id. */
export const mapDocument = (
  version: FhirVersion,
  resource: FhirResource,
  context: MappingContext,
): ClinicalDocument | undefined => mappers[version].get(resource.resourceType)?.(resource, context);
