/** Every element, attribute and style code of CDA's narrative block as a reader sees it: computed styles, one document. */
import type { Page } from '@playwright/test';
import { openSummary, section, serveSections } from './actions/cda-sections.ts';
import { differences, expectedWords, shownWords, wholeDocument } from './cda-words/cda-words.ts';
import { expect, test } from './fixtures.ts';

interface Row {
  /** Narrative; `@` stands for the id of the element that is looked at. */
  readonly input: string;
  readonly expected: Readonly<Record<string, string>>;
}

const idOf = (at: number): string => `row-${at}-`;

const documentOf = (rows: readonly Row[]): string =>
  rows.map(({ input }, at) => input.replaceAll('@', idOf(at))).join('');

/** What the browser made of each row: computed styles, and attributes where a name begins with `@`. */
function seen(page: Page, rows: readonly Row[]): Promise<readonly object[]> {
  return page.evaluate(
    (wanted) => {
      // What is out of sight is not laid out, and has no inner text.
      for (const each of document.querySelectorAll<HTMLElement>('.cda-sections *'))
        if (getComputedStyle(each).contentVisibility === 'auto')
          each.style.contentVisibility = 'visible';
      return wanted.map(({ id, names }) => {
        const element = document.querySelector(`[id$="-${id}"]`);
        if (!element) return { missing: id };
        const styles = getComputedStyle(element);
        return Object.fromEntries(
          names.map((name) => {
            if (name === 'highlighted')
              return [name, String(styles.backgroundColor !== 'rgba(0, 0, 0, 0)')];
            if (name === 'tag') return [name, element.localName];
            if (name === 'text') return [name, (element as HTMLElement).innerText];
            if (name.startsWith('@')) return [name, element.getAttribute(name.slice(1)) ?? ''];
            return [name, styles.getPropertyValue(name)];
          }),
        );
      });
    },
    rows.map(({ expected }, at) => ({ id: idOf(at), names: Object.keys(expected) })),
  );
}

const cell = (attributes: string): string =>
  `<table><tbody><tr><td ID="@" ${attributes}>a</td></tr></tbody></table>`;

/** Around a cell in the middle of nine. */
const nine = (table: string, columns = '', group = '', row = ''): string =>
  `<table ${table}>${columns}<tbody ${group}><tr><td>a</td><td>a</td><td>a</td></tr><tr ${row}><td>a</td><td ID="@">a</td><td>a</td></tr><tr><td>a</td><td>a</td><td>a</td></tr></tbody></table>`;

const inline = (name: string, attributes = ''): string =>
  `<${name} ID="@" ${attributes}>a</${name}>`;

const style = (code: string): string => inline('content', `styleCode="${code}"`);

const edges = (top: string, right: string, bottom: string, left: string) => ({
  'border-top-width': top,
  'border-right-width': right,
  'border-bottom-width': bottom,
  'border-left-width': left,
});

