/** What a resource of the list says: words that would be markup, people who are somebody else. */
import type { Fill } from '../documents/document-case.ts';

type Json = Record<string, unknown>;

export interface ListCase {
  readonly id: string;
  readonly class: 'texts' | 'narratives' | 'subjects';
  readonly title: string;
  readonly change: (resource: Json, fill: Fill) => Json;
  /** Read in the list (or, where it is refused, said there). */
  readonly shows: RegExp;
  /**
   * What a page makes of it that puts it into markup (`reverse` without our isolation); whose words a list shows that
   * takes every answer of a search for the patient's; or why a page that puts the title into markup comes to no harm.
   */
  readonly control:
    | { readonly harm: 'script' | 'request' | 'restyle' | 'reverse' | 'burden'; readonly markup: (fill: Fill) => string }
    | { readonly stranger: string }
    | { readonly immune: string };
} // prettier-ignore

const image = '<img src="{{sink}}/t.gif" onerror="{{pwn}}">';
const pwned = '<img src=x onerror="{{pwn}}">';
const titled = (title: string) => (resource: Json, fill: Fill): Json => ({ ...resource, description: fill(title), content: retitled(resource['content'], fill(title)) }); // prettier-ignore

function retitled(content: unknown, title: string): unknown {
  return JSON.parse(JSON.stringify(content ?? []), (key, value: unknown) => (key === 'title' ? title : value)); // prettier-ignore
}

