import { describe, expect, it } from 'vitest';
import { MAX_SPAN } from './limits.ts';
import { narrativeOf, parse, section, text, words, wrap } from './tested-document.ts';

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
