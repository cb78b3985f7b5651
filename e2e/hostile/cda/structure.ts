import { ofClass } from '../documents/document-case.ts';
import { cda, orson, section, tess } from './cda-document.ts';

const xml = { contentType: 'application/xml' };
const doctype = (declarations: string): string => `<!DOCTYPE ClinicalDocument [${declarations}]>`;
const skipped = /declares a DOCTYPE/;

/** What stands before the root and makes a browser act. */
export const instructions = ofClass('cda-instructions', xml, [
  { id: 'cda-pi-css', title: 'a sheet of another server', body: cda({ before: '<?xml-stylesheet type="text/css" href="{{sink}}/s.css"?>', text: 'Styled words' }), harmless: 'Styled words', control: { harm: 'request', way: 'browser' } },
  { id: 'cda-pi-css-data', title: 'a sheet in its own address that asks elsewhere', body: cda({ before: '<?xml-stylesheet type="text/css" href="data:text/css,@import url({{sink}}/i.css);"?>', text: 'Imported words' }), harmless: 'Imported words', control: { harm: 'request', way: 'browser' } },
  { id: 'cda-pi-script', title: 'an XHTML script beside the root’s own', body: cda({ text: '<script xmlns="http://www.w3.org/1999/xhtml" src="{{sink}}/p.js"/>Scripted words' }), harmless: 'Scripted words', control: { harm: 'script', way: 'browser' } },
  { id: 'cda-pi-inside', title: 'an instruction among the words', body: cda({ text: 'Words <?xml-stylesheet href="{{sink}}/x.css" type="text/css"?><?php echo 1 ?> around' }), harmless: 'around', control: { immune: 'Chromium heeds the instruction before the root only.', way: 'browser' } },
]); // prettier-ignore

/** Entities: refused by not being read at all. */
export const entities = ofClass('cda-entities', xml, [
  { id: 'cda-entity-external', title: 'an entity that is another server’s file', body: cda({ before: doctype('<!ENTITY x SYSTEM "{{sink}}/e.xml">'), text: 'External &x; words' }), harmless: '&x;', says: skipped, control: { immune: 'Chromium fetches no external entity.' } },
  { id: 'cda-entity-file', title: 'an entity that is a file of the machine', body: cda({ before: doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), text: 'File &x; words' }), harmless: '&x;', says: skipped, control: { immune: 'Chromium fetches no external entity.' } },
  { id: 'cda-entity-dtd', title: 'a declaration that lies elsewhere', body: cda({ before: '<!DOCTYPE ClinicalDocument SYSTEM "{{sink}}/d.dtd">', text: 'Declared words' }), harmless: 'Declared words', says: skipped, control: { immune: 'Chromium fetches no external subset.' } },
  { id: 'cda-entity-parameter', title: 'a parameter entity that lies elsewhere', body: cda({ before: doctype('<!ENTITY % p SYSTEM "{{sink}}/p.dtd">%p;'), text: 'Parameter words' }), harmless: 'Parameter words', says: skipped, control: { immune: 'Chromium fetches no external parameter entity.' } },
  { id: 'cda-entity-internal', title: 'an entity that holds markup', body: cda({ before: doctype(`<!ENTITY x '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x:" onerror="{{pwn}}"/>'>`), text: 'Internal &x; words' }), harmless: '&x;', says: skipped, control: { harm: 'script' } },
  { id: 'cda-entity-quadratic', title: 'one long entity a thousand times', body: cda({ before: doctype(`<!ENTITY x "${'a'.repeat(5000)}">`), text: `Quadratic ${'&x;'.repeat(1000)} words` }), harmless: 'Quadratic', says: skipped, control: { harm: 'burden' } },
  { id: 'cda-entity-laughs', title: 'entities of entities', body: cda({ before: doctype(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, at, all) => `<!ENTITY ${name} "${at === 0 ? 'ha' : `&${all[at - 1] ?? ''};`.repeat(10)}">`).join('')), text: 'Laughing &i; words' }), harmless: '&i;', says: skipped, control: { immune: 'Chromium refuses entities that grow so.' } },
  { id: 'cda-entity-default', title: 'an attribute that every paragraph gets', body: cda({ before: doctype('<!ATTLIST paragraph onclick CDATA "{{pwn}}">'), text: '<paragraph>Default words</paragraph>' }), harmless: 'Default words', says: skipped, act: [{ click: 'Default words' }], control: { harm: 'script' } },
]); // prettier-ignore

