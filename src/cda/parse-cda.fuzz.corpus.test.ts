/**
 * Real documents, mutated by structure: one section each in its document's own header. What changes only the
 * spelling loses no word; what breaks the document ends in one end or one failure in words, and both mean the
 * same however the bytes are cut. The seed is printed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CdaEvent, CdaSection } from './cda-document.ts';
import { createCdaParser } from './parse-cda.ts';
import { sectionText } from './section-text.ts';

const corpus = process.env['CORPUS_DIR'];
const folder = corpus === undefined ? undefined : join(corpus, 'ccda');
const files =
  folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.xml'));

const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 0x7fffffff);
// The seed must be seen, for a failure must be repeatable. FUZZ_SEED sets it.
// oxlint-disable-next-line no-console
console.log(`corpus fuzz seed ${seed}`);

interface Read {
  readonly events: readonly CdaEvent[];
  readonly words: string;
}

function read(bytes: Uint8Array, chunk: number): Read {
  const events: CdaEvent[] = [];
  const parser = createCdaParser({}, (event) => events.push(event));
  for (let at = 0; at < bytes.length; at += chunk) parser.write(bytes.subarray(at, at + chunk));
  parser.end();
  return { events, words: wordsOf(sectionsOf(events)) };
}

const sectionsOf = (events: readonly CdaEvent[]): CdaSection[] =>
  events.flatMap((event) => (event.kind === 'section' ? [event.section] : []));

const wordsOf = (sections: readonly CdaSection[]): string =>
  sections.map(sectionText).join('\n').replace(/\s+/g, ' ').trim();

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const LONGEST = 4000;
const ENTRIES = 2;

/** Each short section in the header of its document, most of its entries left out. */
function slicesOf(file: string): string[] {
  const source = new TextDecoder().decode(readFileSync(join(folder ?? '', file)));
  const sections = sectionsOf(read(utf8(source), 1_000_000).events);
  const [first] = sections;
  const last = sections.at(-1);
  if (first === undefined || last === undefined) return [source];
  const head = source.slice(0, first.source.start).replaceAll(/<!--[\s\S]*?-->/g, '');
  const tail = source.slice(last.source.end);
  return sections.flatMap((section) => {
    let inner = source.slice(section.source.start, section.source.end);
    for (const { start, end } of section.entries.slice(ENTRIES).toReversed()) {
      const from = section.source.start;
      inner = inner.slice(0, start - from) + inner.slice(end - from);
    }
    return inner.length > LONGEST ? [] : [head + inner + tail];
  });
}

const slices = files.flatMap(slicesOf);
const expectedWords = new Map<string, string>();
const expected = (slice: string): string => {
  const known = expectedWords.get(slice) ?? read(utf8(slice), 1_000_000).words;
  expectedWords.set(slice, known);
  return known;
};

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g;
const isTag = (token: string): boolean => /^<\/?[\w:.-]/.test(token);
const isStart = (token: string): boolean => /^<[\w:.-]/.test(token);
const isText = (token: string): boolean => !token.startsWith('<');

/** A number for each token, from the run's own randomness. */
type Pick = (below: number) => number;

/** Hands out parts of one drawn number after the other. */
function picker(numbers: readonly number[]): Pick {
  let at = 0;
  return (below) => {
    const value = numbers[at % numbers.length] ?? 0;
    at += 1;
    return (value + at * 7919) % below;
  };
}

type Mutation = readonly [title: string, mutate: (tokens: readonly string[], pick: Pick) => string];

const each =
  (change: (token: string, pick: Pick) => string) =>
  (tokens: readonly string[], pick: Pick): string =>
    tokens.map((token) => change(token, pick)).join('');

/** The tokens inside the root, where anything may stand between two of them. */
const inside =
  (change: (token: string, pick: Pick) => string) =>
  (tokens: readonly string[], pick: Pick): string => {
    const root = tokens.findIndex((token) => /^<(\w+:)?ClinicalDocument/.test(token));
    const end = tokens.findLastIndex((token) => /^<\/(\w+:)?ClinicalDocument/.test(token));
    return tokens
      .map((token, at) => (at > root && at < end ? change(token, pick) : token))
      .join('');
  };

const declared = (source: string): string =>
  source.replace(/<((?:\w+:)?ClinicalDocument)/, '<$1 xmlns:ext="urn:ext"');

