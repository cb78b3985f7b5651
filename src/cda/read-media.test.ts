import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CdaMedia, CdaRegion } from './cda-media.ts';
import { MAX_REGION_VALUES } from './limits.ts';
import { createCdaParser } from './parse-cda.ts';

/** The media of a document of one section; its narrative comes first, so that its entries are skipped. */
function mediaOf(entries: string): readonly CdaMedia[] {
  const found: CdaMedia[] = [];
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'section') found.push(...event.section.media);
  });
  parser.write(
    new TextEncoder().encode(
      `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><text>a</text>${entries}</section></component></structuredBody></component></ClinicalDocument>`,
    ),
  );
  parser.end();
  return found;
}

const values = (list: string): string =>
  list
    .split(' ')
    .map((value) => `<value value="${value}"/>`)
    .join('');

const picture = (id = ''): string =>
  `<observationMedia${id}><value mediaType="image/gif" representation="B64">R0lG</value></observationMedia>`;

const gif = { mediaType: 'image/gif', representation: 'B64', text: 'R0lG' } as const;

describe('the region of interest', () => {
  it.each<{ title: string; code: string; list: string; expected: CdaRegion }>([
    { title: 'a circle by its centre and a point on it', code: 'CIRCLE', list: '50 40 53 44', expected: { kind: 'circle', x: 50, y: 40, radius: 5 } },
    { title: 'an upright ellipse by the ends of its axes', code: 'ELLIPSE', list: '3 1 3 7 2 4 4 4', expected: { kind: 'ellipse', x: 3, y: 4, major: 3, minor: 1, degrees: 90 } },
    { title: 'a lying ellipse', code: 'ELLIPSE', list: '0 4 8 4 4 2 4 6', expected: { kind: 'ellipse', x: 4, y: 4, major: 4, minor: 2, degrees: 0 } },
    { title: 'a slanted ellipse', code: 'ELLIPSE', list: '0 0 6 6 4 2 2 4', expected: { kind: 'ellipse', x: 3, y: 3, major: Math.hypot(3, 3), minor: Math.hypot(1, 1), degrees: 45 } },
    { title: 'one point', code: 'POINT', list: '7 8', expected: { kind: 'points', points: [[7, 8]] } },
    { title: 'several points', code: 'POINT', list: '7 8 9 10', expected: { kind: 'points', points: [[7, 8], [9, 10]] } },
    { title: 'a closed polygon', code: 'POLY', list: '0 0 9 0 9 9 0 0', expected: { kind: 'lines', points: [[0, 0], [9, 0], [9, 9], [0, 0]] } },
    { title: 'lines that stay open', code: 'POLY', list: '0 0 9 0', expected: { kind: 'lines', points: [[0, 0], [9, 0]] } },
    { title: 'a code in small letters', code: 'point', list: '1 2', expected: { kind: 'points', points: [[1, 2]] } },
    { title: 'coordinates with signs and fractions', code: 'POINT', list: '-1.5 +2', expected: { kind: 'points', points: [[-1.5, 2]] } },
    { title: 'words in place of numbers', code: 'CIRCLE', list: '50 x 53 44', expected: { kind: 'unreadable', code: 'CIRCLE', values: ['50', 'x', '53', '44'] } },
    { title: 'hexadecimal and infinite numbers', code: 'POINT', list: '0x10 Infinity', expected: { kind: 'unreadable', code: 'POINT', values: ['0x10', 'Infinity'] } },
    { title: 'numbers beyond any picture', code: 'POINT', list: '1 10000000', expected: { kind: 'unreadable', code: 'POINT', values: ['1', '10000000'] } },
    { title: 'an odd number of values', code: 'POLY', list: '1 2 3', expected: { kind: 'unreadable', code: 'POLY', values: ['1', '2', '3'] } },
    { title: 'too few for a circle', code: 'CIRCLE', list: '1 2', expected: { kind: 'unreadable', code: 'CIRCLE', values: ['1', '2'] } },
    { title: 'too many for a circle', code: 'CIRCLE', list: '1 2 3 4 5 6', expected: { kind: 'unreadable', code: 'CIRCLE', values: ['1', '2', '3', '4', '5', '6'] } },
    { title: 'too few for an ellipse', code: 'ELLIPSE', list: '1 2 3 4', expected: { kind: 'unreadable', code: 'ELLIPSE', values: ['1', '2', '3', '4'] } },
    { title: 'one end of a line', code: 'POLY', list: '1 2', expected: { kind: 'unreadable', code: 'POLY', values: ['1', '2'] } },
    { title: 'a shape of no known name', code: 'SPLINE', list: '1 2', expected: { kind: 'unreadable', code: 'SPLINE', values: ['1', '2'] } },
  ])('is read from $title', ({ code, list, expected }) => {
    const [region] = mediaOf(
      `<entry><regionOfInterest ID="R"><code code="${code}"/>${values(list)}</regionOfInterest></entry>`,
    );
    expect(region).toEqual({ id: 'R', refersTo: [], region: expected });
  }); // prettier-ignore

  it.each<{ title: string; inner: string; expected: CdaRegion }>([
    { title: 'no code', inner: values('1 2'), expected: { kind: 'unreadable', values: ['1', '2'] } },
    { title: 'no values', inner: '<code code="POINT"/>', expected: { kind: 'unreadable', code: 'POINT', values: [] } },
    { title: 'a value that is unknown', inner: '<code code="POINT"/><value value="1"/><value nullFlavor="UNK"/>', expected: { kind: 'unreadable', code: 'POINT', values: ['1', 'UNK'] } },
    { title: 'all values in one', inner: '<code code="POINT"/><value value="1 2, 3,4"/>', expected: { kind: 'points', points: [[1, 2], [3, 4]] } },
    { title: 'more values than any outline has', inner: `<code code="POLY"/>${'<value value="1"/>'.repeat(MAX_REGION_VALUES + 2)}`, expected: { kind: 'unreadable', code: 'POLY', values: Array.from({ length: 20 }, () => '1') } },
  ])('is read with $title', ({ inner, expected }) => {
    const [region] = mediaOf(`<entry><regionOfInterest ID="R">${inner}</regionOfInterest></entry>`);
    expect(region?.region).toEqual(expected);
  }); // prettier-ignore
});

