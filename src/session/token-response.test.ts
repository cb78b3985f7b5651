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
    {
      title: 'how long nobody need be active',
      json: { active_ttl: 900 },
      expected: { activeTtl: 900 },
    },
    { title: 'an activity limit of nothing', json: { active_ttl: 0 }, expected: {} },
    { title: 'the tenant', json: { tenant: 't-1' }, expected: { tenant: 't-1' } },
    {
      title: 'the address of the style',
      json: { smart_style_url: 'https://x.test/s.json' },
      expected: { styleUrl: 'https://x.test/s.json' },
    },
    {
      title: 'what the launch is about, as objects, as text and by intent',
      json: {
        fhirContext: [
          { reference: 'DocumentReference/1' },
          'DiagnosticReport/2',
          { canonical: 'x' },
          7,
        ],
        intent: 'DocumentReference/3',
      },
      expected: {
        references: ['DocumentReference/1', 'DiagnosticReport/2', 'DocumentReference/3'],
      },
    },
    { title: 'a context that is no list', json: { fhirContext: {}, intent: 1 }, expected: {} },
    { title: 'no object', json: 'error', expected: { needPatientBanner: true } },
  ])('reads $title', ({ json, expected }) => {
    expect(parseTokenResponse(json)).toEqual({
      needPatientBanner: true,
      references: [],
      ...expected,
    });
  });
});
