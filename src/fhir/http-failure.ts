import { parseJson } from '../shared/json.ts';
import type { HttpFailure } from '../model/request-error.ts';
import type { NetResponse } from '../net/net-response.ts';
import { outcomeText } from './operation-outcome.ts';
import { withoutIds } from './without-ids.ts';

/** An answer whose status is no success, with what its body says of the reason. Reads the body. */
export async function readHttpFailure(
  response: NetResponse,
  method: string,
  url: string,
): Promise<HttpFailure> {
  const body = await response.text();
  const outcome = body.ok ? failureText(body.value, response.contentType) : undefined;
  return {
    status: response.status,
    request: requestLabel(method, url),
    ...(outcome === undefined ? {} : { outcome }),
    ...(response.requestId === undefined ? {} : { requestId: response.requestId }),
  };
}

/**
 * Method and path without query and without ids, so that the details name no patient. Of a path that names no
 * FHIR type (a file store's) the first segment alone: what follows may be a record number or a name.
 */
export function requestLabel(method: string, url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : (url.split(/[?#]/, 1)[0] ?? '');
  const known = /\/[A-Z][A-Za-z]+(?:\/|$)/.test(path)
    ? path.replace(/(\/[A-Z][A-Za-z]+\/)(?!\$|%24|_)[^/]+/g, '$1{id}')
    : path.replace(/^(\/[^/]+\/).+/, '$1…');
  return `${method} ${known}`;
}

/** An OperationOutcome's text, or the first line of a plain-text body; never HTML. */
function failureText(body: string, contentType: string | undefined): string | undefined {
  const trimmed = body.trim();
  if (trimmed === '') return undefined;
  if (/^[{[]/.test(trimmed)) return outcomeText(parseJson(trimmed));
  if (!/^text\/plain/i.test(contentType ?? '')) return undefined;
  return withoutIds(trimmed.split('\n', 1)[0] ?? '').slice(0, 300);
}
