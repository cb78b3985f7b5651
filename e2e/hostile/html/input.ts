import { ofClass } from '../hostile-case.ts';

/** Documents that take keys and the pointer for themselves. */
export const input = ofClass('input', [
  { id: 'input-autofocus', title: 'a field that takes the keyboard', html: '<p>Height 170 cm</p><input autofocus>', harmless: 'Height 170 cm', control: { harm: 'focus' } },
  { id: 'input-autofocus-any', title: 'a block that takes the keyboard', html: '<p>BMI 24</p><div tabindex=0 autofocus>x</div>', harmless: 'BMI 24', control: { harm: 'focus' } },
  { id: 'input-accesskey', title: 'a key of ours that follows a link of theirs', html: '<p>Smoker no</p><a accesskey=s href="{{sink}}/k.html">key link</a>', harmless: 'Smoker no', act: [{ press: 'Alt+s' }], control: { harm: 'request' } },
  { id: 'input-accesskey-label', title: 'keys that are pressed by a label', html: '<p>Alcohol no</p><label accesskey=f onclick="{{pwn}}">label</label>', harmless: 'Alcohol no', act: [{ press: 'Alt+f' }], control: { harm: 'script' } },
  { id: 'input-tabindex', title: 'a first place in the order of Tab', html: '<p>Diet normal</p><a tabindex=1 href="#t" onfocus="{{pwn}}">first</a>', harmless: 'Diet normal', act: [{ press: 'Tab' }, { press: 'Tab' }, { press: 'Tab' }, { press: 'Tab' }, { press: 'Tab' }, { press: 'Tab' }], control: { harm: 'script' } },
  { id: 'input-drag', title: 'a dragged block with a handler', html: '<p draggable=true ondragstart="{{pwn}}">Exercise daily</p>', harmless: 'Exercise daily', act: [{ dragToSearch: 'Exercise daily' }], control: { harm: 'script' } },
  { id: 'input-label-ours', title: 'a label for our own search', html: '<p>Sleep normal</p><label for=search>sleep chart</label><button form=x onclick="{{pwn}}">dream chart</button>', harmless: 'Sleep normal', act: [{ click: 'sleep chart' }, { click: 'dream chart' }], control: { harm: 'script' } },
  { id: 'input-key-handler', title: 'a listener for every key', html: '<body onkeydown="{{pwn}}" onpaste="{{pwn}}"><p>Mood normal</p>', encoding: 'utf-8-bom', harmless: 'Mood normal', act: [{ press: 'a' }], control: { harm: 'script' } },
]); // prettier-ignore
