import { describe, expect, it } from 'vitest';
import { isInMpages } from './join-mpages.ts';

const mpage = 'https://embedded.cerner.com';

describe('a frame', () => {
  it.each([
    { title: 'right inside an MPage', ancestors: [mpage], expected: true },
    {
      title: 'in a frame of an MPage',
      ancestors: ['https://ehr.example.org', mpage],
      expected: false,
    },
    {
      title: 'around which an MPage stands in another page',
      ancestors: [mpage, 'https://ehr.example.org'],
      expected: true,
    },
    { title: 'of another EHR', ancestors: ['https://ehr.example.org'], expected: false },
    { title: 'of a host that ends alike', ancestors: [`${mpage}.evil.test`], expected: false },
    {
      title: 'of a host that begins otherwise',
      ancestors: ['https://notembedded.cerner.com'],
      expected: false,
    },
    {
      title: 'of the same host without encryption',
      ancestors: ['http://embedded.cerner.com'],
      expected: false,
    },
    { title: 'that is no frame', ancestors: [], expected: false },
    { title: 'whose browser does not tell', ancestors: undefined, expected: false },
  ])('$title: in an MPage $expected', ({ ancestors, expected }) => {
    const view = { location: { ancestorOrigins: ancestors } };
    expect(isInMpages(view as unknown as Window)).toBe(expected);
  });
});
