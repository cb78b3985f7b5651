import { parseJson } from '../shared/json.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { FhirError } from './fhir-error.ts';
import { asResource, type FhirResource } from './fhir-resource.ts';
import { outcomeText } from './operation-outcome.ts';

/**
 * A resource of the expected type out of an answer's text, or what the answer is instead: a login page, an
 * empty body, broken JSON, another resource.
 */
export function parseAnswer(text: string, expectedType?: string): Result<FhirResource, FhirError> {
  const trimmed = text.trimStart();
  if (trimmed === '') return notFhir('empty');
  if (looksLikeHtml(trimmed)) return err({ kind: 'loginPage' });
  const resource = asResource(parseJson(text.replace(/^\uFEFF/, '')));
  if (resource === undefined) return notFhir(trimmed.startsWith('{') ? 'broken JSON' : 'not JSON');
  if (expectedType !== undefined && resource.resourceType !== expectedType) {
    const said = outcomeText(resource);
    return notFhir(said ?? `${resource.resourceType} in place of ${expectedType}`);
  }
  return ok(resource);
}

/** Does the text begin as an HTML page does? A portal's login page arrives with status 200. */
export const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:\uFEFF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(
    text.slice(0, 4000),
  );

const notFhir = (reason: string): Result<never, FhirError> => err({ kind: 'notFhir', reason });
