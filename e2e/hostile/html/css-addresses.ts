import { ofClass } from '../hostile-case.ts';

/** Addresses in style attributes. */
export const cssAddresses = ofClass('css-addresses', [
  { id: 'css-url', title: 'a background', html: '<p style="background:url({{sink}}/b.gif)">Lungs clear</p>', harmless: 'Lungs clear', control: { harm: 'request' } },
  { id: 'css-url-escaped', title: 'a background whose function is escaped', html: '<p style="background:\\75\\72\\6c({{sink}}/b.gif)">Abdomen soft</p>', harmless: 'Abdomen soft', control: { harm: 'request' } },
  { id: 'css-url-comment', title: 'a background among comments and odd case', html: '<p style="bAcKgRoUnd/**/:/*x*/URL(\'{{sink}}/b.gif\')/**/;;">Liver normal</p>', harmless: 'Liver normal', control: { harm: 'request' } },
  { id: 'css-url-early-end', title: 'a value that ends its block early', html: '<p style="color:red}p{background:url({{sink}}/1.gif)}x{;background-image:url({{sink}}/b.gif)">Spleen normal</p><p style="--a:{};background:url({{sink}}/c.gif)">Bowel normal</p>', harmless: 'Spleen normal', control: { harm: 'request' } },
  { id: 'css-image-set', title: 'a set of images', html: '<p style="background-image:image-set(\'{{sink}}/1.gif\' 1x, \'{{sink}}/2.gif\' 2x)">Kidneys normal</p>', harmless: 'Kidneys normal', control: { harm: 'request' } },
  { id: 'css-cross-fade', title: 'a cross-fade', html: '<p style="background-image:-webkit-cross-fade(url({{sink}}/1.gif),url({{sink}}/2.gif),50%)">Pancreas normal</p>', harmless: 'Pancreas normal', control: { harm: 'request' } },
  { id: 'css-list-style', title: 'a bullet', html: '<ul><li style="list-style-image:url({{sink}}/l.gif)">Aspirin 100 mg</li></ul>', harmless: 'Aspirin 100 mg', control: { harm: 'request' } },
  { id: 'css-border-image', title: 'a border of images', html: '<p style="border:3px solid;border-image:url({{sink}}/b.gif) 3">Metformin 500 mg</p>', harmless: 'Metformin 500 mg', control: { harm: 'request' } },
  { id: 'css-mask', title: 'a mask', html: '<p>Ramipril 5 mg</p><p style="mask-image:url({{sink}}/m.gif);-webkit-mask-box-image:url({{sink}}/n.gif)">x</p>', harmless: 'Ramipril 5 mg', control: { harm: 'request' } },
  { id: 'css-shape', title: 'a shape to flow around', html: '<p style="float:left;width:9px;height:9px;shape-outside:url({{sink}}/s.gif)"></p><p>Bisoprolol 2.5 mg</p>', harmless: 'Bisoprolol 2.5 mg', control: { harm: 'request' } },
  { id: 'css-cursor', title: 'a pointer of another server', html: '<p style="cursor:url({{sink}}/c.gif),auto">Insulin 10 units</p>', harmless: 'Insulin 10 units', act: [{ hover: 'Insulin 10 units' }], control: { harm: 'request' } },
  { id: 'css-content', title: 'an image as content', html: '<p>Warfarin 3 mg</p><p style="content:url({{sink}}/c.gif)">x</p>', harmless: 'Warfarin 3 mg', control: { harm: 'request' } },
  { id: 'css-filter', title: 'a filter and a path of another server', html: '<p style="filter:url({{sink}}/f.svg#x);clip-path:url({{sink}}/g.svg#x)">Digoxin 0.1 mg</p>', harmless: 'Digoxin 0.1 mg', control: { harm: 'request' } },
  { id: 'css-var', title: 'an address carried in by a custom property', html: '<div style="--u:url({{sink}}/v.gif)"><p style="background:var(--u)">Folate 9</p></div>', harmless: 'Folate 9', control: { harm: 'request' } },
]); // prettier-ignore
