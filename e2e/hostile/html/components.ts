import { ofClass } from '../hostile-case.ts';

/** Shadow trees, slots and elements with names of their own. */
export const components = ofClass('components', [
  { id: 'shadow-declared', title: 'a shadow tree in the markup', html: '<div><template shadowrootmode=open><img src="{{sink}}/s.gif" onerror="{{pwn}}"><slot></slot></template><p>Clinic A</p></div>', harmless: 'Clinic A', control: { harm: 'request' } },
  { id: 'shadow-old', title: 'a shadow tree by its first name', html: '<div><template shadowroot=open><script>{{pwn}}</script></template></div><p>Clinic B</p>', harmless: 'Clinic B', control: { immune: 'The attribute was renamed before it was shipped everywhere; templates stay asleep.' } },
  { id: 'shadow-part', title: 'a shadow tree that covers and moves the words', html: '<div><template shadowrootmode=open delegatesfocus><style>:host{position:fixed;inset:0;z-index:9999;background:#fff}</style><input autofocus><slot></slot></template>x</div><p>Clinic C</p>', harmless: 'Clinic C', control: { harm: 'cover' } },
  { id: 'custom-element', title: 'an element with a name of its own and handlers', html: '<x-report onclick="{{pwn}}" tabindex=0 autofocus onfocus="{{pwn}}"><p>Clinic D</p></x-report>', harmless: 'Clinic D', act: [{ click: 'Clinic D' }], control: { harm: 'script' } },
  { id: 'custom-builtin', title: 'a known element that says it is another', html: '<p is="x-evil" onclick="{{pwn}}">Clinic E</p><a is=x-link href="javascript:{{pwn}}">Clinic F</a>', harmless: 'Clinic E', act: [{ click: 'Clinic E' }], control: { harm: 'script' } },
  { id: 'custom-unknown', title: 'elements of nobody, with addresses', html: '<st1:place onmouseover="{{pwn}}">Clinic G</st1:place><o:p style="background:url({{sink}}/o.gif)">x</o:p>', harmless: 'Clinic G', act: [{ hover: 'Clinic G' }], control: { harm: 'script' } },
]); // prettier-ignore
