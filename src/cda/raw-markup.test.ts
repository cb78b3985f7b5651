import { describe, expect, it } from 'vitest';
import type { CdaEvent, Repairs } from './cda-document.ts';
import { createCdaParser } from './parse-cda.ts';
import { sectionText } from './section-text.ts';

/** The words of all sections of a body, and what was mended; the same however it is cut. */
function read(body: string): { words: string; repairs: Repairs } {
  const source = `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc"><component><structuredBody>${body}</structuredBody></component></ClinicalDocument>`;
  const bytes = new TextEncoder().encode(source);
  const readings = [1, 7, 100_000].map((size) => {
    const events: CdaEvent[] = [];
    const parser = createCdaParser({}, (event) => events.push(event));
    for (let at = 0; at < bytes.length; at += size) parser.write(bytes.subarray(at, at + size));
    parser.end();
    const last = events.at(-1);
    const text = events.map((event) =>
      event.kind === 'section' ? sectionText(event.section) : '',
    );
    return {
      words: text.join(' ').replace(/\s+/g, ' ').trim(),
      repairs: last?.kind === 'end' ? last.repairs : {},
    };
  });
  for (const reading of readings) expect(reading).toEqual(readings[0]);
  return readings[0] ?? { words: '', repairs: {} };
}

const section = (text: string, more = ''): string =>
  `<component><section><text>${text}</text>${more}</section></component>`;

describe('a raw < in running text', () => {
  it.each<{ input: string; expected: string; repairs?: Repairs }>([
    { input: 'Platelets <LLN and WBC >10 today', expected: 'Platelets <LLN and WBC >10 today' },
    { input: 'HR<baseline but BP>140', expected: 'HR<baseline but BP>140' },
    { input: 'mail <john@example.com> now', expected: 'mail <john@example.com> now' },
    { input: 'at <https://example.com/a>', expected: 'at <https://example.com/a>' },
    { input: 'result <see note>', expected: 'result <see note>' },
    { input: '<paragraph>result <LOD></paragraph>after', expected: 'result <LOD> after' },
    { input: '<table><tr><td>a <LOD> b</td><td>c</td></tr></table>', expected: 'a <LOD> b c' },
    { input: '<list><item>a <LOD> <content>b</content></item></list>', expected: 'a <LOD> b' },
    { input: 'one <LOD> two <LOD> three', expected: 'one <LOD> two <LOD> three', repairs: { rawLessThan: 2 } },
    { input: 'p <p or q> 1', expected: 'p <p or q> 1' },
    { input: 'either </or> both', expected: 'either </or> both' },
    { input: 'dose <? unclear ?> given', expected: 'dose <? unclear ?> given' },
    { input: '<LOD>'.repeat(300), expected: '<LOD>'.repeat(300), repairs: { rawLessThan: 300 } },
  ])('keeps $input', ({ input, expected, repairs = { rawLessThan: 1 } }) => {
    expect(read(section(input))).toEqual({ words: expected, repairs });
  }); // prettier-ignore

  it.each([
    { title: 'an extension', input: 'a<sdtc:x/>b', expected: 'ab' },
    { title: 'an extension with words', input: '<sdtc:x a="1">a</sdtc:x>', expected: 'a' },
    { title: 'an element nobody knows', input: '<blink>a</blink>', expected: 'a' },
    { title: 'one inside of another', input: '<x><x>a</x></x>', expected: 'a' },
    { title: 'HTML that may lack a value', input: '<table><tr><td nowrap>a</td></tr></table>', expected: 'a' },
  ])('is none in $title', ({ input, expected }) => {
    const { words, repairs } = read(section(input));
    expect(words).toBe(expected);
    expect(repairs.rawLessThan).toBeUndefined();
  }); // prettier-ignore

  it('is kept at the end of a document that is cut off', () => {
    const bytes = new TextEncoder().encode(
      '<ClinicalDocument><component><section><text>below <LOD> today',
    );
    const events: CdaEvent[] = [];
    const parser = createCdaParser({}, (event) => events.push(event));
    parser.write(bytes);
    parser.end();
    const sections = events.flatMap((event) => (event.kind === 'section' ? event.section : []));
    expect(sections.map((one) => sectionText(one).trim())).toEqual(['below <LOD> today']);
  });
});

describe('names in another case', () => {
  it.each([
    { input: 'Aspirin<BR/>Metoprolol', expected: 'Aspirin Metoprolol' },
    { input: 'Aspirin<BR>Metoprolol', expected: 'Aspirin Metoprolol' },
    { input: '<TABLE><TR><TD>a</TD><TD>b</TD></TR></TABLE>', expected: 'a b' },
    { input: '<UL><LI>a</LI><Li>b</Li></UL>', expected: 'a b' },
    { input: '<P>a</P><Paragraph>b</Paragraph>', expected: 'a b' },
    { input: '<P>a</p>b', expected: 'a b' },
  ])('mean the same: $input', ({ input, expected }) => {
    expect(read(section(input)).words).toBe(expected);
  });

  it('keep their attributes', () => {
    const events: CdaEvent[] = [];
    const parser = createCdaParser({}, (event) => events.push(event));
    const markup = '<CONTENT STYLECODE="Bold" id="x">a</CONTENT>';
    parser.write(new TextEncoder().encode(`<ClinicalDocument>${section(markup)}`));
    parser.end();
    expect(events.flatMap((event) => (event.kind === 'section' ? event.section.narrative : []))).toEqual([
      { kind: 'content', id: 'x', styles: ['bold'], children: [{ kind: 'text', text: 'a' }] },
    ]);
  }); // prettier-ignore
});

describe('an end that comes too early or never', () => {
  it.each<{ title: string; input: string; expected: string; repairs: Repairs }>([
    { title: 'words behind </text>', input: section('a</text>b<paragraph>c</paragraph>'), expected: 'a b c', repairs: { strayCloseTag: 1 } },
    { title: 'words behind </section>', input: section('a</section>b<paragraph>c</paragraph>') + section('d'), expected: 'a b c d', repairs: { misnested: 1, strayCloseTag: 2 } },
    { title: 'words behind </text></section>', input: section('a</text></section>b') + section('d'), expected: 'a b d', repairs: { strayCloseTag: 2 } },
    { title: 'words behind a nested section', input: section('a', '<component><section><text>b</text></section>c</component>'), expected: 'a c b', repairs: {} },
    { title: 'CDATA without an end', input: section('a<![CDATA[b < c') + section('d'), expected: 'ab < c d', repairs: { openCdata: 1 } },
    { title: 'CDATA without an end before another', input: section('a<![CDATA[b') + section('c<![CDATA[<d>]]>'), expected: 'ab c<d>', repairs: { openCdata: 1 } },
    { title: 'CDATA that tells of CDATA', input: section('<![CDATA[a <![CDATA[ b]]>'), expected: 'a <![CDATA[ b', repairs: {} },
    { title: 'CDATA that holds a document', input: section('<![CDATA[<text>a</text>]]>'), expected: '<text>a</text>', repairs: {} },
  ])('loses nothing: $title', ({ input, expected, repairs }) => {
    expect(read(input)).toEqual({ words: expected, repairs });
  }); // prettier-ignore
});
