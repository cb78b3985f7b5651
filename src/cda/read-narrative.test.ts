/** Every element, attribute and enumeration of CDA R2's NarrativeBlock.xsd, and the HTML found in its place. */
import { describe, expect, it } from 'vitest';
import type { CdaSection } from './cda-document.ts';
import { MAX_ROW_SPAN, MAX_SPAN } from './limits.ts';
import type { Narrative, NarrativeCell, NarrativeTable } from './narrative.ts';
import { createCdaParser } from './parse-cda.ts';

function sectionOf(inner: string): CdaSection | undefined {
  let found: CdaSection | undefined;
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'section') found = event.section;
  });
  parser.write(
    new TextEncoder().encode(
      `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section>${inner}</section></component></structuredBody></component></ClinicalDocument>`,
    ),
  );
  parser.end();
  return found;
}

const narrativeOf = (text: string): readonly Narrative[] =>
  sectionOf(`<text>${text}</text>`)?.narrative ?? [];

const text = (value: string): Narrative => ({ kind: 'text', text: value });
const a = [text('a')];

function tableOf(attributes: string, inner = ''): NarrativeTable | undefined {
  const [table] = narrativeOf(`<table${attributes}>${inner}</table>`);
  return table?.kind === 'table' ? table : undefined;
}

const cellsOf = (rows: string): readonly NarrativeCell[] =>
  tableOf('', rows)
    ?.groups.flatMap((group) => group.rows)
    .flatMap(({ cells }) => cells) ?? [];

const common = ' ID="i" language="fr" styleCode="Bold"';
const marked = { id: 'i', language: 'fr', styles: ['bold'] } as const;

describe('every element carries ID, language and styleCode', () => {
  const cell = { header: false, columnSpan: 1, rowSpan: 1, children: a };
  it.each<{ input: string; expected: object }>([
    { input: `<content${common}>a</content>`, expected: { kind: 'content', ...marked, children: a } },
    { input: `<linkHtml${common} href="#x">a</linkHtml>`, expected: { kind: 'link', ...marked, href: '#x', children: a } },
    { input: `<sub${common}>a</sub>`, expected: { kind: 'sub', ...marked, children: a } },
    { input: `<sup${common}>a</sup>`, expected: { kind: 'sup', ...marked, children: a } },
    { input: `<br${common}/>`, expected: { kind: 'break', ...marked } },
    { input: `<footnote${common}>a</footnote>`, expected: { kind: 'footnote', ...marked, number: 1, children: a } },
    { input: `<footnoteRef${common} IDREF="f"/>`, expected: { kind: 'footnoteReference', ...marked, target: 'f' } },
    { input: `<renderMultiMedia${common} referencedObject="M"/>`, expected: { kind: 'media', ...marked, targets: ['M'] } },
    { input: `<paragraph${common}>a</paragraph>`, expected: { kind: 'paragraph', ...marked, children: a } },
    { input: `<list${common}/>`, expected: { kind: 'list', ...marked, ordered: false, items: [] } },
    { input: `<list><item${common}>a</item></list>`, expected: { kind: 'list', ordered: false, items: [{ ...marked, children: a }] } },
    { input: `<table${common}/>`, expected: { kind: 'table', ...marked, groups: [] } },
    { input: `<table><thead${common}><tr/></thead></table>`, expected: { kind: 'table', groups: [{ kind: 'head', ...marked, rows: [{ cells: [] }] }] } },
    { input: `<table><tfoot${common}><tr/></tfoot></table>`, expected: { kind: 'table', groups: [{ kind: 'foot', ...marked, rows: [{ cells: [] }] }] } },
    { input: `<table><tbody${common}><tr/></tbody></table>`, expected: { kind: 'table', groups: [{ kind: 'body', ...marked, rows: [{ cells: [] }] }] } },
    { input: `<table><tr${common}/></table>`, expected: { kind: 'table', groups: [{ kind: 'body', rows: [{ ...marked, cells: [] }] }] } },
    { input: `<table><tr><td${common}>a</td></tr></table>`, expected: { kind: 'table', groups: [{ kind: 'body', rows: [{ cells: [{ ...cell, ...marked }] }] }] } },
    { input: `<table><tr><th${common}>a</th></tr></table>`, expected: { kind: 'table', groups: [{ kind: 'body', rows: [{ cells: [{ ...cell, header: true, ...marked }] }] }] } },
    { input: `<table><col${common}/></table>`, expected: { kind: 'table', columns: [marked], groups: [] } },
    { input: `<table><colgroup${common}/></table>`, expected: { kind: 'table', columns: [marked], groups: [] } },
    { input: `<table><caption${common}>a</caption></table>`, expected: { kind: 'table', caption: [{ kind: 'content', ...marked, children: a }], groups: [] } },
    { input: `<list><caption${common}>a</caption></list>`, expected: { kind: 'list', ordered: false, caption: [{ kind: 'content', ...marked, children: a }], items: [] } },
    { input: '<content id="i" xml:lang="fr">a</content>', expected: { kind: 'content', id: 'i', language: 'fr', children: a } },
  ])('$input', ({ input, expected }) => {
    expect(narrativeOf(input)).toEqual([expected]);
  }); // prettier-ignore

  it('and so does the text as a whole', () => {
    const section = sectionOf(`<text${common} mediaType="text/x-hl7-text+xml">a</text>`);
    expect(section?.narrativeId).toBe('i');
    expect(section?.narrative).toEqual([
      { kind: 'content', language: 'fr', styles: ['bold', 'block'], children: a },
    ]);
  });

  it('and so does the title', () => {
    expect(sectionOf(`<title${common}>a</title>`)?.title).toEqual([
      { kind: 'content', ...marked, children: a },
    ]);
  });
});

