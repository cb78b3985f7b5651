import { parseJson } from '../shared/json.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { ContentError } from '../model/content.ts';
import type { MediaType } from '../model/media-type.ts';
import { isJson, parseMediaType } from '../model/parse-media-type.ts';
import { asResource, type JsonObject, objectsOf, textOf } from '../fhir/fhir-resource.ts';

/** What a FHIR answer holds: base64 data, a link to it, or nothing wrapped (the JSON is the document). */
export type Envelope =
  | { readonly kind: 'data'; readonly data: string; readonly mediaType?: MediaType }
  | { readonly kind: 'link'; readonly url: string; readonly mediaType?: MediaType }
  | { readonly kind: 'unwrapped' };

/**
 * Opens a Binary (DSTU2 `content`, R4 `data`) or a DocumentReference whose attachment holds the document
 * inline: servers of the Soarian family link to the latter.
 */
export function unwrapJson(text: string, wanted: MediaType): Result<Envelope, ContentError> {
  const json = parseJson(text);
  if (json === undefined) return unreadable('broken JSON');
  const resource = asResource(json);
  if (resource === undefined) {
    const mayBeJson = wanted.declared === undefined || isJson(wanted.essence);
    return mayBeJson ? ok({ kind: 'unwrapped' }) : unreadable('JSON that is no FHIR resource');
  }
  switch (resource.resourceType) {
    case 'Binary':
      return fromFields(resource, textOf(resource['data']) ?? textOf(resource['content']));
    case 'DocumentReference':
      return fromReference(resource, wanted);
    case 'OperationOutcome':
      return unreadable('OperationOutcome');
    default:
      return ok({ kind: 'unwrapped' });
  }
}

function fromReference(resource: JsonObject, wanted: MediaType): Result<Envelope, ContentError> {
  const attachments = objectsOf(resource['content']).flatMap((each) =>
    objectsOf(each['attachment']),
  );
  const ofType = attachments.filter(
    (each) => parseMediaType(textOf(each['contentType'])).essence === wanted.essence,
  );
  const candidates = [...ofType, ...attachments];
  const inline = candidates.find((each) => textOf(each['data']) !== undefined);
  if (inline !== undefined) return fromFields(inline, textOf(inline['data']));
  const linked = candidates.find((each) => textOf(each['url']) !== undefined);
  const url = textOf(linked?.['url']);
  if (linked === undefined || url === undefined) return err({ kind: 'empty' });
  return ok({ kind: 'link', url, ...typeOf(linked) });
}

/** An envelope without data is an empty document (seen where the data is kept elsewhere). */
const fromFields = (
  fields: JsonObject,
  data: string | undefined,
): Result<Envelope, ContentError> =>
  data === undefined ? err({ kind: 'empty' }) : ok({ kind: 'data', data, ...typeOf(fields) });

function typeOf(fields: JsonObject): { readonly mediaType?: MediaType } {
  const declared = textOf(fields['contentType']);
  return declared === undefined ? {} : { mediaType: parseMediaType(declared) };
}

const unreadable = (reason: string): Result<never, ContentError> =>
  err({ kind: 'unreadableEnvelope', reason });
