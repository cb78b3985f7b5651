/** Reads and searches one FHIR server over the guarded fetch. Knows wire and paging, not documents. */
import { err, type Result } from '../shared/result.ts';
import type { FhirVersion } from '../model/patient-context.ts';
import { normaliseBase } from '../model/resource-address.ts';
import type { Net } from '../net/net.ts';
import type { BundlePage } from './bundle-page.ts';
import { fhirJson } from './fhir-accept.ts';
import type { FhirError } from './fhir-error.ts';
import type { FhirResource } from './fhir-resource.ts';
import { readHttpFailure } from './http-failure.ts';
import { fromNetError, fromStatus } from './net-failure.ts';
import { parseAnswer } from './parse-answer.ts';
import { followPages } from './search-pages.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal;
}

export interface SearchOptions extends ReadOptions {
  /** A `next` link of an earlier page to go on from, in place of the first page. */
  readonly from?: string;
}

export interface FhirReader {
  /** Without trailing slash. */
  readonly base: string;
  readonly version: FhirVersion;
  readonly net: Net;
  /** A resource by its path below the base (`Patient/1`, `DocumentReference/$docref?patient=1`). */
  read(path: string, options?: ReadOptions): Promise<Result<FhirResource, FhirError>>;
  /** The pages of a search as they arrive. Ends after the first error; what came before it stays valid. */
  searchPages(
    path: string,
    params: URLSearchParams,
    options?: SearchOptions,
  ): AsyncIterable<Result<BundlePage, FhirError>>;
}

/** A reader of the server at `base`, which answers in the JSON of `version`. */
export function createFhirReader(options: {
  readonly base: string;
  readonly version: FhirVersion;
  readonly net: Net;
}): FhirReader {
  const { version, net } = options;
  const base = normaliseBase(options.base);

  async function get(
    address: string,
    expectedType: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Result<FhirResource, FhirError>> {
    const allowed = net.classify(address);
    if (!allowed.ok) return err(fromNetError(allowed.error));
    const answer = await net.request({
      purpose: allowed.value.purpose,
      url: allowed.value.url,
      accept: fhirJson[version],
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) return err(fromNetError(answer.error));
    const response = answer.value;
    if (response.status < 200 || response.status > 299) {
      return err(fromStatus(await readHttpFailure(response, 'GET', address)));
    }
    const text = await response.text();
    if (!text.ok) return err(fromNetError(text.error));
    const parsed = parseAnswer(text.value, expectedType);
    return parsed.ok ? parsed : err(withRequestId(parsed.error, response.requestId));
  }

  return {
    base,
    version,
    net,
    read: (path, { signal } = {}) => get(`${base}/${path}`, expectedTypeOf(path), signal),
    searchPages: (path, params, { signal, from } = {}) =>
      followPages({
        first: from ?? `${base}/${path}?${params.toString()}`,
        resolve: (next) => (URL.canParse(next) ? next : `${base}/${next.replace(/^\/+/, '')}`),
        get: (address) => get(address, 'Bundle', signal),
      }),
  };
}

/** What came was no FHIR: the support desk asks for the request's id all the same. */
function withRequestId(error: FhirError, requestId: string | undefined): FhirError {
  const isOfAnswer = error.kind === 'notFhir' || error.kind === 'loginPage';
  return isOfAnswer && requestId !== undefined ? { ...error, requestId } : error;
}

/** Operations (`$docref`) answer with Bundles, an instance with its own type, all else is left open. */
function expectedTypeOf(path: string): string | undefined {
  const [type, id] = path.split(/[/?]/);
  if (id === undefined) return undefined;
  return id.startsWith('$') ? undefined : type;
}
