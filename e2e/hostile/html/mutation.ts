import { ofClass } from '../hostile-case.ts';

/** Markup that means one thing when it is looked at and another when it is parsed again. */
export const mutation = ofClass('mutation', [
  {
    id: 'mutation-noscript',
    title: 'an attribute that ends a noscript',
    html: '<p>Before.</p><noscript><p title="</noscript><img src=x: onerror={{pwn}}>"></noscript><p>After.</p>',
    harmless: 'Before.',
    control: { harm: 'script' },
  },
  {
    id: 'mutation-math-style',
    title: 'style in MathML, which is markup there and text here',
    html: '<p>Creatinine 0.9</p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror={{pwn}}&gt;">',
    harmless: 'Creatinine 0.9',
    control: { immune: 'The namespace changes only where the result is parsed a second time; a page parses it once.' },
  },
  {
    id: 'mutation-math-title',
    title: 'an image inside an annotation that is HTML',
    html: '<p>Glucose 5.1</p><math><annotation-xml encoding="text/html"><img src=x: onerror={{pwn}}></annotation-xml></math>',
    harmless: 'Glucose 5.1',
    control: { harm: 'script' },
  },
  {
    id: 'mutation-svg-foreign',
    title: 'HTML in the foreign object of a drawing',
    html: '<p>ECG normal</p><svg><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script&gt;{{pwn}}&lt;/script&gt;"></iframe></foreignObject></svg>',
    harmless: 'ECG normal',
    control: { harm: 'script' },
  },
  {
    id: 'mutation-svg-style',
    title: 'style in a drawing: its content is markup',
    html: '<p>MRI normal</p><svg><style><img src=x: onerror={{pwn}}></style></svg>',
    harmless: 'MRI normal',
    control: { harm: 'script' },
  },
  {
    id: 'mutation-form-nesting',
    title: 'forms in forms, which a second parse takes apart',
    html: '<p>Lipids fine</p><form><div></form><form><math><mtext></form><form><mglyph><style></math><img src=x: onerror={{pwn}}></style>',
    harmless: 'Lipids fine',
    control: { immune: 'The inner form is refused by the first parse only; a page parses once.' },
  },
  {
    id: 'mutation-comment',
    title: 'a comment that ends earlier than it seems',
    html: '<p>TSH 2.0</p><!--><img src=x: onerror={{pwn}}>--><p>T4 normal</p>',
    harmless: 'T4 normal',
    control: { harm: 'script' },
  },
  {
    id: 'mutation-select',
    title: 'a style in a list of choices',
    html: '<p>HbA1c 6.1</p><select><template><style><!--</style><a rel="--></style></template></select><img src=x: onerror={{pwn}}>">x</a>',
    harmless: 'HbA1c 6.1',
    control: { harm: 'field' },
  },
  {
    id: 'mutation-table-foster',
    title: 'a picture that a table throws out in front of itself',
    html: '<table><tr><td>INR</td><td>2.4</td></tr><img src=x: onerror={{pwn}}></table>',
    harmless: '2.4',
    control: { harm: 'script' },
  },
  {
    id: 'mutation-deep',
    title: 'nested so deep that the parser flattens it',
    html: `<p>CRP 3</p>${'<div>'.repeat(510)}<svg><mtext><table><svg><style><img src=x: onerror={{pwn}}></style>`,
    harmless: 'CRP 3',
    control: { harm: 'script' },
  },
]); // prettier-ignore