/** Other ways to bring in what lies elsewhere. */
export const inclusions = ofClass('cda-inclusions', xml, [
  { id: 'cda-xinclude-text', title: 'XInclude of another server’s text', body: cda({ text: 'Included <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{{sink}}/i.txt" parse="text"><xi:fallback>fallback words</xi:fallback></xi:include>' }), harmless: 'fallback words', control: { immune: 'No browser heeds XInclude.' } },
  { id: 'cda-xinclude-file', title: 'XInclude of a file of the machine', body: cda({ text: 'Local <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/> words' }), harmless: 'Local', never: 'root:x:0', control: { immune: 'No browser heeds XInclude.' } },
  { id: 'cda-xinclude-root', title: 'XInclude in place of the body', body: cda({ body: '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{{sink}}/b.xml"/>' }), says: /header but no text/, control: { immune: 'No browser heeds XInclude.' } },
  { id: 'cda-schema-location', title: 'a schema that lies elsewhere', body: cda({ text: 'Schema words' }).replace('<ClinicalDocument ', '<ClinicalDocument xsi:schemaLocation="urn:hl7-org:v3 {{sink}}/s.xsd" xml:base="{{sink}}/" '), harmless: 'Schema words', control: { immune: 'No browser fetches schemas.' } },
]); // prettier-ignore

/** Errors that the document brings itself, and errors in it. */
export const parseErrors = ofClass('cda-parse-errors', xml, [
  { id: 'cda-error-fake', title: 'a parser’s error among the words', body: cda({ text: '<parsererror xmlns="http://www.w3.org/1999/xhtml"><h3>Sign in again at evil.example</h3></parsererror>Words behind an error' }), harmless: 'Words behind an error', control: { immune: 'It is text; a reader that looks for the name anywhere takes the document for broken.' } },
  { id: 'cda-error-first', title: 'a parser’s error as the first child', body: cda({ text: 'Words behind the first child' }).replace('<typeId', '<parsererror xmlns="http://www.w3.org/1999/xhtml">broken</parsererror><typeId'), harmless: 'Words behind the first child', control: { immune: 'A reader that tests for it refuses the document; nothing is done by it.' } },
  { id: 'cda-error-unclosed', title: 'tags that are never closed', body: cda({ text: '<paragraph>Unclosed <content>words' }).replace(/<\/text>.*/s, ''), harmless: 'Unclosed', control: { immune: 'A browser stops at the first error.' } },
  { id: 'cda-error-cdata', title: 'markup in CDATA', body: cda({ text: '<![CDATA[<img src=x onerror={{pwn}}><script>{{pwn}}</script>]]> Behind CDATA' }), harmless: 'Behind CDATA', control: { immune: 'CDATA is text in a DOM.' } },
]); // prettier-ignore

/** Whose document it is, said late or twice. */
export const strangers = ofClass('cda-strangers', xml, [
  { id: 'cda-stranger', title: 'another patient’s document', body: cda({ target: orson, text: 'Of Orson alone.' }), says: /names another patient/, never: 'Of Orson alone', control: { harm: 'stranger' } },
  { id: 'cda-stranger-late', title: 'another patient named behind the body', body: cda({ target: '', text: 'Late words of Orson.', late: orson }), says: /names another patient/, never: 'Late words of Orson', control: { harm: 'stranger' } },
  { id: 'cda-stranger-second', title: 'another patient’s document behind the first root', body: cda({ text: 'Words of Tess.', after: cda({ target: orson, text: 'Second words of Orson.' }).replace(/^<\?xml[^>]*>/, '') }), harmless: 'Words of Tess.', never: 'Second words of Orson', says: /second document stands behind/i, control: { immune: 'A browser stops at the second root.' } },
  { id: 'cda-stranger-two', title: 'two patients at once', body: cda({ target: tess + orson, text: 'Whose words?' }), says: /Check whose document|names another patient/, control: { immune: 'The control shows the first name it finds; whose the words are it cannot tell.' } },
  { id: 'cda-stranger-section', title: 'another patient’s name in the subject of a section', body: cda({ body: `<component><structuredBody>${section('Own words.')}${section('Words about a child.', '<subject><relatedSubject classCode="PRS"><subject><name>Orson Quimby</name></subject></relatedSubject></subject>', 'Child')}</structuredBody></component>` }), harmless: 'Own words.', says: /Orson Quimby/, control: { immune: 'The control leaves the subject out: it shows the words as the patient’s own.' } },
]); // prettier-ignore