export const listCases: readonly ListCase[] = [
  { id: 'fhir-title-markup', class: 'texts', title: 'a title that is markup', change: titled(`Case ${pwned}`), shows: /Case <img src=x onerror=/, control: { harm: 'script', markup: (fill) => fill(pwned) } },
  { id: 'fhir-title-sheet', class: 'texts', title: 'a title that is a sheet', change: titled('Case <style>*{display:none!important}</style>'), shows: /Case <style>/, control: { harm: 'restyle', markup: () => '<style>#patient{display:none!important}</style>' } },
  { id: 'fhir-title-bidi', class: 'texts', title: 'a title that turns the line round', change: titled('Case \u202Eturned'), shows: /turned/, control: { harm: 'reverse', markup: () => '\u202Eturned' } },
  { id: 'fhir-title-long', class: 'texts', title: 'a title of a hundred thousand letters', change: titled(`Case ${'long '.repeat(20_000)}`), shows: /Case long long/, control: { harm: 'restyle', markup: () => `<span style="position:relative;z-index:9">${'long '.repeat(20_000)}</span><style>#toolbar{display:none}</style>` } },
  { id: 'fhir-title-control', class: 'texts', title: 'a title of control characters', change: titled('Case \u0000\u0007\u001B[31m\u0085red'), shows: /red/, control: { immune: 'A page draws control characters as boxes or not at all.' } },
  { id: 'fhir-title-zero', class: 'texts', title: 'a title that is not seen', change: titled('\u200B\u2060\u200D\uFEFF'), shows: /./, control: { immune: 'Nothing is painted: the row says what else is known.' } },
  { id: 'fhir-author-markup', class: 'texts', title: 'an author who is markup', change: (resource, fill) => ({ ...resource, author: [{ display: fill(`Dr ${image}`) }] }), shows: /Dr <img src=/, control: { harm: 'request', markup: (fill) => fill(image) } },
  { id: 'fhir-author-bidi', class: 'texts', title: 'an author who turns the line round', change: (resource) => ({ ...resource, author: [{ display: 'Dr \u202Edennik' }] }), shows: /dennik/, control: { harm: 'reverse', markup: () => 'Dr \u202Edennik' } },
  { id: 'fhir-type-markup', class: 'texts', title: 'a type that is markup', change: (resource, fill) => ({ ...resource, type: { text: fill(pwned) } }), shows: /Case fhir-type-markup/, control: { harm: 'script', markup: (fill) => fill(pwned) } },
  { id: 'fhir-status-markup', class: 'texts', title: 'a status that is markup', change: (resource, fill) => ({ ...resource, docStatus: fill(pwned), status: fill(pwned) }), shows: /Case fhir-status-markup/, control: { harm: 'script', markup: (fill) => fill(pwned) } },
  { id: 'fhir-format-markup', class: 'texts', title: 'a media type that is markup', change: (resource, fill) => ({ ...resource, content: [{ attachment: { contentType: fill(`text/${pwned}`), data: 'eA==', title: 'x' } }] }), shows: /Case fhir-format-markup/, control: { harm: 'script', markup: (fill) => fill(pwned) } },
  { id: 'fhir-types-wrong', class: 'texts', title: 'numbers, lists and objects where text should be', change: (resource) => ({ ...resource, description: { toString: 1 }, author: 'nobody', date: [], type: 7, content: [{ attachment: { url: {}, contentType: [] } }, null, 5] }), shows: /Untitled document|Nothing to open|Case/, control: { immune: 'A page that makes text of them fails, or shows "[object Object]".' } },
  { id: 'fhir-div-script', class: 'narratives', title: 'a narrative with a script', change: (resource, fill) => ({ ...resource, text: { status: 'generated', div: fill(`<div xmlns="http://www.w3.org/1999/xhtml">Told ${pwned}</div>`) } }), shows: /Case fhir-div-script/, control: { harm: 'script', markup: (fill) => fill(`<div>Told ${pwned}</div>`) } },
  { id: 'fhir-div-request', class: 'narratives', title: 'a narrative that asks another server', change: (resource, fill) => ({ ...resource, text: { status: 'generated', div: fill(`<div>${image}</div>`) } }), shows: /Case fhir-div-request/, control: { harm: 'request', markup: (fill) => fill(`<div>${image}</div>`) } },
  { id: 'fhir-div-contained', class: 'narratives', title: 'a narrative in a contained author', change: (resource, fill) => ({ ...resource, contained: [{ resourceType: 'Practitioner', id: '__proto__', text: { div: fill(pwned) }, name: [{ text: fill(`Inner ${pwned}`) }] }], author: [{ reference: '#__proto__' }] }), shows: /Case fhir-div-contained/, control: { harm: 'script', markup: (fill) => fill(pwned) } },
  { id: 'fhir-subject-other', class: 'subjects', title: 'another patient’s document', change: (resource) => ({ ...resource, subject: { reference: 'Patient/somebody-else', display: 'Quimby, Orson' } }), shows: /1 document that names another patient is not shown/, control: { stranger: 'Case fhir-subject-other' } },
  { id: 'fhir-subject-absolute', class: 'subjects', title: 'a patient of the same id on another server', change: (resource) => ({ ...resource, subject: { reference: 'http://127.0.0.1:9/r4/x/Patient/P-fhir-subject-absolute' } }), shows: /1 document does not say clearly whose it is/, control: { stranger: 'Case fhir-subject-absolute' } },
  { id: 'fhir-subject-contained', class: 'subjects', title: 'a contained patient who is somebody else', change: (resource) => ({ ...resource, contained: [{ resourceType: 'Patient', id: 'p', name: [{ family: 'Quimby', given: ['Orson'] }], birthDate: '1931-02-04' }], subject: { reference: '#p' } }), shows: /does not say clearly whose it is|names another patient/, control: { stranger: 'Case fhir-subject-contained' } },
  { id: 'fhir-subject-none', class: 'subjects', title: 'nobody’s document', change: ({ subject: _subject, ...resource }) => resource, shows: /1 document does not say clearly whose it is/, control: { stranger: 'Case fhir-subject-none' } },
  { id: 'fhir-subject-dots', class: 'subjects', title: 'a reference that climbs to another patient', change: (resource) => ({ ...resource, subject: { reference: 'Patient/P-fhir-subject-dots/../somebody-else' } }), shows: /does not say clearly whose it is|names another patient/, control: { stranger: 'Case fhir-subject-dots' } },
]; // prettier-ignore
