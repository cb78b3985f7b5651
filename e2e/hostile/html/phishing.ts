import { ofClass } from '../hostile-case.ts';

/** Documents that ask the reader for something. */
export const phishing = ofClass('phishing', [
  { id: 'phish-password', title: 'a sign-in in the document', html: '<p>Your session has expired.</p><form action="{{sink}}/in"><input name=user autocomplete=username><input type=password autocomplete=current-password><button>Sign in</button></form>', harmless: 'Your session has expired.', control: { harm: 'field' } },
  { id: 'phish-editable', title: 'words that can be written over', html: '<p contenteditable=true>Dose: 5 mg</p><p contenteditable=plaintext-only>Route: oral</p>', harmless: 'Dose: 5 mg', act: [{ click: 'Dose: 5 mg' }, { press: '9' }], control: { harm: 'field' } },
  { id: 'phish-enter', title: 'a field that is sent by Enter', html: '<p>Comment</p><form action="{{sink}}/e"><input autofocus value=x></form>', harmless: 'Comment', act: [{ press: 'Enter' }], control: { harm: 'request' } },
  { id: 'phish-select', title: 'a list to choose from and an area to write in', html: '<p>Reaction</p><select><option>none</option><option selected>severe</option></select><textarea>hives</textarea>', harmless: 'severe', control: { harm: 'field' } },
  { id: 'phish-file', title: 'a field that takes files and one that takes a code', html: '<p>Send scans</p><form action="{{sink}}/u" method=post enctype=multipart/form-data><input type=file><input autocomplete=one-time-code name=otp></form>', harmless: 'Send scans', control: { harm: 'field' } },
  { id: 'phish-detached', title: 'a field that belongs to a form elsewhere', html: '<form id=z action="{{sink}}/z"></form><p>Confirm</p><input form=z type=submit value="OK">', harmless: 'Confirm', control: { harm: 'field' } },
]); // prettier-ignore
