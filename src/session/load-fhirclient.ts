import { isRecord, textOf } from '../shared/json.ts';
import { trustedLink } from '../shared/web-address.ts';
import { LONGEST_DESCRIPTION } from './route.ts';

/** What an authorization server says of its refusal (RFC 6749 section 5.2). */
export interface Refusal {
  readonly description?: string;
  readonly uri?: string;
}

type Fhirclient = typeof import('fhirclient/lib/adapters/BrowserAdapter.js');

let loading: Promise<Fhirclient> | undefined;
let lastRefusal: Promise<unknown> = Promise.resolve(undefined);

/** Loads fhirclient, where somebody launches or comes back. */
export function loadFhirclient(): Promise<Fhirclient> {
  loading ??= loadWatched();
  return loading;
}

/**
 * fhirclient tells of a refused exchange the error's name alone. It takes hold of `fetch` once, as it is
 * loaded: it is given one that keeps a copy of what a refusal says.
 */
async function loadWatched(): Promise<Fhirclient> {
  const { fetch } = globalThis;
  globalThis.fetch = async (...asked) => {
    const answer = await fetch(...asked);
    if (!answer.ok) lastRefusal = bodyOf(answer.clone());
    return answer;
  };
  try {
    return await import('fhirclient/lib/adapters/BrowserAdapter.js');
  } finally {
    globalThis.fetch = fetch;
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

/** What the last request of fhirclient that was refused was told. */
export async function refusalOfFhirclient(): Promise<Refusal> {
  const body = await lastRefusal;
  const answer = isRecord(body) ? body : {};
  const description = textOf(answer['error_description'])?.slice(0, LONGEST_DESCRIPTION);
  const uri = trustedLink(answer['error_uri']);
  return {
    ...(description !== undefined && { description }),
    ...(uri !== undefined && { uri }),
  };
}
