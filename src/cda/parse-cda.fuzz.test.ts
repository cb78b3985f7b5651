/**
 * Structure-aware fuzzing: well-formed documents of every narrative element lose no word; the same documents
 * broken by what breaks real ones never make the parser throw, hang or leave its limits. The seed is printed.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CdaEvent, CdaSection } from './cda-document.ts';
import { MAX_CHARACTERS, MAX_DEPTH, MAX_ELEMENTS, MAX_SECTIONS } from './limits.ts';
import { createCdaParser } from './parse-cda.ts';
import { sectionText } from './section-text.ts';
import { joinSection, splitSection } from './split-section.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 0x7fffffff);
const settings = (numRuns: number) => ({ numRuns, seed });

// The seed must be seen, for a failure must be repeatable. FUZZ_SEED sets it.
// oxlint-disable-next-line no-console
console.log(`fuzz seed ${seed}`);

interface Read {
  readonly events: readonly CdaEvent[];
  readonly sections: readonly CdaSection[];
}

function read(source: string, chunk: number): Read {
  const bytes = new TextEncoder().encode(source);
  const events: CdaEvent[] = [];
  const parser = createCdaParser({}, (event) => events.push(event));
  for (let at = 0; at < bytes.length; at += chunk) parser.write(bytes.subarray(at, at + chunk));
  parser.end();
  const sections = events.flatMap((event) => (event.kind === 'section' ? [event.section] : []));
  return { events, sections };
}

const letters = (text: string): string => text.replace(/\s+/g, '');
const lettersOf = ({ sections }: Read): string => letters(sections.map(sectionText).join(' '));

/** XML and the letters that it must show. */
interface Piece {
  readonly xml: string;
  readonly text: string;
}

const joined = (pieces: readonly Piece[]): Piece => ({
  xml: pieces.map(({ xml }) => xml).join(''),
  text: pieces.map(({ text }) => text).join(''),
});

const words: fc.Arbitrary<Piece> = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019 éß漢😀\n\t&<>"\''), maxLength: 12 })
  .chain((text) =>
    fc.constantFrom(false, true).map((cdata) => ({
      text,
      xml:
        cdata && !text.includes(']]>')
          ? `<![CDATA[${text}]]>`
          : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    })),
  );

const hidden: fc.Arbitrary<Piece> = fc.constantFrom(
  { xml: '<!-- a > b < c -->', text: '' },
  { xml: '<?pi x?>', text: '' },
  { xml: '<br/>', text: '' },
  { xml: '<renderMultiMedia referencedObject="M1 M2"/>', text: '' },
  { xml: '<footnoteRef IDREF="f"/>', text: '' },
);

/** Comparisons, addresses and marks as people type them, none of it escaped. */
const typed: fc.Arbitrary<Piece> = fc
  .array(
    fc.constantFrom(
      ...'<|>|&|=|<=|>=|<LLN|<baseline|<LOD>|<see note>|<john@example.com>|HR<|BP>140|q<w|</or>|&WBC|5|10|mg| | |today|\n'.split('|'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => ({ text: parts.join(''), xml: `${parts.join('')} ` })); // prettier-ignore

const typing: fc.Arbitrary<Piece> = fc
  .array(
    fc.oneof(
      typed,
      fc.tuple(fc.constantFrom('content', 'paragraph', 'sub', 'blink'), typed).map(([name, piece]) => ({
        xml: `<${name}>${piece.xml}</${name}>`,
        text: piece.text,
      })),
      fc.array(typed, { minLength: 1, maxLength: 4 }).map((cells) => ({
        xml: `<table><tr>${cells.map(({ xml }) => `<td>${xml}</td>`).join('')}</tr></table>`,
        text: joined(cells).text,
      })),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(joined); // prettier-ignore

const attributes = fc.constantFrom(
  '',
  ' ID="a1"',
  ' styleCode="Bold xdiv"',
  ' language="de" other="x &gt; y"',
  " styleCode='GE:Problem'",
  ' ID="__proto__"',
);

const around = (names: readonly string[], inner: fc.Arbitrary<readonly Piece[]>) =>
  fc.tuple(fc.constantFrom(...names), attributes, inner).map(([name, attribute, pieces]) => {
    const { xml, text } = joined(pieces);
    return { xml: `<${name}${attribute}>${xml}</${name}>`, text };
  });

const captioned = (names: readonly string[], inner: fc.Arbitrary<readonly Piece[]>) =>
  fc
    .tuple(fc.constantFrom(...names), attributes, fc.option(words), inner)
    .map(([name, attribute, caption, pieces]) => {
      const { xml, text } = joined(pieces);
      const head = caption === null ? '' : `<caption>${caption.xml}</caption>`;
      return {
        xml: `<${name}${attribute}>${head}${xml}</${name}>`,
        text: `${caption?.text ?? ''}${text}`,
      };
    });

const { narrative } = fc.letrec<{ narrative: Piece; inline: Piece; block: Piece }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'tree' },
    words,
    hidden,
    around(
      ['content', 'linkHtml', 'sub', 'sup', 'footnote', 'span', 'b', 'blink'],
      fc.array(tie('narrative'), { maxLength: 3 }),
    ),
  ),
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'tree' },
    captioned(['paragraph', 'p'], fc.array(tie('inline'), { maxLength: 3 })),
    captioned(
      ['list'],
      fc.array(captioned(['item'], fc.array(tie('narrative'), { maxLength: 3 })), { maxLength: 4 }),
    ),
    captioned(
      ['table'],
      fc.array(
        around(
          ['thead', 'tbody', 'tfoot'],
          fc.array(
            around(
              ['tr'],
              fc.array(around(['td', 'th'], fc.array(tie('narrative'), { maxLength: 2 })), {
                maxLength: 3,
              }),
            ),
            { maxLength: 3 },
          ),
        ),
        { maxLength: 2 },
      ),
    ),
  ),
  narrative: fc.oneof({ maxDepth: 4, depthIdentifier: 'tree' }, tie('inline'), tie('block')),
}));