const rows: readonly Row[] = [
  { input: style('Bold'), expected: { 'font-weight': '700' } },
  { input: style('Underline'), expected: { 'text-decoration-line': 'underline' } },
  { input: style('Italics'), expected: { 'font-style': 'italic', 'font-weight': '400' } },
  { input: style('Emphasis'), expected: { 'font-style': 'italic', 'font-weight': '600' } },
  { input: style('Bold Italics Underline'), expected: { 'font-weight': '700', 'font-style': 'italic', 'text-decoration-line': 'underline' } },
  { input: style('BoldItalics'), expected: { 'font-weight': '700', 'font-style': 'italic' } },
  { input: '<content styleCode="Bold"><content ID="@" styleCode="Italics">a</content></content>', expected: { 'font-weight': '700', 'font-style': 'italic' } },
  { input: style('xHighlight'), expected: { highlighted: 'true' } },
  { input: style('xAlert'), expected: { 'font-weight': '600', 'border-left-width': '3px' } },
  { input: style('xMono'), expected: { 'white-space': 'pre-line', display: 'inline' } },
  { input: style('xIndent'), expected: { 'white-space': 'pre-wrap' } },
  { input: style('xdiv'), expected: { display: 'block' } },
  { input: style('GE:Problem xasIgnore xlabel'), expected: { 'font-weight': '400', 'font-style': 'normal', display: 'inline', '@class': '' } },
  { input: style('Lrule Rrule Toprule Botrule'), expected: edges('2px', '2px', '2px', '2px') },
  { input: cell('styleCode="Lrule"'), expected: { 'border-left-width': '2px', 'border-right-width': '0px' } },
  { input: cell('styleCode="Rrule"'), expected: { 'border-left-width': '0px', 'border-right-width': '2px' } },
  { input: cell('styleCode="Toprule"'), expected: { 'border-top-width': '2px' } },
  { input: cell('styleCode="Botrule"'), expected: { 'border-bottom-width': '2px', 'border-top-width': '0px' } },
  { input: nine('', '', '', 'styleCode="Toprule Botrule Lrule"'), expected: edges('2px', '0px', '2px', '0px') },
  { input: nine('', '<col/><col styleCode="Bold Lrule"/><col/>'), expected: { 'font-weight': '700', 'border-left-width': '2px' } },
  { input: nine('', '', 'styleCode="Italics"'), expected: { 'font-style': 'italic' } },
  { input: nine('styleCode="Bold"'), expected: { 'font-weight': '700' } },
  { input: '<table><tbody styleCode="Toprule"><tr><td ID="@">a</td></tr><tr><td>a</td></tr></tbody></table>', expected: { 'border-top-width': '2px' } },
  ...[
    ['', 'disc'], ['listType="unordered"', 'disc'], ['listType="ordered"', 'decimal'],
    ['listType="ordered" styleCode="Arabic"', 'decimal'], ['listType="ordered" styleCode="LittleRoman"', 'lower-roman'], ['listType="ordered" styleCode="BigRoman"', 'upper-roman'],
    ['listType="ordered" styleCode="LittleAlpha"', 'lower-alpha'], ['listType="ordered" styleCode="BigAlpha"', 'upper-alpha'], ['styleCode="Disc"', 'disc'],
    ['styleCode="Circle"', 'circle'], ['styleCode="Square"', 'square'], ['styleCode="xlistForTables"', 'none'],
  ].map(([attributes, type = '']) => ({ input: `<list ${attributes}><caption>c</caption><item ID="@">a</item></list>`, expected: { tag: 'li', 'list-style-type': type, display: 'list-item' } })),
  ...[
    ['align="left"', 'left'], ['align="center"', 'center'], ['align="right"', 'right'], ['align="justify"', 'justify'], ['align="char" char="."', 'right'],
  ].flatMap(([attribute = '', align = '']) => [
    { input: cell(attribute), expected: { 'text-align': align } },
    { input: nine('', '', '', attribute), expected: { 'text-align': align } },
    { input: nine('', '', attribute), expected: { 'text-align': align } },
    { input: nine('', `<col/><col ${attribute}/>`), expected: { 'text-align': align } },
    { input: nine('', `<colgroup span="2" ${attribute}/>`), expected: { 'text-align': align } },
  ]),
  ...['top', 'middle', 'bottom', 'baseline'].flatMap((valign) => [
    { input: cell(`valign="${valign}"`), expected: { 'vertical-align': valign } },
    { input: nine('', '', '', `valign="${valign}"`), expected: { 'vertical-align': valign } },
    { input: nine('', `<col/><col valign="${valign}"/>`), expected: { 'vertical-align': valign } },
  ]),
  ...([
    ['void', '0px', '0px', '0px', '0px'], ['above', '1px', '0px', '0px', '0px'], ['below', '0px', '0px', '1px', '0px'], ['hsides', '1px', '0px', '1px', '0px'],
    ['lhs', '0px', '0px', '0px', '1px'], ['rhs', '0px', '1px', '0px', '0px'], ['vsides', '0px', '1px', '0px', '1px'],
    // The region around every table is its box.
    ['box', '0px', '0px', '0px', '0px'], ['border', '0px', '0px', '0px', '0px'],
  ] as const).map(([frame, top, right, bottom, left]) => ({
    input: `<table ID="@" frame="${frame}"><tr><td>a</td></tr></table>`, expected: edges(top, right, bottom, left),
  })),
  { input: nine('rules="none"'), expected: edges('0px', '0px', '0px', '0px') },
  { input: nine('rules="groups"'), expected: edges('0px', '0px', '0px', '0px') },
  { input: '<table rules="groups"><thead><tr><th ID="@">a</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>', expected: { 'border-bottom-width': '1px' } },
  { input: nine('rules="rows"'), expected: edges('0px', '0px', '1px', '0px') },
  { input: nine('rules="cols"'), expected: edges('0px', '0px', '0px', '1px') },
  { input: nine('rules="all"'), expected: edges('0px', '0px', '1px', '1px') },
  // Most tables say so and mean nothing but a table.
  { input: nine('border="1"'), expected: edges('0px', '0px', '1px', '0px') },
  { input: '<content>H<sub ID="@">2</sub>O</content>', expected: { tag: 'sub', 'vertical-align': 'sub' } },
  { input: '<content>m<sup ID="@">2</sup></content>', expected: { tag: 'sup', 'vertical-align': 'super' } },
  { input: inline('content', 'revised="insert"'), expected: { tag: 'ins', 'text-decoration-line': 'underline' } },
  { input: inline('content', 'revised="delete"'), expected: { tag: 'del', 'text-decoration-line': 'line-through' } },
  { input: '<paragraph ID="@">one\n  two</paragraph>', expected: { tag: 'p', 'white-space': 'pre-line', text: 'one\ntwo' } },
  { input: '<paragraph>one<br ID="@"/>two</paragraph>', expected: { tag: 'br' } },
  { input: '<list><item ID="@">one\ntwo</item></list>', expected: { text: 'one\ntwo' } },
  { input: '<table><tr><td ID="@">one\ntwo</td></tr></table>', expected: { text: 'one\ntwo' } },
  { input: '<pre ID="@">one\n   two</pre>', expected: { tag: 'pre', 'white-space': 'pre-wrap', text: 'one\n   two' } },
  { input: inline('linkHtml', 'href="https://e.test/"'), expected: { tag: 'span', text: 'a (e.test)' } },
  { input: '<footnote ID="@">a</footnote>', expected: { '@role': 'note' } },
  ...[['b', { 'font-weight': '700' }], ['strong', { 'font-weight': '700' }], ['i', { 'font-style': 'italic' }], ['em', { 'font-style': 'italic' }], ['u', { 'text-decoration-line': 'underline' }],
    ['s', { 'text-decoration-line': 'line-through' }], ['div', { display: 'block' }], ['center', { display: 'block', 'text-align': 'center' }], ['blockquote', { display: 'block', 'margin-left': '32px' }],
    ['dt', { display: 'block', 'font-weight': '700' }], ['dd', { display: 'block', 'margin-left': '32px' }], ['span', { display: 'inline' }], ['font', { display: 'inline' }], ['ins', { tag: 'ins' }], ['del', { tag: 'del' }],
    ['p', { tag: 'p' }], ['h1', { display: 'block', 'font-weight': '700' }], ['h6', { display: 'block', 'font-weight': '700' }], ['marquee', { display: 'inline', tag: 'span' }],
  ].map(([name, expected]) => ({ input: inline(String(name)), expected: expected as Row['expected'] })),
  { input: 'a<hr id="@"/>a', expected: { tag: 'hr', 'border-top-width': '1px' } },
  { input: '<ol><li id="@">a</li></ol>', expected: { 'list-style-type': 'decimal' } },
  { input: '<ul><li id="@">a</li></ul>', expected: { 'list-style-type': 'disc' } },
]; // prettier-ignore

