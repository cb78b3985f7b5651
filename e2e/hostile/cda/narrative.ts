import { ofClass } from '../documents/document-case.ts';
import { base64, cda } from './cda-document.ts';

const xml = { contentType: 'application/xml' };
const told = (text: string, entries = ''): string => cda({ text, entries });
const picture = (id: string, value: string): string =>
  `<entry><observationMedia classCode="OBS" moodCode="EVN" ID="${id}">${value}</observationMedia></entry>`;
const remote = (address: string, type = 'image/png'): string =>
  `<value xsi:type="ED" mediaType="${type}"><reference value="${address}"/></value>`;

/** Handlers on tables and their parts (CVE-2014-5452). */
export const tableHandlers = ofClass('cda-table-handlers', xml, [
  { id: 'cda-table-over', title: 'a table that acts when pointed to', body: told('<table onmouseover="{{pwn}}"><tbody><tr><td>Glucose 98</td></tr></tbody></table>'), harmless: 'Glucose 98', act: [{ hover: 'Glucose 98' }], control: { harm: 'script' } },
  { id: 'cda-row-click', title: 'a row that acts when clicked', body: told('<table><tbody><tr onclick="{{pwn}}" onpointerdown="{{pwn}}"><td>Calcium 9.4</td></tr></tbody></table>'), harmless: 'Calcium 9.4', act: [{ click: 'Calcium 9.4' }], control: { harm: 'script' } },
  { id: 'cda-cell-focus', title: 'a cell that takes the keyboard and acts', body: told('<table><tbody><tr><td tabindex="0" autofocus="" onfocus="{{pwn}}">Sodium 139</td></tr></tbody></table>'), harmless: 'Sodium 139', act: [{ click: 'Sodium 139' }], control: { harm: 'script' } },
  { id: 'cda-cell-background', title: 'a cell whose background is another server’s', body: told('<table background="{{sink}}/b.gif"><tbody><tr><td background="{{sink}}/c.gif">Zinc 12</td></tr></tbody></table>'), harmless: 'Zinc 12', control: { harm: 'request' } },
  { id: 'cda-content-animation', title: 'content that acts when its animation starts', body: told('<content style="animation:x 1ms" onanimationstart="{{pwn}}" ontransitionend="{{pwn}}" onclick="{{pwn}}">Iron 15</content>'), harmless: 'Iron 15', act: [{ click: 'Iron 15' }], control: { harm: 'script' } },
]); // prettier-ignore

/** Pictures that lie elsewhere (CVE-2014-3862): each would tell who reads what. */
export const remotePictures = ofClass('cda-remote-pictures', xml, [
  { id: 'cda-media-remote', title: 'a picture of another server', body: told('Scan: <renderMultiMedia referencedObject="M1"/>', picture('M1', remote('{{sink}}/m.gif'))), harmless: 'Scan:', says: /lies outside this document and was not loaded/, control: { harm: 'request' } },
  { id: 'cda-media-relative', title: 'a picture beside the page, scheme left out', body: told('Photo: <renderMultiMedia referencedObject="M1"/>', picture('M1', remote('//{{host}}/{{id}}/m.gif'))), harmless: 'Photo:', says: /was not loaded/, control: { harm: 'request' } },
  { id: 'cda-media-frame', title: 'a recording that is a page', body: told('Film: <renderMultiMedia referencedObject="M1"/>', picture('M1', remote('{{sink}}/f.html', 'text/html'))), harmless: 'Film:', says: /was not loaded/, control: { harm: 'request' } },
  { id: 'cda-media-region', title: 'a region of a picture of another server', body: told('Region: <renderMultiMedia referencedObject="R1"/>', `<entry><regionOfInterest classCode="ROIOVL" moodCode="EVN" ID="R1"><id root="2.999.3"/><code code="ELLIPSE"/><value value="1"/><value value="1"/><value value="9"/><value value="9"/><entryRelationship typeCode="SUBJ"><observationMedia classCode="OBS" moodCode="EVN" ID="M1">${remote('{{sink}}/r.gif')}</observationMedia></entryRelationship></regionOfInterest></entry>`), harmless: 'Region:', control: { harm: 'request' } },
  { id: 'cda-img-element', title: 'an HTML picture among the words', body: told('Logo <img src="{{sink}}/l.gif" onerror="{{pwn}}" alt="of the clinic"/> here'), harmless: 'Logo', control: { harm: 'request' } },
  { id: 'cda-media-svg', title: 'a drawing with code', body: (fill) => new TextEncoder().encode(told('Drawing: <renderMultiMedia referencedObject="M1"/>', picture('M1', `<value xsi:type="ED" mediaType="image/svg+xml" representation="B64">${base64(fill('<svg xmlns="http://www.w3.org/2000/svg" onload="{{pwn}}"><image href="{{sink}}/s.gif"/><text>Leg</text></svg>'))}</value>`))), harmless: 'Drawing:', control: { harm: 'script' } },
]); // prettier-ignore