describe('a title', () => {
  it.each<{ title: string; input: string; expected: readonly object[] }>([
    { title: 'content', input: '<content styleCode="Italics">a</content>', expected: [{ kind: 'content', styles: ['italics'], children: a }] },
    { title: 'sub and sup', input: '<sub>a</sub><sup>a</sup>', expected: [{ kind: 'sub', children: a }, { kind: 'sup', children: a }] },
    { title: 'br', input: 'a<br/>a', expected: [text('a'), { kind: 'break' }, text('a')] },
    { title: 'a footnote and its reference', input: 'a<footnote ID="f">a</footnote><footnoteRef IDREF="f"/>', expected: [text('a'), { kind: 'footnote', id: 'f', number: 1, children: a }, { kind: 'footnoteReference', target: 'f' }] },
  ])('holds $title', ({ input, expected }) => {
    expect(sectionOf(`<title>${input}</title>`)?.title).toEqual(expected);
  }); // prettier-ignore
});

describe('inline elements', () => {
  it.each<{ title: string; input: string; expected: readonly object[] }>([
    { title: 'an insertion', input: '<content revised="insert">a</content>', expected: [{ kind: 'content', revised: 'insert', children: a }] },
    { title: 'a deletion written large', input: '<content revised="Delete">a</content>', expected: [{ kind: 'content', revised: 'delete', children: a }] },
    { title: 'a revision of no known kind', input: '<content revised="moved">a</content>', expected: [{ kind: 'content', children: a }] },
    { title: 'a link whose rel and rev have no effect', input: '<linkHtml href="#x" rel="next" rev="prev" title="t">a</linkHtml>', expected: [{ kind: 'link', href: '#x', title: 't', children: a }] },
    { title: 'a footnote in a link', input: '<linkHtml>a<footnoteRef IDREF="f"/></linkHtml>', expected: [{ kind: 'link', children: [text('a'), { kind: 'footnoteReference', target: 'f' }] }] },
    { title: 'a reference to several footnotes', input: '<footnoteRef ID="r" IDREF="f g"/>', expected: [{ kind: 'content', id: 'r', children: [{ kind: 'footnoteReference', target: 'f' }, { kind: 'footnoteReference', target: 'g' }] }] },
    { title: 'a footnote of blocks', input: '<footnote><paragraph>a</paragraph><list/><table/></footnote>', expected: [{ kind: 'footnote', number: 1, children: [{ kind: 'paragraph', children: a }, { kind: 'list', ordered: false, items: [] }, { kind: 'table', groups: [] }] }] },
    { title: 'media of one id twice', input: '<renderMultiMedia referencedObject=" M\n M "/>', expected: [{ kind: 'media', targets: ['M', 'M'] }] },
    { title: 'media that names nothing', input: '<renderMultiMedia/>', expected: [{ kind: 'media', targets: [] }] },
    { title: 'media with words inside', input: '<renderMultiMedia referencedObject="M">a</renderMultiMedia>', expected: [{ kind: 'content', children: [{ kind: 'media', targets: ['M'] }, text('a')] }] },
    { title: 'a caption with a link, sub, sup and a footnote', input: '<paragraph><caption><linkHtml>a</linkHtml><sub>a</sub><sup>a</sup><footnoteRef IDREF="f"/></caption>a</paragraph>', expected: [{ kind: 'paragraph', caption: [{ kind: 'link', children: a }, { kind: 'sub', children: a }, { kind: 'sup', children: a }, { kind: 'footnoteReference', target: 'f' }], children: a }] },
    { title: 'a second caption', input: '<paragraph><caption>a</caption><caption>a</caption></paragraph>', expected: [{ kind: 'paragraph', caption: a, children: [{ kind: 'paragraph', styles: ['bold'], children: a }] }] },
  ])('$title', ({ input, expected }) => {
    expect(narrativeOf(input)).toEqual(expected);
  }); // prettier-ignore
});

