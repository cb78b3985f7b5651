import { ofClass } from '../hostile-case.ts';

/** Sheets that change our looks or paint words that are not in the text. */
export const restyle = ofClass('restyle', [
  { id: 'restyle-hide', title: 'a sheet that hides our buttons', html: '<style>button{visibility:hidden!important}#patient{color:#fff!important}</style><p>ESR 10</p>', harmless: 'ESR 10', control: { harm: 'restyle' } },
  { id: 'restyle-root', title: 'a sheet that turns the whole page', html: '<style>html{filter:invert(1);font-size:40px}:root{cursor:none}body{opacity:.1;cursor:none!important}*{cursor:none}</style><p>WBC 7</p>', harmless: 'WBC 7', control: { harm: 'restyle' } },
  { id: 'restyle-layer', title: 'important rules in layers, which win over ours', html: '<style>@layer z{*{color:red!important;font-size:3px!important}}</style><p>RBC 4.8</p>', harmless: 'RBC 4.8', control: { harm: 'restyle' } },
  { id: 'restyle-scope', title: 'a scope that starts at the page', html: '<style>@scope (html) to (x){button,a,input{display:none}:scope{color:red}}</style><p>MCV 90</p>', harmless: 'MCV 90', control: { harm: 'restyle' } },
  { id: 'restyle-early-end', title: 'a rule that ends the block it is put into', html: '<style>button{color:red}}} #patient,button{display:none!important} @media all{{{</style><p>MCH 30</p>', harmless: 'MCH 30', control: { harm: 'restyle' } },
  { id: 'restyle-link', title: 'a sheet in an address', html: '<link rel=stylesheet href="data:text/css,button%7Bdisplay:none%7D"><style>@import "data:text/css,%23patient%7Bdisplay:none%7D";</style><p>RDW 13</p>', harmless: 'RDW 13', control: { harm: 'restyle' } },
  { id: 'spoof-before', title: 'words in front of a finding', html: '<style>.f::before{content:"NO EVIDENCE OF "}</style><p class=f>malignancy</p>', harmless: 'malignancy', control: { harm: 'spoof' } },
  { id: 'spoof-attr', title: 'words from an attribute behind a dose', html: '<style>td::after{content:attr(data-x)}</style><table><tr><td data-x="00 mg">Morphine 1</td></tr></table>', harmless: 'Morphine 1', control: { harm: 'spoof' } },
  { id: 'spoof-marker', title: 'words as a bullet', html: '<style>li::marker{content:"NOT "}</style><ul><li>allergic to penicillin</li></ul>', harmless: 'allergic to penicillin', control: { harm: 'spoof' } },
]); // prettier-ignore
