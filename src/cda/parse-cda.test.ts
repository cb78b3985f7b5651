import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CdaEvent } from './cda-document.ts';
import { MAX_DEPTH } from './limits.ts';
import { createCdaParser } from './parse-cda.ts';
import { parse, section, text, words, wrap } from './tested-document.ts';

describe('sections', () => {
  it('come one by one, before the document is complete', () => {
    const events: CdaEvent[] = [];
    const parser = createCdaParser({}, (event) => events.push(event));
    const start = wrap(section('a') + section('b'), '<recordTarget/>').slice(0, -60);
    parser.write(new TextEncoder().encode(start + ' '.repeat(300)));
    expect(events.map(({ kind }) => kind)).toEqual(['header', 'section', 'section']);
  });

  it('index their entries by place in the source', () => {
    const source = wrap(section('a', '<entry><act/></entry><entry>é</entry>'));
    const [first] = parse(source).sections;
    expect(first?.entries.map(({ start, end }) => source.slice(start, end))).toEqual([
      '<entry><act/></entry>',
      '<entry>é</entry>',
    ]);
  });

  it('without narrative say what their entries hold', () => {
    const entry =
      '<entry><observation negationInd="true"><code code="1" displayName="Weight"/><effectiveTime value="2012"/><value value="70" unit="kg"/></observation></entry>';
    const [first] = parse(wrap(`<section>${entry}</section>`)).sections;
    expect(first?.facts).toEqual([
      {
        level: 0,
        element: 'observation',
        negated: true,
        code: { kind: 'coded', code: { text: 'Weight', code: '1' } },
        materials: [],
        values: [{ kind: 'amount', value: '70', unit: 'kg' }],
        details: {},
        times: [{ kind: 'time', period: { value: '2012' } }],
        status: [],
        rest: [],
      },
    ]);
  });

  it('keep media out of entries that are not carried', () => {
    const media =
      '<entry><organizer><component><observationMedia ID="M1"><value mediaType="image/gif" representation="B64">R0lG</value></observationMedia></component></organizer></entry>';
    const [first, second] = parse(wrap(section('a', media) + section('b'))).sections;
    expect(first?.media).toEqual([
      {
        id: 'M1',
        refersTo: [],
        data: { mediaType: 'image/gif', representation: 'B64', text: 'R0lG' },
      },
    ]);
    expect(second?.narrative).toEqual([text('b')]);
  });

  it('nest to any depth and keep their order', () => {
    const inner = '<component><section><title>B</title><text>b</text></section></component>';
    expect(words(parse(wrap(section('a', inner) + section('c'))))).toBe('T a B b T c');
  });
});

describe('the header', () => {
  it('names the patient, the people and the range', () => {
    const { header } = parse(
      wrap(
        '',
        `<title>Summary</title><effectiveTime value="20120912000000-0400"/>
        <recordTarget><patientRole><id root="1.2" extension="7"/><patient><name><given>Myra</given><family>Jones</family></name><administrativeGenderCode code="F"/><birthTime value="19470501"/></patient></patientRole></recordTarget>
        <author><time value="2012"/><assignedAuthor><assignedPerson><name>Dr Seven</name></assignedPerson><representedOrganization><name>Clinic</name></representedOrganization></assignedAuthor></author>
        <custodian><assignedCustodian><representedCustodianOrganization><name>Keeper</name></representedCustodianOrganization></assignedCustodian></custodian>
        <documentationOf><serviceEvent><effectiveTime><low value="20120806"/><high value="20120813"/></effectiveTime></serviceEvent></documentationOf>`,
      ),
    );
    expect(header?.title).toBe('Summary');
    expect(header?.effectiveTime?.value).toBe('20120912000000-0400');
    expect(header?.patients[0]?.identity).toEqual({
      names: [{ given: ['Myra'], family: ['Jones'], prefix: [], suffix: [], text: 'Myra Jones' }],
      birthDate: '1947-05-01',
      gender: 'female',
      identifiers: [{ system: '1.2', value: '7' }],
    });
    expect(
      header?.participations.map(({ role, names, organisations }) => [
        role,
        names,
        organisations.flatMap((organisation) => organisation.names),
      ]),
    ).toEqual([
      ['author', ['Dr Seven'], ['Clinic']],
      ['custodian', [], ['Keeper']],
    ]);
    expect(header?.servicePeriod).toEqual({ low: '20120806', high: '20120813' });
  });
});

describe('a body that is not XML', () => {
  it('is handed over with type, representation and compression', () => {
    const { events } = parse(
      '<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text mediaType="text/rtf" representation="B64" compression="DF">AAAA</text></nonXMLBody></component></ClinicalDocument>',
    );
    expect(events.find(({ kind }) => kind === 'nonXmlBody')).toEqual({
      kind: 'nonXmlBody',
      body: { mediaType: 'text/rtf', representation: 'B64', compression: 'DF', text: 'AAAA' },
    });
  });
});