/** Nodes of other namespaces, which a copy of the tree would bring to life. */
export const foreignNodes = ofClass('cda-foreign-nodes', xml, [
  { id: 'cda-ns-html-img', title: 'an XHTML picture that fails', body: told('Before <h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x:" onerror="{{pwn}}"/> after the picture'), harmless: 'after the picture', control: { harm: 'script' } },
  { id: 'cda-ns-html-script', title: 'an XHTML script', body: told('<h:script xmlns:h="http://www.w3.org/1999/xhtml">{{pwn}}</h:script>Words after'), harmless: 'Words after', control: { harm: 'script' } },
  { id: 'cda-ns-html-frame', title: 'an XHTML frame', body: told('<iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script>parent.console.log(/pwned-{{id}}-/)&lt;/script>"/>Frame after'), harmless: 'Frame after', control: { harm: 'script' } },
  { id: 'cda-ns-svg-image', title: 'an SVG picture of another server', body: told('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:image href="{{sink}}/s.gif"/><s:text>Drawn</s:text></s:svg>Drawing after'), harmless: 'Drawing after', control: { harm: 'request' } },
  { id: 'cda-ns-style', title: 'an XHTML sheet that hides the page', body: told('<style xmlns="http://www.w3.org/1999/xhtml">h1,h2,#patient,#toolbar,section.patient,button{display:none!important}</style>Sheet after'), harmless: 'Sheet after', control: { harm: 'restyle' } },
  { id: 'cda-ns-form', title: 'an XHTML form that asks for a password', body: told('<form xmlns="http://www.w3.org/1999/xhtml" action="{{sink}}/f"><input type="password"/><button>Go on</button></form>Form after'), harmless: 'Form after', act: [{ click: 'Go on' }], control: { harm: 'request' } },
]); // prettier-ignore

/** Links (CVE-2026-33932 among them). */
export const links = ofClass('cda-links', xml, [
  { id: 'cda-link-javascript', title: 'a link to code', body: told('<linkHtml href="javascript:{{pwn}}">Full report</linkHtml>'), harmless: 'Full report', act: [{ click: 'Full report' }], control: { harm: 'script' } },
  { id: 'cda-link-tab', title: 'the same with a tab in its scheme', body: told('<linkHtml href="java&#9;script:{{pwn}}">Second report</linkHtml>'), harmless: 'Second report', act: [{ click: 'Second report' }], control: { harm: 'script' } },
  { id: 'cda-link-vbscript', title: 'a link to code of another kind', body: told('<linkHtml href="vbscript:msgbox(1)" onclick="{{pwn}}">Third report</linkHtml>'), harmless: 'Third report', act: [{ click: 'Third report' }], control: { harm: 'script' } },
  { id: 'cda-link-data', title: 'a link to a page in its own address', body: told('<linkHtml href="data:text/html,&lt;script>{{pwn}}&lt;/script>">Enclosure</linkHtml>'), harmless: 'Enclosure', act: [{ click: 'Enclosure' }], control: { immune: 'Chromium opens no data: page from a link.' } },
  { id: 'cda-link-relative', title: 'a link without a scheme', body: told('<linkHtml href="//{{host}}/{{id}}/l.html">Relative link</linkHtml>'), harmless: 'Relative link', act: [{ click: 'Relative link' }], control: { harm: 'navigation' } },
  { id: 'cda-link-backslash', title: 'a link whose slashes lean back', body: told('<linkHtml href="\\\\{{host}}\\{{id}}\\l.html">Leaning link</linkHtml>'), harmless: 'Leaning link', act: [{ click: 'Leaning link' }], control: { harm: 'navigation' } },
  { id: 'cda-link-userinfo', title: 'a link that names the clinic before the host', body: told('<linkHtml href="http://clinic.example@{{host}}/{{id}}/l.html">Sign in at clinic.example</linkHtml>'), harmless: 'Sign in at clinic.example', act: [{ click: 'Sign in at clinic.example' }], control: { harm: 'navigation' } },
  { id: 'cda-link-target', title: 'a link that takes the page’s own place', body: told('<linkHtml href="{{sink}}/t.html" target="_top" rel="opener">Whole page</linkHtml>'), harmless: 'Whole page', act: [{ click: 'Whole page' }, { click: 'Whole page', button: 'middle' }, { click: 'Whole page', holding: 'Control' }], control: { harm: 'navigation' } },
  { id: 'cda-link-ping', title: 'a link inside the document that tells another server', body: told('<content ID="here">Place</content> <linkHtml href="#here" ping="{{sink}}/p.gif">Jump there</linkHtml>'), harmless: 'Jump there', act: [{ click: 'Jump there' }], control: { harm: 'request' } },
]); // prettier-ignore

