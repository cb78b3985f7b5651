import type { Origins } from '../origins.ts';
import type { FhirVersion } from '../session.ts';
import { oauthUris } from '../smart/endpoints.ts';
import { fhirJson } from './media-types.ts';
import type { Resource } from './resource.ts';
import { versions } from './versions.ts';

const oauthExtension = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

/** `GET metadata`, without a token: Conformance (DSTU2) or CapabilityStatement (R4), with the `oauth-uris`. */
export function metadata(options: {
  readonly origins: Origins;
  readonly version: FhirVersion;
  readonly tenant: string;
  /** ISO instant. */
  readonly now: string;
}): Resource {
  const { mapper, rules } = versions[options.version];
  const uris = oauthUris({ id: options.tenant }, options.origins, options.version);
  const common = {
    status: 'active',
    date: options.now,
    publisher: 'Sandbox EHR',
    kind: 'instance',
    software: { name: 'Sandbox EHR' },
    fhirVersion: mapper.fhirVersion,
    format: [fhirJson[options.version]],
  };
  const rest = {
    mode: 'server',
    security: {
      extension: [
        {
          url: oauthExtension,
          extension: Object.entries(uris).map(([url, valueUri]) => ({ url, valueUri })),
        },
      ],
      cors: true,
      service: [serviceOf(options.version)],
    },
    resource: [
      { type: 'Patient', interaction: [{ code: 'read' }] },
      ...Object.entries({
        Encounter: rules.encounter,
        DiagnosticReport: rules.diagnosticReport,
        DocumentReference: rules.documentReference,
      }).map(([type, rule]) => ({
        type,
        interaction: [{ code: 'read' }, { code: 'search-type' }],
        searchParam: Object.keys(rule.parameters)
          .filter((name) => !/^_(count|revinclude)$|:/.test(name))
          .map((name) => ({ name, type: parameterType(name) })),
      })),
      { type: 'Binary', interaction: [{ code: 'read' }] },
    ],
  };
  return options.version === 'dstu2'
    ? { resourceType: 'Conformance', ...common, acceptUnknown: 'no', rest: [rest] }
    : { resourceType: 'CapabilityStatement', ...common, rest: [rest] };
}

function serviceOf(version: FhirVersion): Resource {
  const system =
    version === 'dstu2'
      ? 'http://hl7.org/fhir/restful-security-service'
      : 'http://terminology.hl7.org/CodeSystem/restful-security-service';
  return {
    coding: [{ system, code: 'SMART-on-FHIR' }],
    text: 'OAuth2 using SMART-on-FHIR profile',
  };
}

function parameterType(name: string): string {
  if (['date', 'created', 'period', '_lastUpdated'].includes(name)) return 'date';
  return ['patient', 'subject', 'encounter'].includes(name) ? 'reference' : 'token';
}