const entry: fc.Arbitrary<string> = fc.constantFrom(
  '',
  '<entry><observation><code code="1"/><text>hidden</text></observation></entry>',
  '<entry typeCode="DRIV"><act><entryRelationship><observation><value value="1"/></observation></entryRelationship></act></entry >',
  '<entry><!-- </entry> --><act/></entry>',
  '<entry><act><text><![CDATA[</entry><section>]]></text></act></entry>',
  '<entry><observationMedia ID="M1"><value mediaType="image/gif" representation="B64">R0lG</value></observationMedia></entry>',
  '<entry><regionOfInterest ID="R1"><entryRelationship><observationMedia ID="M2"/></entryRelationship></regionOfInterest><act/></entry>',
);

const section: fc.Arbitrary<Piece> = fc
  .tuple(fc.option(words), fc.array(narrative, { minLength: 0, maxLength: 4 }), fc.array(entry, { maxLength: 3 }), fc.option(words))
  .map(([title, pieces, entries, nested]) => {
    const body = joined(pieces);
    const heading = title === null ? '' : `<title>${title.xml}</title>`;
    const inner =
      nested === null ? '' : `<component><section><text>${nested.xml}</text></section></component>`;
    return {
      xml: `<component><section>${heading}<text>${body.xml}</text>${entries.join('')}${inner}</section></component>`,
      text: `${title?.text ?? ''}${body.text}${nested?.text ?? ''}`,
    };
  }); // prettier-ignore

const clinicalDocument: fc.Arbitrary<Piece> = fc
  .array(section, { minLength: 1, maxLength: 4 })
  .map((sections) => {
    const { xml, text } = joined(sections);
    return {
      xml: `<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"><title>D</title><recordTarget><patientRole><id root="1"/></patientRole></recordTarget><component><structuredBody>${xml}</structuredBody></component></ClinicalDocument>`,
      text,
    };
  });

const prefixed = (xml: string): string =>
  xml
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>|<\/?[A-Za-z]/g, (markup) =>
      markup.startsWith('<!') ? markup : `${markup.slice(0, -1)}cda:${markup.slice(-1)}`,
    )
    .replace('xmlns=', 'xmlns:cda=');

