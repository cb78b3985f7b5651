import { err, ok, type Result } from '../shared/result.ts';
import { type BundlePage, readBundle } from './bundle-page.ts';
import type { FhirError } from './fhir-error.ts';
import type { FhirResource } from './fhir-resource.ts';

/** Servers that ignore `_count` give ten entries a page: enough for 10,000 documents even there. */
const pageLimit = 1000;
/** A server that makes up ever new links to the same entries goes round in circles as well. */
const stalePageLimit = 3;

/** How pages are had: the first address, how relative `next` links resolve, one request. */
export interface PageSource {
  readonly first: string;
  readonly resolve: (next: string) => string;
  readonly get: (address: string) => Promise<Result<FhirResource, FhirError>>;
}

/**
 * Follows `next` links exactly as given, never building one. Entries that came before are dropped. Ends
 * with an error where a link repeats, pages bring nothing new, or there are too many.
 */
export async function* followPages(
  source: PageSource,
): AsyncGenerator<Result<BundlePage, FhirError>> {
  const visited = new Set<string>();
  const seen = new Set<string>();
  let address = source.first;
  let stalePages = 0;
  for (let count = 0; count < pageLimit; count += 1) {
    visited.add(address);
    const answer = await source.get(address);
    if (!answer.ok) {
      yield answer;
      return;
    }
    const page = readBundle(answer.value);
    const fresh = page.resources.filter((resource) => isFresh(resource, seen));
    yield ok({ ...page, resources: fresh });
    if (page.next === undefined) return;
    stalePages = fresh.length === 0 ? stalePages + 1 : 0;
    address = source.resolve(page.next);
    if (visited.has(address) || stalePages >= stalePageLimit) {
      yield err({ kind: 'pagesLoop' });
      return;
    }
  }
  yield err({ kind: 'tooManyPages', limit: pageLimit });
}

function isFresh(resource: FhirResource, seen: Set<string>): boolean {
  if (resource.id === undefined) return true;
  const name = `${resource.resourceType}/${resource.id}`;
  if (seen.has(name)) return false;
  seen.add(name);
  return true;
}