describe('lists', () => {
  it.each([
    { listType: ' listType="ordered"', expected: true },
    { listType: ' listType="Ordered"', expected: true },
    { listType: ' listType="unordered"', expected: false },
    { listType: ' listType="other"', expected: false },
    { listType: '', expected: false },
  ])('with$listType are ordered: $expected', ({ listType, expected }) => {
    expect(narrativeOf(`<list${listType}/>`)).toEqual([
      { kind: 'list', ordered: expected, items: [] },
    ]);
  });

  it('hold paragraphs, tables, media and lists in their items', () => {
    expect(
      narrativeOf(
        '<list><item><caption>a</caption>a<paragraph>a</paragraph><table/><renderMultiMedia referencedObject="M"/><list/></item></list>',
      ),
    ).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [
          {
            caption: a,
            children: [
              text('a'),
              { kind: 'paragraph', children: a },
              { kind: 'table', groups: [] },
              { kind: 'media', targets: ['M'] },
              { kind: 'list', ordered: false, items: [] },
            ],
          },
        ],
      },
    ]);
  });
});

describe('tables', () => {
  it.each(['void', 'above', 'below', 'hsides', 'lhs', 'rhs', 'vsides', 'box', 'border'])(
    'with the frame "%s"',
    (frame) => expect(tableOf(` frame="${frame}"`)?.frame).toBe(frame),
  );

  it.each(['none', 'groups', 'rows', 'cols', 'all'])('with the rules "%s"', (rules) => {
    expect(tableOf(` rules="${rules}"`)?.rules).toBe(rules);
  });

  it.each([
    { attributes: ' border="1"', expected: { frame: 'border', rules: 'all' } },
    { attributes: ' border="2px"', expected: { frame: 'border', rules: 'all' } },
    { attributes: ' border="border"', expected: { frame: 'border', rules: 'all' } },
    { attributes: ' border="1" rules="none"', expected: { frame: 'border', rules: 'none' } },
    { attributes: ' border="1" frame="void"', expected: { frame: 'void', rules: 'all' } },
    { attributes: ' border="0"', expected: {} },
    { attributes: ' border="0px"', expected: {} },
    { attributes: ' frame="all" rules="both"', expected: {} },
    { attributes: ' width="100%" cellspacing="9" cellpadding="9"', expected: {} },
  ])('with$attributes have the lines $expected', ({ attributes, expected }) => {
    expect(tableOf(attributes)).toEqual({ kind: 'table', ...expected, groups: [] });
  });

  it.each([
    { attribute: 'align="left"', expected: { align: 'left' } },
    { attribute: 'align="center"', expected: { align: 'center' } },
    { attribute: 'align="right"', expected: { align: 'right' } },
    { attribute: 'align="justify"', expected: { align: 'justify' } },
    { attribute: 'align="char" char="." charoff="2"', expected: { align: 'right' } },
    { attribute: 'align="middle"', expected: {} },
    { attribute: 'valign="top"', expected: { verticalAlign: 'top' } },
    { attribute: 'valign="middle"', expected: { verticalAlign: 'middle' } },
    { attribute: 'valign="bottom"', expected: { verticalAlign: 'bottom' } },
    { attribute: 'valign="baseline"', expected: { verticalAlign: 'baseline' } },
    { attribute: 'valign="center"', expected: {} },
  ])('align cells by $attribute of cell, row, group, column and column group', ({ attribute, expected }) => {
    const cell = { header: false, columnSpan: 1, rowSpan: 1, children: a };
    for (const rows of [
      `<tr><td ${attribute}>a</td></tr>`,
      `<tr ${attribute}><td>a</td></tr>`,
      `<thead ${attribute}><tr><td>a</td></tr></thead>`,
      `<tbody ${attribute}><tr><td>a</td></tr></tbody>`,
      `<tfoot ${attribute}><tr><td>a</td></tr></tfoot>`,
      `<col ${attribute}/><tbody><tr><td>a</td></tr></tbody>`,
      `<colgroup ${attribute}/><tbody><tr><td>a</td></tr></tbody>`,
      `<colgroup ${attribute}><col/></colgroup><tbody><tr><td>a</td></tr></tbody>`,
    ]) {
      const row = rows.startsWith('<tr') ? `<tbody>${rows}</tbody>` : rows;
      expect(cellsOf(row)).toEqual([{ ...cell, ...expected }]);
    }
  }); // prettier-ignore

  it.each(['row', 'col', 'rowgroup', 'colgroup'])('head cells with the scope "%s"', (scope) => {
    expect(cellsOf(`<tr><th scope="${scope}"/></tr>`)).toEqual([
      { header: true, columnSpan: 1, rowSpan: 1, scope, children: [] },
    ]);
  });

  it.each<{ attributes: string; expected: object }>([
    { attributes: 'rowspan="2" colspan="3"', expected: { rowSpan: 2, columnSpan: 3 } },
    { attributes: 'rowspan="2000"', expected: { rowSpan: 2000, columnSpan: 1 } },
    { attributes: 'rowspan="99999" colspan="99999"', expected: { rowSpan: MAX_ROW_SPAN, columnSpan: MAX_SPAN } },
    { attributes: 'rowspan="0" colspan="0"', expected: { rowSpan: MAX_ROW_SPAN, columnSpan: 1 } },
    { attributes: 'rowspan="-1" colspan="-1"', expected: { rowSpan: 1, columnSpan: 1 } },
    { attributes: 'rowspan="x" colspan=""', expected: { rowSpan: 1, columnSpan: 1 } },
    { attributes: 'abbr="short" headers=" h1  h2 "', expected: { rowSpan: 1, columnSpan: 1, abbreviation: 'short', headers: ['h1', 'h2'] } },
    { attributes: 'axis="a" scope="both" nowrap="nowrap" bgcolor="red" onclick="x()" style="color:red"', expected: { rowSpan: 1, columnSpan: 1 } },
  ])('read of a cell with $attributes what has a meaning', ({ attributes, expected }) => {
    expect(cellsOf(`<tr><td ${attributes}>a</td></tr>`)).toEqual([
      { header: false, ...expected, children: a },
    ]);
  }); // prettier-ignore

  it.each<{ title: string; columns: string; expected: readonly object[] | undefined }>([
    { title: 'widths in percent', columns: '<col width="20%"/><col width="12.5%"/><col width="900%"/>', expected: [{ width: 20 }, { width: 12.5 }, { width: 100 }] },
    { title: 'no widths in pixels or parts', columns: '<col width="200"/><col width="2*"/>', expected: undefined },
    { title: 'spans', columns: '<col span="2" styleCode="Bold"/>', expected: [{ styles: ['bold'] }, { styles: ['bold'] }] },
    { title: 'the group’s id and styles', columns: '<colgroup ID="g" styleCode="Bold"><col styleCode="Italics"/><col ID="c"/></colgroup>', expected: [{ id: 'g', styles: ['bold', 'italics'] }, { id: 'c', styles: ['bold'] }] },
  ])('read of columns $title', ({ columns, expected }) => {
    expect(tableOf('', columns)?.columns).toEqual(expected);
  }); // prettier-ignore

  it('give cells the styles of their columns besides their own', () => {
    const cells = cellsOf(
      '<col styleCode="Bold"/><col/><tbody><tr><td styleCode="Rrule">a</td><td>a</td></tr><tr><td colspan="2">a</td></tr></tbody>',
    );
    expect(cells.map(({ styles }) => styles)).toEqual([
      ['bold', 'right-rule'],
      undefined,
      ['bold'],
    ]);
  });

  it.each<{ title: string; rows: string; expected: readonly string[] }>([
    { title: 'rows outside of a group', rows: '<tr><td>a</td></tr>', expected: ['body: a'] },
    { title: 'rows around groups', rows: '<tr><td>a</td></tr><thead><tr><th>b</th></tr></thead><tr><td>c</td></tr>', expected: ['body: a', 'head: b', 'body: c'] },
    { title: 'words in a table', rows: 'a<tbody><tr><td>b</td></tr></tbody>c', expected: ['body: a', 'body: b', 'body: c'] },
    { title: 'words in a row', rows: '<tr>a<td>b</td><content>c</content></tr>', expected: ['body: a b c'] },
    { title: 'words in a group', rows: '<tbody>a<tr><td>b</td></tr></tbody>', expected: ['body: a/b'] },
    { title: 'a cell without a row', rows: '<td>a</td>', expected: ['body: a'] },
    { title: 'several bodies', rows: '<tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody>', expected: ['body: a', 'body: b'] },
    { title: 'rows of different lengths', rows: '<tr><td>a</td></tr><tr><td>b</td><td>c</td></tr>', expected: ['body: a/b c'] },
  ])('keep $title', ({ rows, expected }) => {
    const word = (node: Narrative): string =>
      node.kind === 'text' ? node.text : 'children' in node ? node.children.map(word).join('') : '';
    const shapes = tableOf('', rows)?.groups.map(
      (group) =>
        `${group.kind}: ${group.rows.map(({ cells }) => cells.map(({ children }) => children.map(word).join('')).join(' ')).join('/')}`,
    );
    expect(shapes).toEqual(expected);
  }); // prettier-ignore

  it.each([
    { title: 'a cell', input: '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>' },
    { title: 'an item', input: '<list><item><table><tr><td>a</td></tr></table></item></list>' },
    { title: 'a paragraph', input: '<paragraph><table><tr><td>a</td></tr></table></paragraph>' },
  ])('stand in $title', ({ input }) => {
    expect(JSON.stringify(narrativeOf(input))).toContain(
      JSON.stringify({
        kind: 'table',
        groups: [{ kind: 'body', rows: [{ cells: [{ header: false, columnSpan: 1, rowSpan: 1, children: a }] }] }],
      }),
    );
  }); // prettier-ignore
});