/** Style codes that would become class names, and text that looks like a sheet. */
export const styles = ofClass('cda-styles', xml, [
  { id: 'cda-style-app-class', title: 'classes of the app itself', body: told('<content styleCode="visually-hidden document-heading reader-head button menu-panel">Shown words</content>'), harmless: 'Shown words', control: { immune: 'The bare page has no such classes: what it shows is the same.' } },
  { id: 'cda-style-declaration', title: 'declarations in place of codes', body: told('<paragraph style="position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:99999;background:#fff" styleCode="position:fixed;inset:0;Bold">Covering words</paragraph>'), harmless: 'Covering words', control: { harm: 'cover' } },
  { id: 'cda-style-breakout', title: 'a code that closes the attribute', body: told('<content styleCode="x&quot; onclick=&quot;{{pwn}}&quot; y=&quot;">Breaking words</content>'), harmless: 'Breaking words', act: [{ click: 'Breaking words' }], control: { immune: 'Attributes set through the DOM cannot be broken out of; only readers that write markup can be hurt.' } },
  { id: 'cda-style-hidden', title: 'an attribute that hides words of the page', body: told('<paragraph hidden="" dir="rtl" contenteditable="true">Hidden words</paragraph><paragraph>Open words</paragraph>'), harmless: 'Hidden words', control: { harm: 'field' } },
  { id: 'cda-style-url', title: 'an inline style that fetches', body: told('<content style="background:url({{sink}}/u.gif)" styleCode="url({{sink}}/v.gif)">Fetching words</content>'), harmless: 'Fetching words', control: { harm: 'request' } },
  { id: 'cda-css-text', title: 'text that looks like a sheet', body: told('<paragraph>&lt;style>*{display:none}&lt;/style> body { background: url({{sink}}/x.gif) } kept</paragraph>'), harmless: '<style>*{display:none}</style>', control: { immune: 'Text is text wherever it is a text node.' } },
  { id: 'cda-css-title', title: 'a section title that looks like markup', body: cda({ title: '&lt;img src=x onerror={{pwn}}>', sectionTitle: '&lt;script>{{pwn}}&lt;/script>', text: 'Titled words' }), harmless: 'Titled words', control: { immune: 'The control appends text nodes as well; a reader that writes markup would run it.' } },
  { id: 'cda-css-caption', title: 'a caption and a code that look like markup', body: told('<table><caption>&lt;svg onload={{pwn}}></caption><tbody><tr><td styleCode="&lt;img>">Captioned words</td></tr></tbody></table>'), harmless: 'Captioned words', control: { immune: 'Text nodes and attribute values stay what they are in a DOM.' } },
]); // prettier-ignore

