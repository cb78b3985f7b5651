import { asResource, type FhirResource, numberOf, objectsOf, textOf } from './fhir-resource.ts';

/** One page of a search. */
export interface BundlePage {
  readonly resources: readonly FhirResource[];
  /** Of all pages, where the server counts. */
  readonly total?: number;
  /** The link to the next page exactly as given, opaque. */
  readonly next?: string;
}

/** The resources of a searchset Bundle; `entry` may be absent, entries may be empty or be an outcome. */
export function readBundle(bundle: FhirResource): BundlePage {
  const resources = objectsOf(bundle['entry'])
    .map((entry) => asResource(entry['resource']))
    .filter((resource) => resource !== undefined)
    .filter((resource) => resource.resourceType !== 'OperationOutcome');
  const total = numberOf(bundle['total']);
  const link = objectsOf(bundle['link']).find((each) => each['relation'] === 'next');
  const next = textOf(link?.['url']);
  return {
    resources,
    ...(total === undefined ? {} : { total }),
    ...(next === undefined ? {} : { next }),
  };
}
