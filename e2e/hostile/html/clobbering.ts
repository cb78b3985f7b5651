import { ofClass } from '../hostile-case.ts';

/** Names that the page's own code might ask for. */
export const clobbering = ofClass('clobbering', [
  { id: 'clobber-window', title: 'ids of globals', html: '<a id=token href="{{sink}}/t">x</a><a id=FHIR></a><a id=config></a><p>Platelets 250</p>', harmless: 'Platelets 250', control: { harm: 'clobber' } },
  { id: 'clobber-collection', title: 'two elements of one id, the second with a name', html: '<a id=DOMPurify></a><a id=DOMPurify name=version href="x:y">x</a><p>INR 1.0</p>', harmless: 'INR 1.0', control: { harm: 'clobber' } },
  { id: 'clobber-document', title: 'names of what a document has', html: '<img name=getElementById><img name=cookie><form name=body></form><img name=currentScript><p>APTT 30</p>', harmless: 'APTT 30', control: { harm: 'clobber' } },
  { id: 'clobber-form', title: 'fields named as what every element has', html: '<form><input name=attributes><input name=parentNode><input name=children><input name=nodeName><input name=removeAttribute></form><p>Fibrinogen 3</p>', harmless: 'Fibrinogen 3', control: { harm: 'clobber' } },
  { id: 'clobber-frame', title: 'a frame named as a global', html: '<iframe name=root srcdoc="x"></iframe><object name=dossier></object><embed name=app><p>D-dimer 0.2</p>', harmless: 'D-dimer 0.2', control: { harm: 'clobber' } },
  { id: 'clobber-prefixed', title: 'a name that is right only without its prefix', html: '<a id="user-content-"></a><a id="state"></a><a name=session></a><p>Factor V normal</p>', harmless: 'Factor V normal', control: { harm: 'clobber' } },
  { id: 'clobber-prototype', title: 'names of what every object has', html: '<a id=__proto__></a><a id=constructor></a><a id=toString></a><img name=__proto__><form id=hasOwnProperty></form><a id=alert></a><p>Protein C normal</p>', harmless: 'Protein C normal', control: { immune: 'What a window has itself goes before names of elements.' } },
  { id: 'clobber-purify', title: 'a form that hides its attributes from who cleans it', html: '<form onclick="{{pwn}}"><input name=attributes><input name=getAttributeNode><p>Protein S normal</p></form>', harmless: 'Protein S normal', act: [{ click: 'Protein S normal' }], control: { harm: 'script' } },
]); // prettier-ignore