test('what authors ask for is what the browser lays out', async ({ page, sandbox }) => {
  await serveSections(page, section('All', documentOf(rows)));
  await openSummary(page, await sandbox.createSession());
  await wholeDocument(page);
  const found = await seen(page, rows);
  expect(rows.map(({ input }, at) => ({ input, is: found[at] }))).toEqual(
    rows.map(({ input, expected }) => ({ input, is: expected })),
  );
});

test('no word is lost, doubled, parted or out of order, in titles, captions, footnotes and media', async ({
  page,
  sandbox,
}) => {
  const sections = [
    section(
      'Plan<sub>2</sub>O and/or-a-very-long-word/of-a-title <content styleCode="Bold">b</content>old<footnote ID="n">note</footnote><footnoteRef IDREF="n"/>',
      'bare text\n  on two lines<paragraph><caption>cap<sup>1</sup></caption>H<sub>2</sub>O m<sup>2</sup><br/>next <linkHtml href="https://e.test/">li<content>nk</content></linkHtml></paragraph><list><caption>of items</caption><item><caption>first:</caption> one<list><item>inner</item></list></item><item>two<table><tr><td>deep</td></tr></table></item></list>',
    ),
    section(
      'Media',
      '<renderMultiMedia referencedObject="GONE"><caption>shown without it</caption></renderMultiMedia><table><caption>tab</caption><thead><tr><th>h<sup>a</sup></th></tr></thead><tfoot><tr><td>foot</td></tr></tfoot><tbody><tr><td><list><item>li</item></list><paragraph>par</paragraph></td></tr></tbody></table><content revised="delete">gone</content><content revised="insert">come</content>',
    ),
    section('<content>Only</content> a <content>marked</content> title', '<content>x</content>'),
  ];
  await serveSections(page, ...sections);
  await openSummary(page, await sandbox.createSession());
  await wholeDocument(page);
  const expected = expectedWords(
    new TextEncoder().encode(`<structuredBody>${sections.join('')}</structuredBody>`),
  );
  expect(differences(expected, await shownWords(page))).toEqual([]);
});

