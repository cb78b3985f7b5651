import { ofClass } from '../hostile-case.ts';

/** Attributes that are code. */
export const handlers = ofClass('handlers', [
  {
    id: 'handler-img-error',
    title: 'a broken picture with an error handler',
    html: '<p>Follow-up in 6 weeks.</p><img src=x: onerror="{{pwn}}">',
    harmless: 'Follow-up in 6 weeks.',
    control: { harm: 'script' },
  },
  {
    id: 'handler-splice-slash',
    title: 'handlers after slashes instead of spaces, in odd case',
    html: '<p>Afebrile.</p><ImG/src="x:"/oNeRrOr={{pwn}}//>',
    harmless: 'Afebrile.',
    control: { harm: 'script' },
  },
  {
    id: 'handler-toggle',
    title: 'details that tell when they open by themselves',
    html: '<details open ontoggle="{{pwn}}"><summary>History</summary>None of note.</details>',
    harmless: 'None of note.',
    control: { harm: 'script' },
  },
  {
    id: 'handler-animation',
    title: 'the start of an animation',
    html: '<style>@keyframes k{from{left:1px}}</style><p style="animation:k 1s" onanimationstart="{{pwn}}">Plan: rest.</p>',
    harmless: 'Plan: rest.',
    control: { harm: 'script' },
  },
  {
    id: 'handler-focus',
    title: 'the focus that an element takes by itself',
    html: '<p>Weight 70 kg</p><input onfocus="{{pwn}}" autofocus>',
    harmless: 'Weight 70 kg',
    control: { harm: 'script' },
  },
  {
    id: 'handler-click',
    title: 'a click on words',
    html: '<p onclick="{{pwn}}">Blood pressure 120/80</p>',
    harmless: 'Blood pressure 120/80',
    act: [{ click: 'Blood pressure 120/80' }],
    control: { harm: 'script' },
  },
  {
    id: 'handler-pointer',
    title: 'a pointer that comes by',
    html: '<table><tr><td onpointerenter="{{pwn}}" onmouseover="{{pwn}}">Haemoglobin 13.2</td></tr></table>',
    harmless: 'Haemoglobin 13.2',
    act: [{ hover: 'Haemoglobin 13.2' }],
    control: { harm: 'script' },
  },
  {
    id: 'handler-body',
    title: 'handlers on the body',
    html: '<body onload="{{pwn}}" onpageshow="{{pwn}}" onresize="{{pwn}}"><p>Vaccines up to date</p>',
    encoding: 'utf-8-bom',
    harmless: 'Vaccines up to date',
    control: { harm: 'script' },
  },
  {
    id: 'handler-media',
    title: 'a film whose source fails',
    html: '<video><source src="x:" onerror="{{pwn}}"></video><p>Echo: EF 60 %</p>',
    harmless: 'Echo: EF 60 %',
    control: { harm: 'script' },
  },
  {
    id: 'handler-before-match',
    title: 'a hidden paragraph that is scrolled to',
    html: '<p>Impression</p><div onscrollend="{{pwn}}" onscroll="{{pwn}}" style="height:20px;overflow:auto"><p style="height:200px">a</p><a id="end" tabindex=0 onfocus="{{pwn}}" autofocus>b</a></div>',
    harmless: 'Impression',
    control: { harm: 'script' },
  },
]);
