import { ofClass } from '../documents/document-case.ts';
import { base64, cda, nonXmlBody, orson } from './cda-document.ts';

const xml = { contentType: 'application/xml' };
const reference = (address: string, type = 'text/html'): string =>
  cda({ body: nonXmlBody(`<text mediaType="${type}"><reference value="${address}"/></text>`) });
const b64 = (type: string, content: string): string =>
  cda({ body: nonXmlBody(`<text mediaType="${type}" representation="B64">${content}</text>`) });
const outside = /lies outside it and was not loaded/;

/** Bodies that lie elsewhere (advisory of 2014, first finding). */
export const bodyReferences = ofClass('cda-body-reference', xml, [
  { id: 'cda-ref-javascript', title: 'a body that is code', body: reference('javascript:{{pwn}}'), says: outside, control: { harm: 'script' } },
  { id: 'cda-ref-javascript-tab', title: 'the same with a tab in its scheme', body: reference('java&#9;script:{{pwn}}'), says: outside, control: { harm: 'script' } },
  { id: 'cda-ref-data', title: 'a body that is a page in its own address', body: reference('data:text/html,&lt;script>{{pwn}}&lt;/script>'), says: outside, control: { harm: 'script' } },
  { id: 'cda-ref-file', title: 'a file of the reader’s own machine', body: reference('file:///etc/passwd', 'text/plain'), says: outside, control: { immune: 'Chromium opens no file: address in a page from the web.' } },
  { id: 'cda-ref-http', title: 'a page of another server', body: reference('{{sink}}/body.html'), says: outside, control: { harm: 'request' } },
  { id: 'cda-ref-protocol-relative', title: 'a page of another server, scheme left out', body: reference('//{{host}}/{{id}}/body.html'), says: outside, control: { harm: 'request' } },
]); // prettier-ignore

/** Bodies in base64 (the stylesheet's advisory of 2020): whatever they hold is shown by its own reader. */
export const encodedBodies = ofClass('cda-encoded-body', xml, [
  { id: 'cda-b64-html', title: 'HTML with a script', body: (fill) => utf8(b64('text/html', base64(fill('<p>Encoded words.</p><script>{{pwn}}</script>')))), harmless: 'Encoded words.', control: { harm: 'script' } },
  { id: 'cda-b64-html-as-text', title: 'HTML told to be text', body: (fill) => utf8(b64('text/plain', base64(fill('Plain words. <img src="{{sink}}/t.gif" onerror="{{pwn}}">')))), harmless: 'Plain words.', control: { harm: 'navigation' } },
  { id: 'cda-b64-svg', title: 'SVG with a script', body: (fill) => utf8(b64('image/svg+xml', base64(fill('<svg xmlns="http://www.w3.org/2000/svg"><text>Drawn words</text><script>{{pwn}}</script></svg>')))), harmless: 'Drawn words', control: { harm: 'script' } },
  { id: 'cda-b64-type-breaks-out', title: 'a media type that closes the address and the attribute', body: (fill) => utf8(b64(fill('text/html,&lt;script>{{pwn}}&lt;/script>'), base64('Kept words.'))), harmless: 'Kept words.', control: { harm: 'script' } },
  { id: 'cda-b64-nested', title: 'a clinical document of another patient in a clinical document', body: utf8Nested, never: 'Of Orson alone', says: /another patient|Check whose document/, control: { harm: 'navigation' } },
]); // prettier-ignore

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf8Nested(): Uint8Array {
  const inner = cda({ target: orson, text: 'Of Orson alone.' });
  return utf8(b64('application/xml', base64(inner)));
}