describe('any region', () => {
  it('is drawn in numbers that are finite, or said to be unreadable', () => {
    const value = fc.oneof(
      fc.integer({ min: -50, max: 2000 }).map(String),
      fc.constantFrom(
        '',
        ' ',
        '1e999',
        'NaN',
        '-',
        '0',
        '999999',
        '1 2',
        '3,4',
        '&#0;',
        '\u0660',
        '2.5',
      ),
    );
    const code = fc.constantFrom('CIRCLE', 'ELLIPSE', 'POINT', 'POLY', 'poly', '', '__proto__');
    fc.assert(
      fc.property(code, fc.array(value, { maxLength: 12 }), (name, all) => {
        const list = all.map((one) => `<value value="${one}"/>`).join('');
        const [media] = mediaOf(
          `<entry><regionOfInterest ID="R"><code code="${name}"/>${list}</regionOfInterest></entry>`,
        );
        const region = media?.region;
        if (region?.kind === 'unreadable') return;
        const numbers =
          region === undefined
            ? [NaN]
            : Object.values(region)
                .flat(2)
                .filter((part) => typeof part === 'number');
        expect(numbers.every((number) => Number.isFinite(number))).toBe(true);
        expect(numbers.length).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the media of a region', () => {
  const region = (inner: string): string =>
    `<entry><regionOfInterest ID="R"><code code="POINT"/>${values('1 2')}${inner}</regionOfInterest></entry>`;
  const point = { kind: 'points', points: [[1, 2]] };
  it.each<{ title: string; input: string; expected: readonly object[] }>([
    {
      title: 'is found inside it by its id',
      input: region(`<entryRelationship typeCode="SUBJ">${picture(' ID="M"')}</entryRelationship>`),
      expected: [
        { id: 'R', refersTo: ['M'], region: point },
        { id: 'M', refersTo: [], data: gif },
      ],
    },
    {
      title: 'needs no id of its own',
      input: region(`<entryRelationship typeCode="SUBJ">${picture()}</entryRelationship>`),
      expected: [
        { id: 'R', refersTo: ['R 1'], region: point },
        { id: 'R 1', refersTo: [], data: gif },
      ],
    },
    {
      title: 'may be two',
      input: region(
        `<entryRelationship>${picture(' ID="M1"')}</entryRelationship><entryRelationship>${picture()}</entryRelationship>`,
      ),
      expected: [
        { id: 'R', refersTo: ['M1', 'R 2'], region: point },
        { id: 'R 2', refersTo: [], data: gif },
        { id: 'M1', refersTo: [], data: gif },
      ],
    },
    {
      title: 'may stand around it',
      input: `<entry><observationMedia ID="M"><entryRelationship inversionInd="true"><regionOfInterest ID="R"><code code="POINT"/>${values('1 2')}</regionOfInterest></entryRelationship></observationMedia></entry>`,
      expected: [
        { id: 'M', refersTo: [] },
        { id: 'R', refersTo: ['M'], region: point },
      ],
    },
    {
      title: 'may lie outside the document, by its address or its id',
      input: region(
        '<reference typeCode="SUBJ"><externalObservation><id root="1.2.3"/><text><reference value="https://pacs.test/1"/></text></externalObservation></reference><reference><externalObservation><id root="1.2.3"/></externalObservation></reference>',
      ),
      expected: [
        { id: 'R', refersTo: [], region: point, outside: ['https://pacs.test/1', '1.2.3'] },
      ],
    },
  ])('$title', ({ input, expected }) => {
    expect(mediaOf(input)).toEqual(expected);
  });
});

describe('a picture', () => {
  it.each<{ title: string; input: string; expected: object | undefined }>([
    { title: 'with an address', input: '<value mediaType="image/jpeg"><reference value="hand.jpeg"/></value>', expected: { mediaType: 'image/jpeg', representation: 'B64', text: '', reference: 'hand.jpeg' } },
    { title: 'that does not say it is in base64', input: '<value mediaType="IMAGE/PNG">iVBO</value>', expected: { mediaType: 'image/png', representation: 'B64', text: 'iVBO' } },
    { title: 'of text', input: '<value mediaType="image/svg+xml">&lt;svg/&gt;</value>', expected: { mediaType: 'image/svg+xml', representation: 'TXT', text: '<svg/>' } },
    { title: 'with a thumbnail, which is left out', input: '<value mediaType="image/gif" representation="B64"><thumbnail representation="B64">AAAA</thumbnail>R0lG</value>', expected: gif },
    { title: 'without a value', input: '', expected: undefined },
  ])('$title is read', ({ input, expected }) => {
    const [media] = mediaOf(`<entry><observationMedia ID="M">${input}</observationMedia></entry>`);
    expect(media).toEqual({
      id: 'M',
      refersTo: [],
      ...(expected === undefined ? {} : { data: expected }),
    });
  }); // prettier-ignore

  it('that nothing can name is left out', () => {
    expect(mediaOf(`<entry>${picture()}</entry>`)).toEqual([]);
  });
});