/** Ids that a page’s own code may ask for. */
export const ids = ofClass('cda-ids', xml, [
  { id: 'cda-id-root', title: 'the ids of the page itself', body: told('<content ID="root">Root words</content> <content ID="config">x</content>'), harmless: 'Root words', control: { harm: 'clobber' } },
  { id: 'cda-id-proto', title: 'ids that every object has', body: told('<content ID="__proto__">Proto words</content><content ID="constructor">c</content> <linkHtml href="#__proto__">Jump up</linkHtml> <footnoteRef IDREF="constructor"/> <renderMultiMedia referencedObject="__proto__"/> <renderMultiMedia referencedObject="toString"/>'), harmless: 'Proto words', act: [{ click: 'Jump up' }], control: { harm: 'navigation' } },
  { id: 'cda-id-globals', title: 'ids of things that scripts ask for', body: told('<content ID="FHIR">a</content><content ID="token">b</content><content ID="DOMPurify">c</content><content ID="trustedTypes">Global words</content>'), harmless: 'Global words', control: { harm: 'clobber' } },
  { id: 'cda-id-names', title: 'names that a document has', body: told('<content ID="session" name="cookie">Named words</content><table name="body" ID="client"><tbody><tr><td>t</td></tr></tbody></table>'), harmless: 'Named words', control: { harm: 'clobber' } },
]); // prettier-ignore

/** Numbers that a layout would choke on. */
export const spans = ofClass('cda-spans', xml, [
  { id: 'cda-span-columns', title: 'a cell over a billion columns', body: told('<table><tbody><tr><td colspan="1000000000">Wide words</td></tr></tbody></table>'), harmless: 'Wide words', control: { immune: 'Chromium lays out 1000 columns at most.' } },
  { id: 'cda-span-rows', title: 'a cell over a billion rows', body: told('<table><tbody><tr><td rowspan="1000000000">Tall words</td><td>x</td></tr><tr><td>y</td></tr></tbody></table>'), harmless: 'Tall words', control: { immune: 'Chromium ends a cell with its table.' } },
  { id: 'cda-span-col', title: 'columns that are said a billion times', body: told('<table><colgroup span="1000000000"><col span="1000000000" width="1000000"/></colgroup><tbody><tr><td colspan="-1" rowspan="NaN">Odd words</td></tr></tbody></table>'), harmless: 'Odd words', control: { immune: 'Chromium lays out 1000 columns at most.' } },
]); // prettier-ignore

/** Letters that turn the line round or are not seen. */
export const directions = ofClass('cda-directions', xml, [
  { id: 'cda-bidi-override', title: 'an override that is never closed', body: told('<paragraph>Dose \u202E gm 05</paragraph><paragraph>Following words</paragraph>'), harmless: 'Following words', control: { immune: 'A paragraph is a block of its own: the next block starts anew.' } },
  { id: 'cda-bidi-title', title: 'an override in a section title', body: cda({ sectionTitle: 'Plan \u202E', text: 'Text after a title' }), harmless: 'Text after a title', control: { immune: 'A heading is a block of its own.' } },
  { id: 'cda-bidi-link', title: 'a link whose words turn round the target that is shown behind it', body: told('<paragraph><linkHtml href="https://evil.example/">https://clinic.org/\u202E</linkHtml></paragraph>'), harmless: 'evil.example', control: { harm: 'reverse' } },
  { id: 'cda-bidi-inert', title: 'the same with isolates, in a link that cannot be followed', body: told('<paragraph>\u2066\u2067\u2068\u202D<linkHtml href="ftp://inert.example/">lab\u202E\u200B</linkHtml></paragraph>'), harmless: 'inert.example', control: { harm: 'reverse' } },
  { id: 'cda-bidi-media', title: 'a name of a picture that turns round our sentence about it', body: told('Seen: <renderMultiMedia referencedObject="a\u202Eb"/> <paragraph>Kept behind</paragraph>'), harmless: 'but is not in the document', control: { immune: 'The control says nothing about pictures that are missing.' } },
  { id: 'cda-bidi-cell', title: 'an override in a table’s cell', body: told('<table><tbody><tr><td>10 \u202E mg</td><td>Cell words</td></tr></tbody></table>'), harmless: 'Cell words', control: { immune: 'A cell is a block of its own.' } },
]); // prettier-ignore
