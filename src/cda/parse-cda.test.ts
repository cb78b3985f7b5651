import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CdaEvent, CdaHeader, CdaSection, Narrative, Repairs } from './cda-document.ts';
import { MAX_DEPTH, MAX_SPAN } from './limits.ts';
import { createCdaParser } from './parse-cda.ts';
import { sectionText } from './section-text.ts';

interface Parsed {
  readonly events: readonly CdaEvent[];
  readonly sections: readonly CdaSection[];
  readonly header: CdaHeader | undefined;
  readonly repairs: Repairs;
}

function parse(source: string | Uint8Array, chunkSize = 7, charset?: string): Parsed {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const events: CdaEvent[] = [];
  const parser = createCdaParser(charset === undefined ? {} : { charset }, (event) =>
    events.push(event),
  );
  for (let at = 0; at < bytes.length; at += chunkSize) {
    parser.write(bytes.subarray(at, at + chunkSize));
  }
  parser.end();
  const last = events.at(-1);
  return {
    events,
    sections: events.flatMap((event) => (event.kind === 'section' ? [event.section] : [])),
    header: events.find((event) => event.kind === 'header')?.header,
    repairs: last?.kind === 'end' || last?.kind === 'failed' ? last.repairs : {},
  };
}

const wrap = (body: string, head = ''): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3">${head}<component><structuredBody>${body}</structuredBody></component></ClinicalDocument>`;

const section = (text: string, more = ''): string =>
  `<component><section><title>T</title><text>${text}</text>${more}</section></component>`;

function narrativeOf(text: string): readonly Narrative[] {
  return parse(wrap(section(text))).sections[0]?.narrative ?? [];
}

const words = (parsed: Parsed): string =>
  parsed.sections.map(sectionText).join(' ').replace(/\s+/g, ' ').trim();

const text = (value: string): Narrative => ({ kind: 'text', text: value });

