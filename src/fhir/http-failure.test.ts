import { describe, expect, it } from 'vitest';
import { requestLabel } from './http-failure.ts';

const host = 'https://ehr.example.org';

describe('the request as the details name it', () => {
  it.each([
    { url: `${host}/r4/t/Patient/12`, expected: 'GET /r4/t/Patient/{id}' },
    { url: `${host}/r4/t/Patient?identifier=12`, expected: 'GET /r4/t/Patient' },
    { url: `${host}/r4/Binary/XR-12/_history/3`, expected: 'GET /r4/Binary/{id}/_history/3' },
    { url: `${host}/r4/Binary/%4e-12`, expected: 'GET /r4/Binary/{id}' },
    {
      url: `${host}/r4/Binary/$autogen-ccd-if?patient=12`,
      expected: 'GET /r4/Binary/$autogen-ccd-if',
    },
    { url: `${host}/r4/Binary/%24autogen?patient=12`, expected: 'GET /r4/Binary/%24autogen' },
    { url: `${host}/docs/mrn-12/nancy-smart.pdf`, expected: 'GET /docs/…' },
  ])('$url → $expected', ({ url, expected }) => {
    expect(requestLabel('GET', url)).toBe(expected);
  });
});
