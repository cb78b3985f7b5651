import { ofClass } from '../hostile-case.ts';

/** Documents in the document. */
export const embedding = ofClass('embedding', [
  { id: 'embed-srcdoc', title: 'a frame with a document in its attribute', html: '<p>Colonoscopy</p><iframe srcdoc="&lt;script&gt;{{pwn}}&lt;/script&gt;"></iframe>', harmless: 'Colonoscopy', control: { harm: 'script' } },
  { id: 'embed-iframe', title: 'a frame of another server', html: '<p>Gastroscopy</p><iframe src="{{sink}}/f.html" loading=eager></iframe>', harmless: 'Gastroscopy', control: { harm: 'request' } },
  { id: 'embed-javascript', title: 'a frame whose address is code', html: '<p>Biopsy</p><iframe src="javascript:{{pwn}}"></iframe>', harmless: 'Biopsy', control: { harm: 'script' } },
  { id: 'embed-data', title: 'a frame with a page in its address', html: '<p>Cytology</p><iframe src="data:text/html,<script>{{pwn}}</script>"></iframe>', harmless: 'Cytology', control: { harm: 'script' } },
  { id: 'embed-object', title: 'objects', html: '<p>Histology</p><object data="{{sink}}/o.html"></object><object type="image/svg+xml" data="{{sink}}/o.svg"></object>', harmless: 'Histology', control: { harm: 'request' } },
  { id: 'embed-embed', title: 'an embedded page', html: '<p>Margins clear</p><embed src="{{sink}}/e.html" type=text/html>', harmless: 'Margins clear', control: { harm: 'request' } },
  { id: 'embed-frameset', title: 'frames instead of a body', html: '<frameset><frame src="{{sink}}/f.html"></frameset><noframes><p>Grade 1</p></noframes>', encoding: 'utf-8-bom', harmless: '', control: { harm: 'request' } },
  { id: 'embed-fenced', title: 'a portal, a fenced and a controlled frame', html: '<p>Stage I</p><portal src="{{sink}}/p.html"></portal><fencedframe src="{{sink}}/ff.html"></fencedframe><controlledframe src="{{sink}}/cf.html"></controlledframe>', harmless: 'Stage I', control: { immune: 'Chromium has no portals, and fences open addresses made by an auction only.' } },
  { id: 'embed-template', title: 'a template that other code might wake', html: '<p>Nodes negative</p><template><img src="{{sink}}/t.gif" onerror="{{pwn}}"></template>', harmless: 'Nodes negative', control: { immune: 'What is in a template is asleep until a script wakes it.' } },
  { id: 'embed-noembed', title: 'markup for browsers without frames', html: '<p>Receptor positive</p><noembed><img src="{{sink}}/1.gif"></noembed><noframes><img src="{{sink}}/2.gif"></noframes><xmp><img src="{{sink}}/3.gif"></xmp><img src="{{sink}}/4.gif">', harmless: 'Receptor positive', control: { harm: 'request' } },
  { id: 'embed-applet', title: 'elements of old browsers', html: '<p>Ki-67 low</p><applet code="{{sink}}/a.class"></applet><bgsound src="{{sink}}/b.wav"><layer src="{{sink}}/l.html"></layer><ilayer src="{{sink}}/i.html"></ilayer><img dynsrc="{{sink}}/d.gif" lowsrc="{{sink}}/l.gif"><xml src="{{sink}}/x.xml"></xml>', harmless: 'Ki-67 low', control: { immune: 'No browser of today knows these.' } },
]); // prettier-ignore