/** Documents that are much, or make much of little. */
export const weights = ofClass('cda-weights', xml, [
  { id: 'cda-weight-attribute', title: 'attributes of four megabytes', body: cda({ text: `<content ID="${'i'.repeat(1_000_000)}" styleCode="${'x'.repeat(2_000_000)}" onclick="${'y'.repeat(1_000_000)}">Heavy words</content>` }), says: /Heavy words|mended|could not be read|not shown/, control: { harm: 'burden' } },
  { id: 'cda-weight-link', title: 'an address of half a megabyte', body: cda({ text: `<linkHtml href="https://${'a.'.repeat(250_000)}example/">Long link</linkHtml>` }), harmless: 'Long link', control: { immune: 'An address that long does no more than take its place: the limit on markup is above it.' } },
  { id: 'cda-weight-ids', title: 'two thousand times the same id, and a jump to it', body: cda({ text: `${'<content ID="x">i</content>'.repeat(2000)}<linkHtml href="#x">Many ids</linkHtml>` }), harmless: 'Many ids', act: [{ click: 'Many ids' }], control: { immune: 'A browser takes the first.' } },
  { id: 'cda-depth-lists', title: 'lists five thousand deep', body: cda({ text: `${'<list><item>'.repeat(2400)}deepest${'</item></list>'.repeat(2400)}` }), says: /nested deeper than/, control: { harm: 'burden' } },
  { id: 'cda-depth-sections', title: 'sections a thousand deep', body: cda({ body: `<component><structuredBody>${'<component><section><title>s</title>'.repeat(1000)}${'</section></component>'.repeat(1000)}</structuredBody></component>` }), says: /nested deeper than/, control: { immune: 'The control shows titles flat: the depth stays in its tree.' } },
  { id: 'cda-depth-content', title: 'content four thousand deep', body: cda({ text: `${'<content>'.repeat(4000)}deepest${'</content>'.repeat(4000)}` }), says: /nested deeper than/, control: { harm: 'burden' } },
]); // prettier-ignore

/** References that lead back to where they came from. */
export const loops = ofClass('cda-loops', xml, [
  { id: 'cda-loop-footnote', title: 'a footnote that refers to itself', body: cda({ text: 'Note <footnoteRef IDREF="n1"/> <footnote ID="n1">Footnote words <footnoteRef IDREF="n1"/></footnote>' }), harmless: 'Footnote words', control: { harm: 'burden' } },
  { id: 'cda-loop-footnotes', title: 'two footnotes that refer to each other', body: cda({ text: 'Note <footnoteRef IDREF="a"/> <footnote ID="a">First note <footnoteRef IDREF="b"/></footnote><footnote ID="b">Second note <footnoteRef IDREF="a"/></footnote>' }), harmless: 'Second note', control: { harm: 'burden' } },
  { id: 'cda-loop-region', title: 'a region of itself', body: cda({ text: 'Looped: <renderMultiMedia referencedObject="R"/>', entries: '<entry><regionOfInterest classCode="ROIOVL" moodCode="EVN" ID="R"><id root="2.999.3"/><code code="POLY"/><value value="1"/><entryRelationship typeCode="SUBJ"><reference referencedObject="R"/></entryRelationship></regionOfInterest></entry>' }), harmless: 'Looped:', control: { harm: 'burden' } },
  { id: 'cda-loop-link', title: 'a jump to the link itself', body: cda({ text: '<linkHtml ID="l" href="#l">Jump here</linkHtml>' }), harmless: 'Jump here', act: [{ click: 'Jump here' }], control: { harm: 'navigation' } },
]); // prettier-ignore
