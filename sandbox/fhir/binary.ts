import { allows } from '../smart/grant.ts';
import {
  emptyAnswer,
  notFoundAnswer,
  rejectedAnswer,
  resourceAnswer,
  textAnswer,
} from './answers.ts';
import { encodeBase64 } from './base64.ts';
import { findRendition, isMasked } from './documents.ts';
import type { FhirCall } from './fhir-call.ts';
import { acceptedTypes, fhirJson, isHtml, nativeTypes } from './media-types.ts';
import { versions } from './versions.ts';

/**
 * `GET Binary/ID`: the document's own bytes when `Accept` names its media type, an envelope when it names the FHIR
 * JSON type, else 406 with an empty body. `application/json` is no name of the envelope.
 */
export async function readBinary(call: FhirCall, id: string): Promise<Response> {
  const [parameter] = call.params.keys();
  if (parameter !== undefined) {
    const text = `${parameter} is not supported`;
    return rejectedAnswer(call.version, {
      as: 'outcome',
      code: 'not-supported',
      text,
      location: parameter,
    });
  }
  const found = findRendition(call, id);
  if (!found || isMasked(call, found.document)) return notFoundAnswer(call.version);
  const { contentType, servedAs, link, body } = found.rendition;
  if (link === 'none' || link === 'inline' || link === 'foreign')
    return notFoundAnswer(call.version);
  const served = servedAs ?? contentType ?? 'application/octet-stream';
  const scope = isHtml(served) ? 'DiagnosticReport' : 'DocumentReference';
  if (!allows(call.grant, scope)) return scopeAnswer(scope);
  const form = chooseForm(call, nativeTypes(contentType, served));
  if (form === undefined) return emptyAnswer(406);
  return binaryAnswer(call, form, { id, served, bytes: await body() });
}

/** Which of its two forms a Binary is asked in; undefined: in neither. */
export function chooseForm(
  call: FhirCall,
  native: readonly string[],
): 'native' | 'envelope' | undefined {
  for (const type of acceptedTypes(call.request.headers.get('accept'))) {
    if (type === fhirJson[call.version]) return 'envelope';
    if (native.includes(type)) return 'native';
  }
  return undefined;
}

export function binaryAnswer(
  call: FhirCall,
  form: 'native' | 'envelope',
  data: { readonly id: string; readonly served: string; readonly bytes: Uint8Array },
): Response {
  if (form === 'envelope') {
    const { mapper } = versions[call.version];
    return resourceAnswer(
      call.version,
      mapper.binary(data.id, data.served, encodeBase64(data.bytes)),
    );
  }
  return new Response(data.bytes.slice(), {
    headers: { 'content-type': data.served, 'content-length': String(data.bytes.length) },
  });
}

export function scopeAnswer(resourceType: string): Response {
  return textAnswer(403, `Scope ${resourceType}.read is not granted`);
}
