import { ofClass } from '../hostile-case.ts';

/** Pictures and media that tell another server who reads what and when. */
export const images = ofClass('images', [
  { id: 'image-src', title: 'a tracking pixel', html: '<p>Letter read.</p><img src="{{sink}}/p.gif" width=1 height=1>', harmless: 'Letter read.', control: { harm: 'request' } },
  { id: 'image-protocol-relative', title: 'an address without a scheme', html: '<img src="//{{host}}/{{id}}/p.gif"><p>No fracture.</p>', harmless: 'No fracture.', control: { harm: 'request' } },
  { id: 'image-backslash', title: 'an address with backslashes', html: '<img src="\\\\{{host}}\\{{id}}\\p.gif"><p>No effusion.</p>', harmless: 'No effusion.', control: { harm: 'request' } },
  { id: 'image-entities', title: 'an address in character references', html: '<img src="&#104;&#x74;tp&colon;&sol;/{{host}}/{{id}}/p.gif"><p>No mass.</p>', harmless: 'No mass.', control: { harm: 'request' } },
  { id: 'image-srcset', title: 'further sizes of a picture', html: '<img srcset="{{sink}}/1.gif 1x, {{sink}}/2.gif 2x" sizes="100vw"><p>Unchanged.</p>', harmless: 'Unchanged.', control: { harm: 'request' } },
  { id: 'image-picture', title: 'a picture with sources', html: '<picture><source srcset="{{sink}}/s.gif"><img alt="Logo"></picture><p>Stable.</p>', harmless: 'Stable.', control: { harm: 'request' } },
  { id: 'image-input', title: 'a picture that is a button', html: '<input type=image src="{{sink}}/i.gif"><p>Improved.</p>', harmless: 'Improved.', control: { harm: 'request' } },
  { id: 'image-background', title: 'backgrounds of body, table and cell', html: '<table background="{{sink}}/t.gif"><tr><td background="{{sink}}/c.gif">Ferritin 80</td></tr></table>', harmless: 'Ferritin 80', control: { harm: 'request' } },
  { id: 'image-poster', title: 'the still of a film', html: '<video poster="{{sink}}/poster.gif" controls></video><p>Gait normal.</p>', harmless: 'Gait normal.', control: { harm: 'request' } },
  { id: 'image-media', title: 'sound and subtitles', html: '<audio src="{{sink}}/a.mp3" autoplay></audio><video src="{{sink}}/v.mp4"><track default src="{{sink}}/t.vtt"></video><p>Murmur none.</p>', harmless: 'Murmur none.', control: { harm: 'request' } },
  { id: 'image-svg-data', title: 'a drawing in its own address that asks for more', html: '<img src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'><image href=\'{{sink}}/in.gif\'/><script>{{pwn}}</script></svg>"><p>EEG normal.</p>', harmless: 'EEG normal.', control: { immune: 'A drawing shown as a picture asks for nothing and runs nothing.' } },
  { id: 'image-lazy', title: 'a lazy picture with a blank one in front', html: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" loading=lazy srcset="{{sink}}/l.gif 1w" sizes=auto><p>PSA 1.1</p>', harmless: 'PSA 1.1', control: { harm: 'request' } },
]); // prettier-ignore