/** What happens to documents on their way: a piece is taken out, doubled, cut off or put in. */
const faults = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 40 }),
    put: fc.constantFrom(
      ...'|<|>|&|"|\'|</|/>|<!--|-->|<![CDATA[|]]>|</entry>|<entry>|<section>|</section>|</text>|<table>|</tr>|\u0000|\ud800|&nbsp;|&#0;|<x:y>|<observationMedia ID="q">|<!DOCTYPE a [<!ENTITY b "c">]>'.split(
        '|',
      ),
    ),
    cut: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('fuzzed documents', { timeout: 120_000 }, () => {
  it('lose no letter, however they are cut into chunks and batches', () => {
    fc.assert(
      fc.property(
        clinicalDocument,
        fc.constantFrom(1, 7, 64, 100_000),
        fc.boolean(),
        ({ xml, text }, chunk, withPrefix) => {
          const result = read(withPrefix ? prefixed(xml) : xml, chunk);
          expect(result.events.at(-1)).toEqual({ kind: 'end', repairs: {}, notices: [] });
          expect(lettersOf(result)).toBe(letters(text));
          for (const one of result.sections) expect(joinSection(splitSection(one))).toEqual(one);
        },
      ),
      settings(4000),
    );
  });

  it('lose no letter that people typed without escaping it', () => {
    fc.assert(
      fc.property(
        fc.array(typing, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 5, 64, 100_000),
        fc.boolean(),
        (pieces, chunk, withPrefix) => {
          const body = pieces.map(({ xml }) => `<component><section><text>${xml}</text></section></component>`);
          const source = `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody>${body.join('')}</structuredBody></component></ClinicalDocument>`;
          const prefix = (xml: string): string =>
            xml.replace(/<(\/?)(?=ClinicalDocument|component|structuredBody|section|text|content|paragraph|sub|table|t[rd])/g, '<$1cda:').replace('xmlns=', 'xmlns:cda=');
          const result = read(withPrefix ? prefix(source) : source, chunk);
          expect(result.events.at(-1)).toMatchObject({ kind: 'end', notices: [] });
          expect(lettersOf(result)).toBe(letters(joined(pieces).text));
        },
      ),
      settings(4000),
    ); // prettier-ignore
  });

  it('end in one end or one failure in words, and mean the same however they are cut', () => {
    fc.assert(
      fc.property(clinicalDocument, faults, fc.integer({ min: 1, max: 30 }), ({ xml }, wrongs, chunk) => {
        let source = xml;
        for (const { at, length, put, cut } of wrongs) {
          const place = Math.floor(at * source.length);
          source = source.slice(0, place) + put + (cut ? '' : source.slice(place + length));
        }
        const small = read(source, chunk);
        const last = small.events.at(-1);
        const ends = small.events.filter(({ kind }) => kind === 'end' || kind === 'failed');
        expect(ends).toEqual([last]);
        expect(last).not.toMatchObject({ failure: { kind: 'internal' } });
        expect(read(source, 1_000_000)).toEqual(small);
      }),
      settings(6000),
    ); // prettier-ignore
  });

  it.each([
    { title: 'nesting in narrative', input: '<content>'.repeat(20_000), failure: 'tooDeep' },
    { title: 'nesting of sections', input: '<section>'.repeat(20_000), failure: 'tooDeep' },
    { title: 'nesting in an entry', input: `<entry>${'<act>'.repeat(20_000)}`, failure: 'tooDeep' },
    { title: 'a comment without end', input: `<!--${'x'.repeat(200_000)}`, failure: undefined },
    { title: 'CDATA without end', input: `<![CDATA[${'x'.repeat(200_000)}`, failure: undefined },
    { title: 'a tag without end', input: `<a b="${'x'.repeat(200_000)}`, failure: undefined },
    { title: 'attributes without number', input: `<a ${'b="c" '.repeat(20_000)}/>`, failure: undefined },
    { title: 'ampersands', input: '&'.repeat(200_000), failure: undefined },
    { title: 'less-thans', input: '<'.repeat(50_000), failure: undefined },
    { title: 'end tags', input: '</b>'.repeat(50_000), failure: undefined },
    { title: 'end tags without end', input: '</b'.repeat(50_000), failure: undefined },
    { title: 'comments without end', input: '<!--'.repeat(50_000), failure: undefined },
    { title: 'instructions without end', input: '<?'.repeat(50_000), failure: undefined },
    { title: 'spans without bound', input: `<table><tr>${'<td colspan="1000000000" rowspan="1000000000"/>'.repeat(1000)}</tr>${'<tr/>'.repeat(20_000)}`, failure: undefined },
    { title: 'columns without bound', input: `<table>${'<col span="1000000000"/>'.repeat(10_000)}<tr><td/></tr>`, failure: undefined },
    { title: 'tables in tables', input: '<table><tr><td>'.repeat(70), failure: undefined },
    { title: 'footnotes', input: '<footnote ID="f">a</footnote>'.repeat(20_000), failure: undefined },
  ])('end within their limits: $title', ({ input, failure }) => {
    const { events } = read(`<ClinicalDocument><component><section><text>${input}`, 64 * 1024);
    const last = events.at(-1);
    if (failure === undefined) expect(last).toMatchObject({ kind: 'end' });
    else expect(last).toMatchObject({ kind: 'failed', failure: { kind: failure, limit: MAX_DEPTH } });
  }); // prettier-ignore

  it.each([
    { title: 'sections', input: '<ClinicalDocument>'.concat('<section/>'.repeat(MAX_SECTIONS + 1)), failure: { kind: 'tooManySections', limit: MAX_SECTIONS } },
    { title: 'elements', input: '<ClinicalDocument>'.concat('<a/>'.repeat(MAX_ELEMENTS + 1)), failure: { kind: 'tooManyElements', limit: MAX_ELEMENTS } },
    { title: 'characters', input: '<ClinicalDocument>'.padEnd(MAX_CHARACTERS + 1), failure: { kind: 'tooLarge', limit: MAX_CHARACTERS } },
    { title: 'envelopes', input: '<a>'.repeat(MAX_DEPTH + 1), failure: { kind: 'tooDeep', limit: MAX_DEPTH } },
    { title: 'document types without end', input: '<!DOCTYPE a ['.repeat(20_000), failure: { kind: 'notCda' } },
  ])('name what there is too much of: $title', ({ input, failure }) => {
    expect(read(input, 1024 * 1024).events.at(-1)).toMatchObject({ kind: 'failed', failure });
  }); // prettier-ignore
});