describe('narrative', () => {
  it.each<{ title: string; input: string; expected: readonly object[] }>([
    { title: 'bare text', input: 'a &amp; b', expected: [text('a & b')] },
    { title: 'CDATA', input: 'a<![CDATA[<b> & c]]>d', expected: [text('a<b> & cd')] },
    {
      title: 'comments and instructions leave no trace',
      input: 'a<!-- x --><?y z?>b',
      expected: [text('ab')],
    },
    {
      title: 'content with styles, known ones only',
      input: '<content ID="x" styleCode="Bold xabc Italics">a</content>',
      expected: [{ kind: 'content', id: 'x', styles: ['bold', 'italics'], children: [text('a')] }],
    },
    {
      title: 'run-together styles',
      input: '<content styleCode="BoldItalics">a</content>',
      expected: [{ kind: 'content', styles: ['bold', 'italics'], children: [text('a')] }],
    },
    {
      title: 'a revision',
      input: '<content revised="delete">a</content>',
      expected: [{ kind: 'content', revised: 'delete', children: [text('a')] }],
    },
    {
      title: 'a link',
      input: '<linkHtml href="https://e.org/?a=1&amp;b=2" title="x">a</linkHtml>',
      expected: [
        { kind: 'link', href: 'https://e.org/?a=1&b=2', title: 'x', children: [text('a')] },
      ],
    },
    {
      title: 'sub, sup and br',
      input: 'H<sub>2</sub>O m<sup>2</sup><br/>',
      expected: [
        text('H'),
        { kind: 'sub', children: [text('2')] },
        text('O m'),
        { kind: 'sup', children: [text('2')] },
        { kind: 'break' },
      ],
    },
    {
      title: 'footnotes, numbered',
      input: '<footnote ID="f">a</footnote><footnoteRef IDREF="f"/>',
      expected: [
        { kind: 'footnote', id: 'f', number: 1, children: [text('a')] },
        { kind: 'footnoteReference', target: 'f' },
      ],
    },
    {
      title: 'media with several targets and a caption',
      input: '<renderMultiMedia referencedObject="M1 M2"><caption>c</caption></renderMultiMedia>',
      expected: [{ kind: 'media', targets: ['M1', 'M2'], caption: [text('c')] }],
    },
    {
      title: 'a paragraph with its caption',
      input: '<paragraph><caption>c</caption>a</paragraph>',
      expected: [{ kind: 'paragraph', caption: [text('c')], children: [text('a')] }],
    },
    {
      title: 'an ordered list with a stray text',
      input: '<list listType="ordered"><caption>c</caption><item>a</item>b</list>',
      expected: [
        {
          kind: 'list',
          ordered: true,
          caption: [text('c')],
          items: [{ children: [text('a')] }, { children: [text('b')] }],
        },
      ],
    },
    {
      title: 'HTML found in the wild',
      input: '<p>a <b>b</b><br>c</p>',
      expected: [
        {
          kind: 'paragraph',
          children: [
            text('a '),
            { kind: 'content', styles: ['bold'], children: [text('b')] },
            { kind: 'break' },
            text('c'),
          ],
        },
      ],
    },
    {
      title: 'an unknown element by its words',
      input: '<blink onclick="x()">a</blink>',
      expected: [{ kind: 'unknown', name: 'blink', children: [text('a')] }],
    },
    {
      title: 'language',
      input: '<content language="de">a</content>',
      expected: [{ kind: 'content', language: 'de', children: [text('a')] }],
    },
  ])('reads $title', ({ input, expected }) => {
    expect(narrativeOf(input)).toEqual(expected);
  });

  it('reads a table with spans, alignment and scope', () => {
    const [table] = narrativeOf(
      '<table><caption>c</caption><colgroup><col/></colgroup><thead><tr><th scope="col" colspan="2">h</th></tr></thead><tbody><tr><td rowspan="2" align="Right" valign="top">a</td><td colspan="999999">b</td></tr></tbody></table>',
    );
    expect(table).toEqual({
      kind: 'table',
      caption: [text('c')],
      groups: [
        {
          kind: 'head',
          rows: [
            {
              cells: [
                { header: true, columnSpan: 2, rowSpan: 1, scope: 'col', children: [text('h')] },
              ],
            },
          ],
        },
        {
          kind: 'body',
          rows: [
            {
              cells: [
                {
                  header: false,
                  columnSpan: 1,
                  rowSpan: 2,
                  align: 'right',
                  verticalAlign: 'top',
                  children: [text('a')],
                },
                { header: false, columnSpan: MAX_SPAN, rowSpan: 1, children: [text('b')] },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each<{ title: string; input: string; expected: object }>([
    {
      title: 'summary, frame and rules',
      input: '<table summary="s" frame="box" rules="Rows" cellspacing="1" cellpadding="2"/>',
      expected: { kind: 'table', summary: 's', frame: 'box', rules: 'rows', groups: [] },
    },
    {
      title: 'columns with their spans, widths and styles',
      input:
        '<table><colgroup span="2" width="20%"/><colgroup><col ID="c" styleCode="Bold" width="300"/></colgroup></table>',
      expected: {
        kind: 'table',
        columns: [{ width: 20 }, { width: 20 }, { id: 'c', styles: ['bold'] }],
        groups: [],
      },
    },
    {
      title: 'ids, languages and styles of groups, rows and cells',
      input:
        '<table ID="t"><tfoot ID="f"><tr ID="r" language="de" styleCode="Botrule"><td ID="d" styleCode="Lrule Rrule Toprule"/></tr></tfoot></table>',
      expected: {
        kind: 'table',
        id: 't',
        groups: [
          {
            kind: 'foot',
            id: 'f',
            rows: [
              {
                id: 'r',
                language: 'de',
                styles: ['bottom-rule'],
                cells: [
                  {
                    id: 'd',
                    styles: ['left-rule', 'right-rule', 'top-rule'],
                    header: false,
                    columnSpan: 1,
                    rowSpan: 1,
                    children: [],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
    {
      title: 'header cells with what they are called and head',
      input:
        '<table><tr><th abbr="x" scope="rowgroup" axis="a"/><td headers="h1 h2"/></tr></table>',
      expected: {
        kind: 'table',
        groups: [
          {
            kind: 'body',
            rows: [
              {
                cells: [
                  { header: true, columnSpan: 1, rowSpan: 1, scope: 'rowgroup', abbreviation: 'x', children: [] },
                  { header: false, columnSpan: 1, rowSpan: 1, headers: ['h1', 'h2'], children: [] },
                ],
              },
            ],
          },
        ],
      }, // prettier-ignore
    },
  ])('reads of a table its $title', ({ input, expected }) => {
    expect(narrativeOf(input)).toEqual([expected]);
  });

  it.each([
    { title: 'of the cell', input: '<tr align="left"><td align="center">a</td></tr>', expected: ['center'] },
    { title: 'of the row', input: '<tr align="left"><td>a</td></tr>', expected: ['left'] },
    { title: 'of the group', input: '<tr><td>a</td></tr>', expected: ['justify'] },
    { title: 'of the column', columns: '<col/><col align="char"/>', input: '<tr align="left"><td>a</td><td>b</td></tr>', expected: ['left', 'right'] },
    { title: 'of the column below a rowspan', columns: '<col/><col align="right"/>', input: '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr>', expected: ['justify', 'right', 'right'] },
    { title: 'of no known name', input: '<tr align="middle"><td>a</td></tr>', expected: ['justify'] },
  ])('aligns cells by the alignment $title', ({ columns = '', input, expected }) => {
    const [table] = narrativeOf(`<table>${columns}<tbody align="justify">${input}</tbody></table>`);
    const cells = table?.kind === 'table' ? table.groups.flatMap(({ rows }) => rows).flatMap((row) => row.cells) : [];
    expect(cells.map(({ align }) => align)).toEqual(expected);
  }); // prettier-ignore

  it.each<{ code: string; expected: readonly string[] | undefined }>([
    { code: 'Bold', expected: ['bold'] },
    { code: 'Underline', expected: ['underline'] },
    { code: 'Italics', expected: ['italics'] },
    { code: 'Emphasis', expected: ['emphasis'] },
    { code: 'Lrule', expected: ['left-rule'] },
    { code: 'Rrule', expected: ['right-rule'] },
    { code: 'Toprule', expected: ['top-rule'] },
    { code: 'Botrule', expected: ['bottom-rule'] },
    { code: 'Arabic', expected: ['arabic'] },
    { code: 'LittleRoman', expected: ['little-roman'] },
    { code: 'BigRoman', expected: ['big-roman'] },
    { code: 'LittleAlpha', expected: ['little-alpha'] },
    { code: 'BigAlpha', expected: ['big-alpha'] },
    { code: 'Disc', expected: ['disc'] },
    { code: 'Circle', expected: ['circle'] },
    { code: 'Square', expected: ['square'] },
    { code: 'xHighlight', expected: ['highlight'] },
    { code: 'xdiv', expected: ['block'] },
    { code: ' Bold  bold Underline', expected: ['bold', 'underline'] },
    { code: 'xasIgnore GE:Problem constructor __proto__', expected: undefined },
    { code: '', expected: undefined },
  ])('reads the styleCode "$code"', ({ code, expected }) => {
    const [content] = narrativeOf(`<content styleCode="${code}">a</content>`);
    expect(content?.kind === 'content' ? content.styles : 'none').toEqual(expected);
  });

  it.each<{ input: string; expected: readonly object[] }>([
    { input: '<a href="#x" name="n">a</a>', expected: [{ kind: 'link', id: 'n', href: '#x', children: [text('a')] }] },
    { input: '<linkHtml ID="i" name="n">a</linkHtml>', expected: [{ kind: 'content', id: 'n', children: [{ kind: 'link', id: 'i', children: [text('a')] }] }] },
    { input: '<ins>a</ins><del>b</del>', expected: [{ kind: 'content', revised: 'insert', children: [text('a')] }, { kind: 'content', revised: 'delete', children: [text('b')] }] },
    { input: '<h2>a</h2>', expected: [{ kind: 'paragraph', styles: ['bold'], children: [text('a')] }] },
    { input: '<pre>a\n b</pre>', expected: [{ kind: 'preformatted', children: [text('a\n b')] }] },
    { input: '<div>a</div>', expected: [{ kind: 'content', styles: ['block'], children: [text('a')] }] },
    { input: '<i>a</i><u>b</u><em>c</em>', expected: [{ kind: 'content', styles: ['italics'], children: [text('a')] }, { kind: 'content', styles: ['underline'], children: [text('b')] }, { kind: 'content', styles: ['italics'], children: [text('c')] }] },
    { input: '<span>a</span><font color="red">b</font>', expected: [{ kind: 'content', children: [text('a')] }, { kind: 'content', children: [text('b')] }] },
    { input: '<ol><li>a</li></ol>', expected: [{ kind: 'list', ordered: true, items: [{ children: [text('a')] }] }] },
    { input: '<ul><li ID="l">a</li></ul>', expected: [{ kind: 'list', ordered: false, items: [{ id: 'l', children: [text('a')] }] }] },
    { input: '<hr/>', expected: [{ kind: 'break', rule: true }] },
    { input: '<dl><dt>a</dt><dd>b</dd></dl>', expected: [{ kind: 'content', styles: ['block'], children: [{ kind: 'content', styles: ['bold', 'block'], children: [text('a')] }, { kind: 'content', styles: ['block', 'indent'], children: [text('b')] }] }] },
    { input: '<list><item ID="i" styleCode="Bold"><caption>c</caption>a<list listType="ordered" styleCode="BigAlpha"><item>b</item></list></item></list>', expected: [{ kind: 'list', ordered: false, items: [{ id: 'i', styles: ['bold'], caption: [text('c')], children: [text('a'), { kind: 'list', styles: ['big-alpha'], ordered: true, items: [{ children: [text('b')] }] }] }] }] },
    { input: '<renderMultiMedia referencedObject="A"/>', expected: [{ kind: 'media', targets: ['A'] }] },
    { input: '<footnoteRef/>', expected: [{ kind: 'footnoteReference' }] },
  ])('takes $input for what it means', ({ input, expected }) => {
    expect(narrativeOf(input)).toEqual(expected);
  }); // prettier-ignore

  it('keeps rows outside of a body and words outside of a cell', () => {
    const parsed = parse(wrap(section('<table><tr><td>a</td>b</tr>c<td>d</td></table>')));
    expect(words(parsed)).toBe('T a b c d');
  });

  it('keeps markup in titles', () => {
    const [first] = parse(
      wrap('<section><title>Plan<sup>2</sup></title><text>a</text></section>'),
    ).sections;
    expect(first?.title).toEqual([text('Plan'), { kind: 'sup', children: [text('2')] }]);
  });
});

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

  it.each([
    { input: 'No data available for this section', expected: true },
    { input: 'No Information', expected: true },
    { input: 'Not on file documented in this encounter', expected: true },
    { input: '<paragraph>None recorded.</paragraph>', expected: true },
    { input: '', expected: true },
    { input: 'No known allergies', expected: false },
    { input: 'None of the tests were positive', expected: false },
    { input: 'No data available about the mother, who died young', expected: false },
  ])('"$input" is without content: $expected', ({ input, expected }) => {
    expect(parse(wrap(section(input))).sections[0]?.withoutContent).toBe(expected);
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
      header?.participations.map(({ role, names, organisations }) => [role, names, organisations]),
    ).toEqual([
      ['author', ['Dr Seven'], ['Clinic']],
      ['custodian', [], ['Keeper']],
    ]);
    expect(header?.servicePeriod).toEqual({ low: '20120806', high: '20120813' });
  });
});

describe('whose document it is', () => {
  const target = (family: string): string =>
    `<recordTarget><patientRole><patient><name><family>${family}</family></name></patient></patientRole></recordTarget>`;
  const body = `<component><structuredBody>${section('a')}</structuredBody></component>`;
  const clinical = (inner: string): string =>
    `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:x="urn:x">${inner}</ClinicalDocument>`;
  const named = (events: readonly CdaEvent[]): (string | undefined)[][] =>
    events.flatMap((event) =>
      event.kind === 'header' ? [event.header.patients.map(({ displayName }) => displayName)] : [],
    );

  it.each<{ title: string; input: string; kinds: readonly string[]; expected: readonly (readonly string[])[] }>([
    { title: 'before the body', input: clinical(target('One') + body), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'several times', input: clinical(target('One') + target('Two') + body), kinds: ['header', 'section', 'end'], expected: [['One', 'Two']] },
    { title: 'behind the body only, which waits for it', input: clinical(body + target('One')), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'behind a body that is not XML', input: clinical(`<component><nonXMLBody><text>a</text></nonXMLBody></component>${target('One')}`), kinds: ['header', 'nonXmlBody', 'end'], expected: [['One']] },
    { title: 'before and once more behind the body', input: clinical(target('One') + body + target('Two')), kinds: ['header', 'section', 'header', 'end'], expected: [['One'], ['One', 'Two']] },
    { title: 'three times behind the body', input: clinical(target('One') + body + target('Two') + target('Three') + target('Four')), kinds: ['header', 'section', 'header', 'header', 'end'], expected: [['One'], ['One', 'Two'], ['One', 'Two', 'Three', 'Four']] },
    { title: 'between two sections', input: wrap(section('a') + target('One') + section('b')), kinds: ['header', 'section', 'section', 'end'], expected: [['One']] },
    { title: 'inside an extension', input: clinical(`<x:wrap><x:more>${target('One')}</x:more></x:wrap>${body}`), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'with an extension inside', input: clinical(target('One').replace('<patientRole>', '<x:wrap><patientRole>').replace('</patientRole>', '</patientRole></x:wrap>') + body), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'inside a section', input: wrap(section('a', target('One'))), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'by two roles of one record target', input: clinical(`<recordTarget>${(target('One') + target('Two')).replaceAll(/<.?recordTarget>/g, '')}</recordTarget>${body}`), kinds: ['header', 'section', 'end'], expected: [['One', 'Two']] },
    { title: 'in a second document behind the first', input: clinical(target('One') + body) + clinical(target('Two') + body), kinds: ['header', 'section', 'header', 'end'], expected: [['One'], ['One', 'Two']] },
    { title: 'in a second document of another namespace', input: clinical(target('One') + body) + clinical(target('Two') + body).replace('urn:hl7-org:v3', 'urn:y'), kinds: ['header', 'section', 'header', 'end'], expected: [['One'], ['One', 'Two']] },
    { title: 'in a second document only', input: clinical(body) + clinical(target('Two') + body), kinds: ['header', 'section', 'end'], expected: [['Two']] },
    { title: 'in an envelope', input: `<e:Envelope xmlns:e="urn:e"><e:Body>${clinical(target('One') + body)}</e:Body></e:Envelope>`, kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'in the second of two in an envelope', input: `<Envelope>${clinical(target('One') + body)}${clinical(target('Two') + body)}</Envelope>`, kinds: ['header', 'section', 'header', 'end'], expected: [['One'], ['One', 'Two']] },
    { title: 'under another namespace and prefix', input: clinical(target('One') + body).replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1q:').replace('xmlns=', 'xmlns:q=').replace('urn:hl7-org:v3', 'urn:q'), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'by nobody', input: clinical(body), kinds: ['header', 'section', 'end'], expected: [[]] },
    { title: 'in an entry, which is about others', input: wrap(`<section><entry>${target('Else')}</entry></section>`), kinds: ['header', 'section', 'end'], expected: [[]] },
    { title: 'in an extension of its own namespace, which is no record target', input: clinical(target('Else').replace('<recordTarget>', '<recordTarget xmlns="urn:x">') + body), kinds: ['header', 'section', 'end'], expected: [[]] },
  ])('is known where it is said $title', ({ input, kinds, expected }) => {
    for (const chunkSize of [1, 13, 100_000]) {
      const { events } = parse(input, chunkSize);
      expect(events.map(({ kind }) => kind)).toEqual(kinds);
      expect(named(events)).toEqual(expected);
    }
  }); // prettier-ignore

  it('is known of a document that ends in a failure before it is complete', () => {
    const { events } = parse(clinical(`${body}${target('One').split('</patientRole>')[0]}${'<x>'.repeat(MAX_DEPTH)}`));
    expect(events.map(({ kind }) => kind)).toEqual(['header', 'section', 'failed']);
    expect(named(events)).toEqual([['One']]);
  }); // prettier-ignore

  it('shows a second document to nobody, and says so', () => {
    const parsed = parse(clinical(target('One') + body) + clinical(target('Two') + wrap('b')));
    expect(words(parsed)).toBe('T a');
    expect(parsed.events.at(-1)).toMatchObject({ kind: 'end', notices: ['secondDocument'] });
  });

  it('is told with what else of the header stands behind the body', () => {
    const late = clinical(`${target('One')}${body}<title>Late</title>`);
    expect(
      parse(late).events.map((event) => event.kind === 'header' && event.header.title),
    ).toEqual([undefined, false, 'Late', false]);
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

describe('repairs', () => {
  it.each<{ title: string; input: string; expected: string; repairs: Repairs }>([
    {
      title: 'a raw ampersand',
      input: wrap(section('a & b &c d&')),
      expected: 'T a & b &c d&',
      repairs: { rawAmpersand: 3 },
    },
    {
      title: 'a raw ampersand in an attribute',
      input: wrap(section('<linkHtml href="https://e.org/?a&b">a</linkHtml>')),
      expected: 'T a',
      repairs: { rawAmpersand: 1 },
    },
    {
      title: 'a raw less-than',
      input: wrap(section('x < 5 and y <6 <')),
      expected: 'T x < 5 and y <6 <',
      repairs: { rawLessThan: 3 },
    },
    {
      title: 'HTML entities',
      input: wrap(section('a&nbsp;&copy;')),
      expected: 'T a ©',
      repairs: { htmlEntity: 2 },
    },
    {
      title: 'an unknown entity, shown as written',
      input: wrap(section('&who;')),
      expected: 'T &who;',
      repairs: {},
    },
    {
      title: 'control characters',
      input: wrap(section('a\u0001b&#x1f;c\u000bd')),
      expected: 'T abc d',
      repairs: { controlCharacter: 3 },
    },
    {
      title: 'an impossible reference, shown as written',
      input: wrap(section('&#xD800;')),
      expected: 'T &#xD800;',
      repairs: { rawAmpersand: 1 },
    },
    {
      title: 'junk before the document',
      input: `junk\n<?xml version="1.0"?>${wrap(section('a'))}`,
      expected: 'T a',
      repairs: { leadingJunk: 1 },
    },
    {
      title: 'a newline before the declaration',
      input: `\n<?xml version="1.0"?>${wrap(section('a'))}`,
      expected: 'T a',
      repairs: {},
    },
    {
      title: 'junk behind the document',
      input: `${wrap(section('a'))}\u0000\nrest`,
      expected: 'T a',
      repairs: { trailingJunk: 1 },
    },
    {
      title: 'a second root',
      input: wrap(section('a')) + wrap(section('b')),
      expected: 'T a',
      repairs: { trailingJunk: 1 },
    },
    {
      title: 'an undeclared prefix',
      input: wrap(section('a', '<sdtc:x/>')),
      expected: 'T a',
      repairs: { undeclaredPrefix: 1 },
    },
    {
      title: 'an end tag without a start',
      input: wrap(section('a</content>b')),
      expected: 'T ab',
      repairs: { strayCloseTag: 1 },
    },
    {
      title: 'crossed tags',
      input: wrap(section('<table><tr><td><content>a</td></content><td>b</td></tr></table>')),
      expected: 'T a b',
      repairs: { misnested: 1, strayCloseTag: 1 },
    },
    {
      title: 'an attribute without quotes',
      input: wrap(section('<content ID=x>a</content>')),
      expected: 'T a',
      repairs: { badTag: 1 },
    },
    {
      title: 'an attribute twice',
      input: wrap(section('<content ID="x" ID="y">a</content>')),
      expected: 'T a',
      repairs: { badTag: 1 },
    },
    {
      title: 'a cut-off end',
      input: wrap(section('a <paragraph>b')).split('b</text>')[0] + 'b',
      expected: 'T a b',
      repairs: { truncated: 1 },
    },
    {
      title: 'no namespace',
      input: wrap(section('a')).replace(/ xmlns="[^"]*"/, ''),
      expected: 'T a',
      repairs: {},
    },
    {
      title: 'an envelope',
      input: `<e:Envelope xmlns:e="urn:e"><e:Body>words${wrap(section('a'))}</e:Body></e:Envelope>`,
      expected: 'T a',
      repairs: { leadingJunk: 1 },
    },
    {
      title: 'white space around equals signs',
      input: wrap(section(`<content\n ID \n=${' '.repeat(30)}"a>b" >a</content >`)),
      expected: 'T a',
      repairs: {},
    },
    {
      title: 'a prefix on every element',
      input: wrap(section('a'))
        .replace(/<(\/?)/g, '<$1cda:')
        .replace('xmlns=', 'xmlns:cda='),
      expected: 'T a',
      repairs: {},
    },
  ])('$title', ({ input, expected, repairs }) => {
    for (const chunkSize of [1, 7, 100_000]) {
      const parsed = parse(input, chunkSize);
      expect(words(parsed)).toBe(expected);
      expect(parsed.repairs).toEqual(repairs);
    }
  });

  it('skips a DOCTYPE, says so, and expands none of its entities', () => {
    const parsed = parse(`<!DOCTYPE x [<!ENTITY e "boom>">]>${wrap(section('a &e;'))}`);
    expect(words(parsed)).toBe('T a &e;');
    expect(parsed.events.at(-1)).toMatchObject({ kind: 'end', notices: ['doctype'] });
  });
});

describe('encodings', () => {
  const source = wrap(section('Müller €'));
  const western = Uint8Array.from(wrap(section('M\u00fcller')), (c) => c.charCodeAt(0));
  const utf16 = new Uint8Array(
    [...`\ufeff${source}`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  );
  const declared = Uint8Array.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?>${wrap(section('M\u00fcller'))}`,
    (c) => c.charCodeAt(0),
  );
  it.each([
    { title: 'UTF-8', bytes: new TextEncoder().encode(source), expected: 'T Müller €' },
    {
      title: 'UTF-8 with a mark',
      bytes: new TextEncoder().encode(`\ufeff${source}`),
      expected: 'T Müller €',
    },
    { title: 'UTF-16 with a mark', bytes: utf16, expected: 'T Müller €' },
    { title: 'a declared western encoding', bytes: declared, expected: 'T Müller' },
    {
      title: 'a charset of the answer',
      bytes: western,
      charset: 'iso-8859-1',
      expected: 'T Müller',
    },
    {
      title: 'an unknown charset of the answer',
      bytes: new TextEncoder().encode(source),
      charset: 'x-none',
      expected: 'T Müller €',
    },
    ...['unknown', 'binary', 'x-none', ''].map((charset) => ({
      title: `the declared encoding where the answer says "${charset}"`,
      bytes: declared,
      charset,
      expected: 'T Müller',
    })),
    {
      title: 'a declaration of UTF-16 that is not',
      bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-16"?>${source}`),
      expected: 'T Müller €',
    },
  ])('reads $title', ({ bytes, charset, expected }) => {
    for (const chunkSize of [1, 5, 100_000]) {
      expect(words(parse(bytes, chunkSize, charset))).toBe(expected);
    }
  });

  it('reads bytes that are wrong in UTF-8 singly and counts them', () => {
    const parsed = parse(western);
    expect(words(parsed)).toBe('T Müller');
    expect(parsed.repairs).toEqual({ badBytes: 1 });
  });
});

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