describe('style codes', () => {
  it.each<{ title: string; code: string; expected: readonly string[] | undefined }>([
    { title: 'run together', code: 'BoldItalics', expected: ['bold', 'italics'] },
    { title: 'three run together', code: 'BoldUnderlineItalic', expected: ['bold', 'underline', 'italics'] },
    { title: 'between commas', code: 'Bold,Italics;Underline', expected: ['bold', 'italics', 'underline'] },
    { title: 'in small letters', code: 'bold LITTLEROMAN', expected: ['bold', 'little-roman'] },
    { title: 'in the singular', code: 'Italic', expected: ['italics'] },
    { title: 'of an alert', code: 'xAlert xReaction', expected: ['alert'] },
    { title: 'of an exact layout', code: 'xIndent xContentWrapping xMono', expected: ['preserved', 'mono'] },
    { title: 'of alignment', code: 'xLeft xCenter xRight xTop xMiddle xBottom', expected: ['align-left', 'align-center', 'align-right', 'valign-top', 'valign-middle', 'valign-bottom'] },
    { title: 'of a list that lays out tables', code: 'xlistForTables', expected: ['no-marker'] },
    { title: 'of a vendor', code: 'xlabel xasIgnore xdetails xOrganizerRow xRowGroup xcommentlabel', expected: undefined },
    { title: 'with a colon', code: 'GE:Problem GE:Result FIXED', expected: undefined },
    { title: 'that only begin like known ones', code: 'Bolder xBold ItalicsX', expected: undefined },
  ])('$title', ({ code, expected }) => {
    expect(narrativeOf(`<content styleCode="${code}">a</content>`)).toEqual([
      { kind: 'content', ...(expected === undefined ? {} : { styles: expected }), children: a },
    ]);
  }); // prettier-ignore
});

