import { describe, expect, it } from 'vitest';
import { routeOf } from './route.ts';

describe('routeOf', () => {
  it.each([
    { title: 'nothing', query: '', expected: { kind: 'front' } },
    { title: 'what it does not know', query: '?utm=1&patientId=2', expected: { kind: 'front' } },
    {
      title: 'a chart that was signed out of',
      query: '#signed-out',
      expected: { kind: 'signedOut' },
    },
    { title: 'another hash', query: '#abc', expected: { kind: 'front' } },
    {
      title: 'a state beside it',
      query: '?state=s#signed-out',
      expected: { kind: 'resume', state: 's' },
    },
    { title: 'state', query: '?state=s', expected: { kind: 'resume', state: 's' } },
    { title: 'iss', query: '?iss=i', expected: { kind: 'launch', iss: 'i' } },
    {
      title: 'iss and launch',
      query: '?iss=i&launch=l',
      expected: { kind: 'launch', iss: 'i', launch: 'l' },
    },
    { title: 'iss and state', query: '?iss=i&state=s', expected: { kind: 'launch', iss: 'i' } },
    { title: 'launch alone', query: '?launch=l', expected: { kind: 'front' } },
    { title: 'an empty iss', query: '?iss=', expected: { kind: 'front' } },
    { title: 'code without state', query: '?code=c', expected: { kind: 'front' } },
    { title: 'error without state', query: '?error=e', expected: { kind: 'front' } },
    {
      title: 'state and code',
      query: '?state=s&code=c',
      expected: { kind: 'return', state: 's', answer: { kind: 'code', code: 'c' } },
    },
    {
      title: 'state, code and iss',
      query: '?state=s&code=c&iss=i&launch=l',
      expected: { kind: 'return', state: 's', answer: { kind: 'code', code: 'c' }, iss: 'i' },
    },
    {
      title: 'state and error, a code beside it',
      query: '?state=s&error=access_denied&code=c&error_uri=data:text/html,x',
      expected: { kind: 'return', state: 's', answer: { kind: 'error', error: 'access_denied' } },
    },
    {
      title: 'a repeated parameter, known or not',
      query: '?iss=i&x=1&x=2',
      expected: { kind: 'refused', parameter: 'x' },
    },
    {
      title: 'a second code',
      query: '?state=s&code=a&code=b',
      expected: { kind: 'refused', parameter: 'code' },
    },
  ])('takes $title as $expected.kind', ({ query, expected }) => {
    expect(routeOf(new URL(`https://app.example.org/viewer/${query}`))).toEqual(expected);
  });
});

describe('the page that an authorization server names for its error', () => {
  it.each([
    { uri: 'https://login.example.org/errors/1', kept: true },
    { uri: 'http://127.0.0.1:8080/errors/1', kept: true },
    { uri: 'http://login.example.org/', kept: false },
    { uri: 'javascript:alert(1)', kept: false },
    { uri: 'data:text/html,x', kept: false },
    { uri: 'no address', kept: false },
  ])('$uri: kept as a link $kept', ({ uri, kept }) => {
    const query = new URLSearchParams({ state: 's', error: 'access_denied', error_uri: uri });
    const route = routeOf(new URL(`https://app.example.org/?${query.toString()}`));
    expect(route).toMatchObject({ kind: 'return', answer: { kind: 'error' } });
    expect('answer' in route && 'uri' in route.answer).toBe(kept);
  });
});
