import { describe, expect, it } from 'vitest';
import type { ContentError } from '../model/content.ts';
import { canTryAgain, contentErrorWords } from './content-error-words.ts';

const failure = { status: 404, request: 'GET /r4/Binary' };
const errors: readonly ContentError[] = [
  { kind: 'offline' },
  { kind: 'timeout', seconds: 30 },
  { kind: 'sessionEnded' },
  { kind: 'forbidden', failure },
  { kind: 'notFound', failure },
  { kind: 'notAcceptable', failure },
  { kind: 'tooManyRequests', failure },
  { kind: 'serverError', failure },
  { kind: 'refusedAddress', reason: 'otherOrigin', host: 'files.example.org' },
  { kind: 'redirected' },
  { kind: 'blocked', host: 'fhir.example.org' },
  { kind: 'loginPage' },
  { kind: 'unreadableEnvelope', reason: 'base64' },
  { kind: 'truncated', expected: 10, received: 5 },
  { kind: 'empty' },
  { kind: 'tooLarge', limit: 64_000_000, size: 70_000_000 },
  { kind: 'noAddress' },
];

describe('words for a document that did not come', () => {
  it.each(errors)('say what happened and what to do: $kind', (error) => {
    const words = contentErrorWords(error);
    expect(words.what).toMatch(/^[A-Z].*\.$/);
    expect(words.todo).toMatch(/^[A-Z].*\.$/);
  });

  it.each<ContentError>([
    { kind: 'loginPage', requestId: 'r-3' },
    { kind: 'unreadableEnvelope', reason: 'base64', requestId: 'r-3' },
    { kind: 'truncated', expected: 10, received: 5, requestId: 'r-3' },
    { kind: 'empty', requestId: 'r-3' },
  ])('give the request id of an answer that brought no document: $kind', (error) => {
    expect(contentErrorWords(error).details).toContain('request id: r-3');
  });

  it('name sizes in units', () => {
    expect(contentErrorWords({ kind: 'tooLarge', limit: 64_000_000 }).what).toContain('64 MB');
  });

  it('say no more than that of what the person cancelled', () => {
    expect(contentErrorWords({ kind: 'cancelled' })).toEqual({ what: 'Loading was cancelled.' });
  });

  it('offer another try only where it stands a chance', () => {
    expect(canTryAgain({ kind: 'offline' })).toBe(true);
    // Servers were seen to find again what they had said was gone for good.
    expect(canTryAgain({ kind: 'notFound', failure })).toBe(true);
    expect(canTryAgain({ kind: 'noAddress' })).toBe(false);
  });
});
