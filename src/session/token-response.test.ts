import { describe, expect, it } from 'vitest';
import { parseTokenResponse } from './token-response.ts';

describe('parseTokenResponse', () => {
  it.each([
    { title: 'seconds as text', json: { expires_in: '570' }, expected: { expiresIn: 570 } },
    {
      title: 'a numeric patient id',
      json: { patient: 12724066 },
      expected: { patient: '12724066' },
    },
    {
      title: 'a banner wish as text',
      json: { need_patient_banner: 'false' },
      expected: { needPatientBanner: false },
    },
    {
      title: 'an id that climbs',
      json: { patient: '../Patient/2' },
      expected: { needPatientBanner: true },
    },
    { title: 'an id of dots', json: { patient: '..' }, expected: { needPatientBanner: true } },
    {
      title: 'seconds that are none',
      json: { expires_in: 'soon' },
      expected: { needPatientBanner: true },
    },
    { title: 'no object', json: 'error', expected: { needPatientBanner: true } },
  ])('reads $title', ({ json, expected }) => {
    expect(parseTokenResponse(json)).toEqual({ needPatientBanner: true, ...expected });
  });
});
