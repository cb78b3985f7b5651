import { describe, expect, it } from 'vitest';
import { documentId, readReference, sameResource } from './resource-address.ts';

const base = 'https://ehr.example.org/r4/tenant';

describe('readReference', () => {
  it.each([
    ['Patient/1', { base, type: 'Patient', id: '1' }],
    ['/Patient/1', { base, type: 'Patient', id: '1' }],
    ['Patient/1/_history/3', { base, type: 'Patient', id: '1' }],
    [`${base}/Patient/a.b-1`, { base, type: 'Patient', id: 'a.b-1' }],
    ['HTTPS://EHR.example.org/r4/tenant/Patient/1', { base, type: 'Patient', id: '1' }],
    [
      'https://other.example.org/r4/Patient/1',
      { base: 'https://other.example.org/r4', type: 'Patient', id: '1' },
    ],
  ])('reads %s', (reference, expected) => {
    expect(readReference(reference, `${base}/`)).toEqual(expected);
  });

  it.each(['#p1', 'urn:uuid:0', '', 'Patient', 'Patient/', 'Patient/../1', 'x/Patient/1'])(
    'has no address for %j',
    (reference) => expect(readReference(reference, base)).toBeUndefined(),
  );

  it('tells servers apart', () => {
    const here = { base, type: 'Patient', id: '1' };
    expect(sameResource(here, { ...here, base: `${base}/` })).toBe(true);
    expect(sameResource(here, { ...here, base: `${base}2` })).toBe(false);
    expect(documentId({ ...here, base: `${base}/` })).toBe(`${base}/Patient/1`);
  });
});
