import type { FhirVersion } from '../session.ts';
import { fhirJson } from './media-types.ts';
import type { Resource } from './resource.ts';

/** A request that is answered with 400: as plain text or as an OperationOutcome, as the vendor does. */
export type Rejected =
  | { readonly as: 'text'; readonly text: string }
  | {
      readonly as: 'outcome';
      readonly code: IssueCode;
      readonly text: string;
      readonly location?: string;
    };

type IssueCode = 'required' | 'invalid' | 'value' | 'not-supported' | 'not-found' | 'business-rule';

/** A resource with the version's FHIR JSON type; DSTU2 adds a charset. */
export function resourceAnswer(version: FhirVersion, resource: Resource, status = 200): Response {
  const charset = version === 'dstu2' ? '; charset=utf-8' : '';
  return new Response(JSON.stringify(resource), {
    status,
    headers: { 'content-type': fhirJson[version] + charset },
  });
}

export function outcomeAnswer(
  version: FhirVersion,
  status: number,
  code: IssueCode,
  text: string,
  location?: string,
): Response {
  const issue = {
    severity: 'error',
    code,
    details: { text },
    ...(location && { location: [location] }),
  };
  return resourceAnswer(version, { resourceType: 'OperationOutcome', issue: [issue] }, status);
}

export function textAnswer(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain' } });
}

export function emptyAnswer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { 'content-length': '0', ...headers } });
}

export function rejectedAnswer(version: FhirVersion, rejected: Rejected): Response {
  if (rejected.as === 'text') return textAnswer(400, rejected.text);
  return outcomeAnswer(version, 400, rejected.code, rejected.text, rejected.location);
}

export function unauthorizedAnswer(error: 'missing' | 'expired'): Response {
  const detail = error === 'expired' ? ', error="invalid_token", error_description="expired"' : '';
  return emptyAnswer(401, { 'www-authenticate': `Bearer realm="sandbox"${detail}` });
}

export function notFoundAnswer(version: FhirVersion): Response {
  return outcomeAnswer(version, 404, 'not-found', 'Resource not found');
}