describe('HTML in narrative', () => {
  const styled = (...styles: readonly string[]) => [{ kind: 'content', styles, children: a }];
  it.each<{ input: string; expected: readonly object[] }>([
    { input: '<b>a</b>', expected: styled('bold') },
    { input: '<strong>a</strong>', expected: styled('bold') },
    { input: '<i>a</i>', expected: styled('italics') },
    { input: '<em>a</em>', expected: styled('italics') },
    { input: '<cite>a</cite>', expected: styled('italics') },
    { input: '<u>a</u>', expected: styled('underline') },
    { input: '<s>a</s>', expected: styled('struck') },
    { input: '<strike>a</strike>', expected: styled('struck') },
    { input: '<mark>a</mark>', expected: styled('highlight') },
    { input: '<code>a</code>', expected: styled('mono') },
    { input: '<tt>a</tt>', expected: styled('mono') },
    { input: '<kbd>a</kbd>', expected: styled('mono') },
    { input: '<samp>a</samp>', expected: styled('mono') },
    { input: '<div>a</div>', expected: styled('block') },
    { input: '<center>a</center>', expected: styled('block', 'align-center') },
    { input: '<blockquote>a</blockquote>', expected: styled('block', 'indent') },
    { input: '<address>a</address>', expected: styled('block') },
    { input: '<dt>a</dt>', expected: styled('bold', 'block') },
    { input: '<dd>a</dd>', expected: styled('block', 'indent') },
    { input: '<span style="color:red" class="x">a</span>', expected: [{ kind: 'content', children: a }] },
    { input: '<font color="red" size="7">a</font>', expected: [{ kind: 'content', children: a }] },
    { input: '<a href="https://e.org/">a</a>', expected: [{ kind: 'link', href: 'https://e.org/', children: a }] },
    { input: '<a name="n">a</a>', expected: [{ kind: 'link', id: 'n', children: a }] },
    { input: '<img src="https://e.org/x.png" alt="a hand" onerror="x()"/>', expected: [{ kind: 'image', alt: 'a hand', source: 'https://e.org/x.png' }] },
    { input: '<img/>', expected: [{ kind: 'image' }] },
    { input: '<ins>a</ins>', expected: [{ kind: 'content', revised: 'insert', children: a }] },
    { input: '<del>a</del>', expected: [{ kind: 'content', revised: 'delete', children: a }] },
    { input: '<p>a</p>', expected: [{ kind: 'paragraph', children: a }] },
    { input: '<pre> a\n  b</pre>', expected: [{ kind: 'preformatted', children: [text(' a\n  b')] }] },
    { input: '<hr/>', expected: [{ kind: 'break', rule: true }] },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => ({
      input: `<${name}>a</${name}>`,
      expected: [{ kind: 'paragraph', styles: ['bold'], children: a }],
    })),
    { input: '<ol><li>a</li></ol>', expected: [{ kind: 'list', ordered: true, items: [{ children: a }] }] },
    { input: '<ul><li>a</li></ul>', expected: [{ kind: 'list', ordered: false, items: [{ children: a }] }] },
    { input: '<html:b xmlns:html="http://www.w3.org/1999/xhtml">a</html:b>', expected: styled('bold') },
    { input: '<marquee>a</marquee>', expected: [{ kind: 'unknown', name: 'marquee', children: a }] },
    { input: '<script>a</script>', expected: [{ kind: 'unknown', name: 'script', children: a }] },
  ])('$input', ({ input, expected }) => {
    expect(narrativeOf(input)).toEqual(expected);
  }); // prettier-ignore

  it('of a picture alone is content, not an empty section', () => {
    const section = sectionOf('<text><img src="x.png"/></text>');
    expect(section?.narrativeEmpty).toBe(false);
    expect(section?.withoutContent).toBe(false);
  });
});
