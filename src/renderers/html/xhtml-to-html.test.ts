import { describe, expect, test } from 'vitest';
import { isXhtml, withoutCdata, xhtmlToHtml } from './xhtml-to-html.ts';

const xmlns = 'xmlns="http://www.w3.org/1999/xhtml"';

describe('XHTML as HTML', () => {
  test.each([
    { title: 'elements that close themselves', input: `<html ${xmlns}><a name="x"/><br/></html>`, expected: '<html><a name="x"></a><br></html>' },
    { title: 'CDATA as words', input: '<html><p><![CDATA[a < b & c]]></p></html>', expected: '<html><p>a &lt; b &amp; c</p></html>' },
    { title: 'prefixes of elements', input: '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:td h:x="1" xml:lang="de">y</h:td></h:html>', expected: '<html><td h:x="1" xml:lang="de">y</td></html>' },
    { title: 'entities', input: '<html>&nbsp;&#176;&amp;&lt;&deg;</html>', expected: '<html>\u00a0°&amp;&lt;°</html>' },
    { title: 'values', input: `<html title='"a" &lt; b'/>`, expected: '<html title="&quot;a&quot; &lt; b"></html>' },
    { title: 'style sheets as written', input: '<html><style>a > b {}</style></html>', expected: '<html><style>a > b {}</style></html>' },
    { title: 'no comments and instructions', input: '<?xml version="1.0"?><!-- x --><html><?x y?>a</html>', expected: '<html>a</html>' },
  ])('$title', ({ input, expected }) => {
    expect(xhtmlToHtml(input)).toBe(expected);
  }); // prettier-ignore

  test.each([
    { title: 'what is not well-formed', input: '<html><br></html>' },
    { title: 'another root', input: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    { title: 'entities of its own', input: '<!DOCTYPE html [<!ENTITY a "b">]><html>&a;</html>' },
    { title: 'a million levels', input: '<html>'.repeat(1_000_000) },
    { title: 'nothing', input: '' },
  ])('leaves $title to the parser of HTML', ({ input }) => {
    expect(xhtmlToHtml(input)).toBeUndefined();
  });

  test('is known by its declaration or its type', () => {
    expect(isXhtml('\uFEFF <?xml version="1.0"?><html/>', 'text/html')).toBe(true);
    expect(isXhtml('<html/>', 'application/xhtml+xml')).toBe(true);
    expect(isXhtml('<html/>', 'text/html')).toBe(false);
  });

  test('keeps the words of CDATA where it is read as HTML', () => {
    expect(withoutCdata('<p><![CDATA[a < b]]> c')).toBe('<p>a &lt; b c');
  });
});