it.each([
  { title: 'two bodies', input: '<component><nonXMLBody><text>a</text></nonXMLBody></component><component><nonXMLBody><text>b</text></nonXMLBody></component>', expected: [{ text: 'a' }, { text: 'b' }] },
  { title: 'two texts of one body', input: '<component><nonXMLBody><text>a</text><text>b</text></nonXMLBody></component>', expected: [{ text: 'a' }, { text: 'b' }] },
  { title: 'a body that is masked', input: '<component><nonXMLBody><text nullFlavor="MSK"/></nonXMLBody></component>', expected: [{ text: '', nullFlavor: 'MSK' }] },
])('hands over $title', ({ input, expected }) => {
  const { events } = parse(`<ClinicalDocument>${input}</ClinicalDocument>`);
  expect(events.flatMap((event) => (event.kind === 'nonXmlBody' ? [event.body] : []))).toMatchObject(expected);
}); // prettier-ignore

describe('failures', () => {
  it.each([
    { title: 'nothing', input: '', expected: { kind: 'empty' } },
    { title: 'text', input: 'hello', expected: { kind: 'notCda' } },
    {
      title: 'other XML',
      input: '<html><body/></html>',
      expected: { kind: 'notCda', root: 'html' },
    },
    {
      title: 'nesting without end',
      input: wrap(section('<content>'.repeat(5000))),
      expected: { kind: 'tooDeep', limit: MAX_DEPTH },
    },
  ])('$title ends in words', ({ input, expected }) => {
    expect(parse(input).events.at(-1)).toMatchObject({ kind: 'failed', failure: expected });
  });

  it('name the patient that was read before the failure', () => {
    const target =
      '<recordTarget><patientRole><patient><name><family>Other</family></name>' +
      '<birthTime value="19500101"/></patient></patientRole></recordTarget>';
    const { events } = parse(wrap('', `${target}${'<x>'.repeat(MAX_DEPTH)}`));
    expect(events.map(({ kind }) => kind)).toEqual(['header', 'failed']);
    expect(parse(wrap('', `${target}${'<x>'.repeat(MAX_DEPTH)}`)).header?.patients).toMatchObject([
      { identity: { names: [{ family: ['Other'] }], birthDate: '1950-01-01' } },
    ]);
  });

  it('stop a document that takes too long', () => {
    let clock = 0;
    const events: CdaEvent[] = [];
    const parser = createCdaParser({ now: () => (clock += 15_000) }, (event) => events.push(event));
    parser.write(new TextEncoder().encode(' '));
    expect(parser.write(new TextEncoder().encode(' '))).toBe(false);
    expect(events).toEqual([
      { kind: 'failed', failure: { kind: 'tooSlow', seconds: 20 }, repairs: {} },
    ]);
  });
});

describe('any input', { timeout: 60_000 }, () => {
  const pieces = fc.constantFrom(
    ...'<ClinicalDocument>|</ClinicalDocument>|<component>|</component>|<structuredBody>|</structuredBody>|<section>|</section>|<text>|</text>|<title>|<entry>|</entry>|<observationMedia ID="a">|</observationMedia>|<regionOfInterest ID="b">|<table>|<tr>|<td colspan="x">|</td>|<list>|<item>|<caption>|<br>|<footnote>|<a:b xmlns:a="urn:x">|</a:b>|&|&amp;|&#0;|&nbsp;|<![CDATA[|]]>|<!--|-->|<!DOCTYPE x [|]>|<?xml|?>|<|>|"|\'|=|word|\u0000|\ud800|é|<nonXMLBody>|<recordTarget>|<__proto__ constructor="1">'.split(
      '|',
    ),
  );
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'reads the words of an element that is called %s',
    (name) => {
      const stray = `<${name} ${name}="1">kept</${name}>`;
      const { events } = parse(
        `<ClinicalDocument><component><structuredBody><component><section><title>${stray}</title><text>${stray}<table>${stray}</table></text></section></component></structuredBody></component></ClinicalDocument>`,
        7,
      );
      expect(events.at(-1)?.kind).toBe('end');
      // Title, the title's plain words, text, table.
      expect(JSON.stringify(events).match(/"kept"/g)).toHaveLength(4);
    },
  );
  it('ends in exactly one end or failure and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (parts, size) => {
          const { events } = parse(`<ClinicalDocument>${parts.join('')}`, size);
          const ends = events.filter(({ kind }) => kind === 'end' || kind === 'failed');
          expect(ends).toHaveLength(1);
          expect(events.at(-1)).toBe(ends[0]);
          expect(ends[0]).not.toMatchObject({ failure: { kind: 'internal' } });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('means the same however it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (parts, size) => {
          const source = wrap(section(parts.join('')));
          expect(words(parse(source, size))).toBe(words(parse(source, 1_000_000)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(parse(bytes).events.at(-1)?.kind).toMatch(/^(end|failed)$/);
      }),
      { numRuns: 200 },
    );
  });
});
