import { describe, expect, it } from 'vitest';
import type { FhirError } from '../fhir/fhir-error.ts';
import { fhirErrorWords } from './fhir-error-words.ts';

const failure = {
  status: 500,
  request: 'GET /r4/DocumentReference',
  requestId: 'r-1',
  outcome: 'no',
};
const errors: readonly FhirError[] = [
  { kind: 'cancelled' },
  { kind: 'offline' },
  { kind: 'timeout', seconds: 30 },
  { kind: 'sessionEnded' },
  { kind: 'forbidden', failure },
  { kind: 'notFound', failure },
  { kind: 'notAcceptable', failure },
  { kind: 'tooManyRequests', failure },
  { kind: 'clientError', failure },
  { kind: 'serverError', failure },
  { kind: 'refusedAddress', reason: 'otherOrigin', host: 'files.example.org' },
  { kind: 'redirected' },
  { kind: 'blocked', host: 'fhir.example.org' },
  { kind: 'loginPage' },
  { kind: 'notFhir', reason: 'empty' },
  { kind: 'pagesLoop' },
  { kind: 'tooManyPages', limit: 200 },
];

describe('words for a failed search', () => {
  it.each(errors)('say what happened and what to do: $kind', (error) => {
    const words = fhirErrorWords(error);
    expect(words.what).toMatch(/^[A-Z].*\.$/);
    expect(words.todo).toMatch(/^[A-Z].*\.$/);
    expect(words.details?.[0]).toBe(`error: ${error.kind}`);
  });

  it.each<FhirError>([
    { kind: 'loginPage', requestId: 'r-2' },
    { kind: 'notFhir', reason: 'broken JSON', requestId: 'r-2' },
  ])('give the request id of an answer that is no FHIR: $kind', (error) => {
    expect(fhirErrorWords(error).details).toContain('request id: r-2');
  });

  it('give status, request and request id to the help desk', () => {
    expect(fhirErrorWords({ kind: 'serverError', failure }).details).toEqual([
      'error: serverError',
      'status: 500',
      'request: GET /r4/DocumentReference',
      'request id: r-1',
      'answer: no',
    ]);
  });
});