/** Ways to write the same document. */
const SPELLINGS: readonly Mutation[] = [
  ['nothing', (tokens) => tokens.join('')],
  ['references for characters', each((token, pick) => (isText(token) && pick(3) === 0 ? token.replaceAll(/[a-z](?![\w#]*;)/g, (c) => (pick(5) === 0 ? `&#x${c.charCodeAt(0).toString(16)};` : c)) : token))],
  ['CDATA', each((token, pick) => (isText(token) && /\S/.test(token) && !/[&]|\]\]>/.test(token) && pick(2) === 0 ? `<![CDATA[${token}]]>` : token))],
  ['comments', inside((token, pick) => token + (pick(4) === 0 ? '<!-- a > b </text> -->' : ''))],
  ['instructions', inside((token, pick) => token + (pick(4) === 0 ? '<?x <a> ?>' : ''))],
  ['white space in tags', each((token, pick) => (isTag(token) && pick(2) === 0 ? token.replace(/\s*(\/?)>$/, `${pick(2) === 0 ? '\n' : ' \t '}$1>`).replaceAll(/="/g, pick(2) === 0 ? '=\n            "' : ' = "') : token))],
  ['attributes in another order', each((token) => {
    const match = /^<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))+)\s*(\/?)>$/.exec(token);
    const attributes = match?.[2]?.match(/[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g);
    return attributes ? `<${match?.[1]} ${attributes.toReversed().join(' ')}${match?.[3]}>` : token;
  })],
  ['single quotes', each((token) => (isStart(token) && !token.includes("'") ? token.replaceAll('"', "'") : token))],
  ['attributes of another namespace', (tokens, pick) => declared(inside((token) => (isStart(token) && pick(3) === 0 ? token.replace(/(\/?)>$/, ' ext:note="a &gt; b"$1>') : token))(tokens, pick))],
  ['elements of another namespace', (tokens, pick) => declared(inside((token) => (/^<\/(\w+:)?(?:entry|title|code|text|templateId)>/.test(token) && pick(2) === 0 ? `${token}<ext:note ID="e"><ext:more/></ext:note>` : token))(tokens, pick))],
  ['an element of another namespace around each section', (tokens) => declared(each((token) => (/^<(\w+:)?structuredBody/.test(token) ? `${token}<ext:wrap>` : /^<\/(\w+:)?structuredBody/.test(token) ? `</ext:wrap>${token}` : token))(tokens, () => 0))],
  ['another prefix', (tokens) => each((token) => (isTag(token) ? token.replace(/^<(\/?)(?=[\w.-]+[\s/>])/, '<$1hl7:') : token))(tokens, () => 0).replace('xmlns="urn:hl7-org:v3"', 'xmlns:hl7="urn:hl7-org:v3"')],
  ['no entries', (tokens) => tokens.join('').replaceAll(/<((?:\w+:)?entry)[\s>][\s\S]*?<\/\1\s*>/g, '')],
  ['an envelope', (tokens) => `<e:Envelope xmlns:e="urn:e"><e:Body>${tokens.join('').replace(/^\uFEFF?<\?xml[\s\S]*?\?>/, '')}</e:Body></e:Envelope>`],
]; // prettier-ignore

const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', utf8],
  ['UTF-8 with a mark', (text) => utf8(`\ufeff${text.replace(/^\ufeff/, '')}`)],
  ['UTF-16 LE', (text) => Uint8Array.from([0xff, 0xfe, ...utf16(text)])],
  ['UTF-16 BE', (text) => Uint8Array.from([0xff, 0xfe, ...utf16(text)]).map((_, at, all) => all[at ^ 1] ?? 0)],
  ['windows-1252', (text) => Uint8Array.from(
    `<?xml version="1.0" encoding="windows-1252"?>${text.replace(/^\ufeff?\s*<\?xml[\s\S]*?\?>/, '')}`
      .replaceAll(/[\u0080-\u009f\u0100-\u{10ffff}]/gu, (c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`),
    (c) => c.charCodeAt(0),
  )],
]; // prettier-ignore

const utf16 = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((code) => [
    code & 255,
    code >> 8,
  ]);

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** Index behind the element that starts with the token at `start`. */
function elementEnd(tokens: readonly string[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    if (isStart(token) && !token.endsWith('/>')) depth += 1;
    else if (token.startsWith('</')) depth -= 1;
    if (depth <= 0) return index + 1;
  }
  return tokens.length;
}

const PIECES =
  '&|<|>|"|<!--|-->|<![CDATA[|]]>|&nbsp;|&#0;|&bogus;|\u0000|\u0007|</entry>|<entry>|<section>|</section>|</text>|<x:y>|</ClinicalDocument>|<!DOCTYPE a [<!ENTITY b "c">]>'.split(
    '|',
  );

/** Takes out, doubles, moves or swaps an element; drops or renames a tag; puts something in. */
function breakTokens(tokens: readonly string[], pick: Pick): string[] {
  const starts = tokens.flatMap((token, index) => (isStart(token) ? [index] : []));
  const start = at(starts, pick(1_000_003)) ?? 0;
  const end = elementEnd(tokens, start);
  const element = tokens.slice(start, end);
  const without = [...tokens.slice(0, start), ...tokens.slice(end)];
  const place = pick(without.length + 1);
  const put = (list: readonly string[], index: number, more: readonly string[]): string[] => [
    ...list.slice(0, index),
    ...more,
    ...list.slice(index),
  ];
  switch (pick(9)) {
    case 0:
      return without;
    case 1:
      return put(tokens, end, element);
    case 2:
      return put(without, place, element);
    case 3:
      return tokens.filter((_, index) => index !== end - 1);
    case 4:
      return tokens.filter((_, index) => index !== start);
    case 5:
      return tokens.map((token, index) =>
        index === start ? token.replace(/^<(?:\w+:)?/, '<nobody:') : token,
      );
    case 6:
      return put(tokens, place, [at(PIECES, pick(1009)) ?? '']);
    case 7:
      return tokens.map((token) => token.replaceAll('&amp;', '&'));
    default:
      return put(tokens, end, ['&', element.join('').slice(0, pick(200))]);
  }
}

/** Cuts bytes off, flips some, puts junk before or behind. */
function breakBytes(bytes: Uint8Array, pick: Pick): Uint8Array {
  switch (pick(5)) {
    case 0:
      return bytes.slice(0, pick(bytes.length));
    case 1:
      return bytes.map((byte, index) => (index % 997 === pick(997) ? byte ^ 0x80 : byte));
    case 2:
      return Uint8Array.from([...utf8('junk\r\n\r\n'), ...bytes]);
    case 3:
      return Uint8Array.from([...bytes, ...utf8('\u0000 rest <a>'), ...bytes.slice(0, 3000)]);
    default:
      return bytes;
  }
}

const numbers = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
const chunk = fc.constantFrom(7, 61, 997, 16_384, 1_000_000);

describe.runIf(folder !== undefined)('real documents, mutated', { timeout: 180_000 }, () => {
  it('are enough', () => {
    expect(slices.length).toBeGreaterThan(100);
    expect(slices.filter((slice) => expected(slice) !== '').length).toBeGreaterThan(80);
  });

  it('lose no word to another spelling', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), numbers, chunk, (which, how, encoding, drawn, size) => {
        const slice = at(slices, which) ?? '';
        const [, mutate] = at(SPELLINGS, how) ?? ['', (tokens: readonly string[]) => tokens.join('')];
        const [, encode] = at(ENCODINGS, encoding) ?? ['', utf8];
        const source = mutate(slice.match(TOKEN) ?? [], picker(drawn));
        const result = read(encode(source), size);
        expect(result.events.at(-1)?.kind).toBe('end');
        expect(result.words).toBe(expected(slice));
      }),
      { numRuns: 600, seed },
    );
  }); // prettier-ignore

  it('end in one end or one failure in words when they are broken, the same however they are cut', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), numbers, chunk, (which, times, drawn, size) => {
        const pick = picker(drawn);
        let tokens: string[] = (at(slices, which) ?? '').match(TOKEN) ?? [];
        for (let time = 0; time < times; time += 1) tokens = breakTokens(tokens, pick);
        const bytes = breakBytes(utf8(tokens.join('')), pick);
        const { events } = read(bytes, size);
        const ends = events.filter(({ kind }) => kind === 'end' || kind === 'failed');
        expect(ends).toEqual([events.at(-1)]);
        expect(ends[0]).not.toMatchObject({ failure: { kind: 'internal' } });
        expect(read(bytes, 1_000_000).events).toEqual(events);
      }),
      { numRuns: 600, seed },
    );
  }); // prettier-ignore
});
