import { describe, expect, it } from 'vitest';
import { requestErrorWords } from '../model/request-error-words.ts';
import { fromNetError, fromStatus } from './net-failure.ts';

const failureOf = (status: number) => ({ status, request: 'GET /r4/Patient', requestId: 'r-1' });

describe('a status that is no success', () => {
  it.each([
    { status: 302, kind: 'redirected' },
    { status: 304, kind: 'redirected' },
    { status: 400, kind: 'clientError' },
    { status: 401, kind: 'forbidden' },
    { status: 403, kind: 'forbidden' },
    { status: 404, kind: 'notFound' },
    { status: 405, kind: 'clientError' },
    { status: 406, kind: 'notAcceptable' },
    { status: 409, kind: 'clientError' },
    { status: 410, kind: 'notFound' },
    { status: 415, kind: 'clientError' },
    { status: 422, kind: 'clientError' },
    { status: 429, kind: 'tooManyRequests' },
    { status: 500, kind: 'serverError' },
    { status: 501, kind: 'serverError' },
    { status: 502, kind: 'serverError' },
    { status: 503, kind: 'serverError' },
    { status: 504, kind: 'serverError' },
    { status: 599, kind: 'serverError' },
  ])('$status is told as $kind', ({ status, kind }) => {
    expect(fromStatus(failureOf(status)).kind).toBe(kind);
  });

  it.each([400, 401, 403, 404, 406, 409, 410, 422, 429, 500, 502, 503, 504])(
    '%i is said in words with what to do, and to the help desk with status and request id',
    (status) => {
      for (const asked of ['list', 'document'] as const) {
        const words = requestErrorWords(fromStatus(failureOf(status)), asked);
        expect(words.what).toMatch(/^[A-Z].*\.$/);
        expect(words.todo).toMatch(/^[A-Z].*\.$/);
        expect(words.details).toContain(`status: ${status}`);
        expect(words.details).toContain('request id: r-1');
      }
    },
  );
});

describe('a request without answer', () => {
  it.each([
    { error: { kind: 'offline', cause: new TypeError() }, expected: { kind: 'offline' } },
    {
      error: { kind: 'blocked', host: 'fhir.example.org' },
      expected: { kind: 'blocked', host: 'fhir.example.org' },
    },
    { error: { kind: 'timeout', seconds: 30 }, expected: { kind: 'timeout', seconds: 30 } },
    { error: { kind: 'cancelled' }, expected: { kind: 'cancelled' } },
    { error: { kind: 'sessionEnded' }, expected: { kind: 'sessionEnded' } },
    { error: { kind: 'redirected' }, expected: { kind: 'redirected' } },
  ] as const)('keeps its reason: $error.kind', ({ error, expected }) => {
    expect(fromNetError(error)).toEqual(expected);
  });
});