test('newlines of bare text are lines, and those that lay out the source are not', async ({
  page,
  sandbox,
}) => {
  await serveSections(page, section('Bare', '\n   one\n   two\n\n\n   three\n  '));
  const main = await openSummary(page, await sandbox.createSession());
  const text = main.getByRole('region', { name: 'Bare', exact: true }).locator('.cda-narrative');
  expect((await text.innerText()).trim()).toBe('one\ntwo\n\nthree');
});

test('links may only lead where they say, with the author’s title', async ({ page, sandbox }) => {
  await serveSections(
    page,
    section(
      'Links',
      '<linkHtml href="https://e.test/a" title="more" rel="opener" rev="x" target="_top">one</linkHtml> <linkHtml href="javascript:alert(1)" title="run">two</linkHtml> <linkHtml href="advance.pdf">three</linkHtml> <linkHtml href="mailto:a@e.test">four</linkHtml> <linkHtml>five</linkHtml>',
    ),
  );
  const main = await openSummary(page, await sandbox.createSession());
  const links = main.getByRole('region', { name: 'Links', exact: true }).locator('.cda-narrative');
  await expect(links.getByRole('link')).toHaveText(['one', 'four']);
  await expect(links.getByRole('link', { name: 'one' })).toHaveAttribute('title', 'more');
  await expect(links.getByRole('link', { name: 'one' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  );
  await expect(links).toHaveText(
    'one (e.test) two (javascript:alert(1)) three (advance.pdf) four (a@e.test) five',
  );
  await expect(links.getByTitle('run')).toHaveText('two (javascript:alert(1))');
});

const attributed: readonly Row[] = [
  ...['content', 'linkHtml', 'sub', 'sup', 'paragraph', 'footnote'].map((name) => ({
    input: inline(name, 'language="de"'),
    expected: { '@lang': 'de' },
  })),
  { input: '<list ID="@" language="de"><item>a</item></list>', expected: { tag: 'ul', '@lang': 'de' } },
  { input: '<list><item ID="@" language="de">a</item></list>', expected: { tag: 'li', '@lang': 'de' } },
  { input: '<list><caption ID="@" language="de">a</caption><item>a</item></list>', expected: { '@lang': 'de' } },
  { input: '<table ID="@" language="de" summary="two doses"><tr><td>a</td></tr></table>', expected: { tag: 'table', '@lang': 'de', '@aria-description': 'two doses' } },
  { input: '<table><caption ID="@" language="de">a</caption><tr><td>a</td></tr></table>', expected: { '@lang': 'de' } },
  { input: '<table><tbody ID="@" language="de"><tr><td>a</td></tr></tbody></table>', expected: { tag: 'tbody', '@lang': 'de' } },
  { input: '<table><thead ID="@"><tr><th>a</th></tr></thead></table>', expected: { tag: 'thead' } },
  { input: '<table><tfoot ID="@"><tr><td>a</td></tr></tfoot></table>', expected: { tag: 'tfoot' } },
  { input: '<table><tr ID="@" language="de"><td>a</td></tr></table>', expected: { tag: 'tr', '@lang': 'de' } },
  { input: '<table><tr><td ID="@" language="de" rowspan="1" colspan="2">a</td></tr></table>', expected: { tag: 'td', '@lang': 'de', '@colspan': '2' } },
  { input: '<table><tr><th ID="@" abbr="short" scope="rowgroup" axis="x">a</th></tr></table>', expected: { tag: 'th', '@abbr': 'short', '@scope': 'rowgroup', '@axis': '' } },
  { input: '<table><colgroup ID="@" width="20%"/><tr><td>a</td><td>a</td></tr></table>', expected: { tag: 'col', '@style': 'inline-size: 20%;' } },
  { input: '<table><col ID="@" span="2"/><tr><td>a</td><td>a</td></tr></table>', expected: { tag: 'col' } },
  { input: '<renderMultiMedia ID="@" referencedObject="none" language="de"/>', expected: { '@lang': 'de' } },
  { input: '<footnoteRef ID="@" IDREF="none"/>', expected: { tag: 'sup' } },
  { input: '<linkHtml name="@" href="#x">a</linkHtml>', expected: { tag: 'span' } },
]; // prettier-ignore

test('languages, names and targets stand on the elements they were written on', async ({
  page,
  sandbox,
}) => {
  const headed =
    '<table><tr><th ID="h1">a</th><th ID="h2">b</th></tr><tr><td ID="@" headers="h1 h2">c</td></tr></table>';
  const all = [...attributed, { input: headed, expected: { tag: 'td' } }];
  await serveSections(page, section('All', documentOf(all)));
  const main = await openSummary(page, await sandbox.createSession());
  await wholeDocument(page);
  const found = await seen(page, all);
  expect(all.map(({ input }, at) => ({ input, is: found[at] }))).toEqual(
    all.map(({ input, expected }) => ({ input, is: expected })),
  );
  const heads = await main.getByRole('cell', { name: 'c', exact: true }).evaluate((element) =>
    element
      .getAttribute('headers')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent),
  );
  expect(heads).toEqual(['a', 'b']);
});

test('jumps reach captions, rows, items and words of any section, and never change the address', async ({
  page,
  sandbox,
}) => {
  const far = '<paragraph>far away</paragraph>'.repeat(60);
  const targets = [
    ['row', '<table><caption ID="caption">cap</caption><tr ID="row"><td>in the row</td></tr></table>'],
    ['caption', ''],
    ['item', '<list><item ID="item">in the list</item></list>'],
    ['words', '<paragraph>some <content ID="words">words</content></paragraph>'],
    ['named', '<paragraph><a name="named">here</a></paragraph>'],
  ] as const; // prettier-ignore
  await serveSections(
    page,
    section(
      'Links',
      targets.map(([id]) => `<linkHtml href="#${id}">to ${id}</linkHtml> `).join('') + far,
    ),
    section('Targets', targets.map(([, target]) => target).join(far)),
  );
  const main = await openSummary(page, await sandbox.createSession());
  await wholeDocument(page);
  const before = page.url();
  for (const [id] of targets) {
    await main.getByRole('link', { name: `to ${id}`, exact: true }).click();
    const target = page.locator(`[id$="-${id}"]`);
    await expect(target).toBeInViewport();
    await expect(target).toBeFocused();
  }
  expect(page.url()).toBe(before);
});

test('footnotes of titles and of other sections are numbered and lead back', async ({
  page,
  sandbox,
}) => {
  await serveSections(
    page,
    section(
      'Plan<footnoteRef IDREF="f2"/>',
      'Twice daily<footnoteRef IDREF="f1 f2"/> <footnote ID="f1">with food</footnote>',
    ),
    section('Notes<footnote ID="f2">as of May</footnote>', 'Words'),
  );
  const main = await openSummary(page, await sandbox.createSession());
  await wholeDocument(page);
  await expect(main.getByRole('link', { name: 'Footnote 1', exact: true })).toHaveText('[1]');
  const second = main.getByRole('link', { name: 'Footnote 2', exact: true });
  await expect(second).toHaveText(['[2]', '[2]']);
  await second.last().click();
  const note = main.getByRole('note', { name: 'Footnote 2' });
  await expect(note).toBeFocused();
  await expect(note).toHaveText('[2] as of May');
  await note.getByRole('link', { name: 'Back to the reference to footnote 2' }).click();
  await expect(second.first()).toBeInViewport();
});
