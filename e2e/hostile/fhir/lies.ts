import { ofClass } from '../documents/document-case.ts';
import { writePdf } from '../pdf/write-pdf.ts';

const page =
  '<!DOCTYPE html><html><body><p>Page in disguise</p><script>{{pwn}}</script><img src="{{sink}}/l.gif" onerror="{{pwn}}"></body></html>';
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="{{pwn}}"><image href="{{sink}}/s.gif"/><text>Drawing in disguise</text></svg>';

/** Bytes that are not what the list or the answer says. */
export const lies = ofClass('fhir-lies', { contentType: 'text/html' }, [
  { id: 'fhir-lie-html-pdf', title: 'HTML listed as a PDF', contentType: 'application/pdf', servedAs: 'text/html', body: page, says: /Page in disguise|not a PDF|a sign-in page/, control: { harm: 'script', way: 'browser' } },
  { id: 'fhir-lie-html-text', title: 'HTML listed and served as plain text', contentType: 'text/plain', body: page, harmless: 'Page in disguise', control: { immune: 'A browser shows text/plain as text.', way: 'browser' } },
  { id: 'fhir-lie-html-image', title: 'HTML listed as an image', contentType: 'image/png', servedAs: 'text/html', body: page, says: /Page in disguise|damaged|cannot be shown|a sign-in page/, control: { harm: 'script', way: 'browser' } },
  { id: 'fhir-lie-svg-png', title: 'SVG listed as PNG', contentType: 'image/png', servedAs: 'image/svg+xml', body: drawing, says: /Drawing in disguise|damaged|cannot be shown/, control: { harm: 'script', way: 'browser' } },
  { id: 'fhir-lie-svg', title: 'SVG that says so', contentType: 'image/svg+xml', body: drawing, harmless: 'Drawing in disguise', control: { harm: 'script', way: 'browser' } },
  { id: 'fhir-lie-xhtml', title: 'XHTML served as XML', contentType: 'application/xml', body: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Words of XHTML</p><script>{{pwn}}</script></body></html>', harmless: 'Words of XHTML', control: { harm: 'script', way: 'browser' } },
  { id: 'fhir-lie-pdf-html', title: 'a PDF served as HTML, with a script between its objects', contentType: 'text/html', body: (fill) => writePdf({ words: 'PDF in disguise', objects: [fill('<script>{{pwn}}</script>')] }), harmless: 'PDF in disguise', control: { harm: 'script', way: 'browser' } },
  { id: 'fhir-lie-json', title: 'HTML listed as JSON', contentType: 'application/json', servedAs: 'text/html', body: page, says: /Page in disguise|a sign-in page/, control: { harm: 'script', way: 'browser' } },
  { id: 'fhir-lie-unknown', title: 'HTML of a type that nobody knows', contentType: 'chemical/x-evil', servedAs: 'text/html;charset=utf-7', body: page, says: /Page in disguise|cannot be shown here/, control: { harm: 'script', way: 'browser' } },
]); // prettier-ignore
