import { describe, expect, it } from 'vitest';
import type { CdaEvent } from './cda-document.ts';
import { MAX_DEPTH } from './limits.ts';
import { parse, section, words, wrap } from './tested-document.ts';

describe('whose document it is', () => {
  const target = (family: string): string =>
    `<recordTarget><patientRole><patient><name><family>${family}</family></name></patient></patientRole></recordTarget>`;
  const body = `<component><structuredBody>${section('a')}</structuredBody></component>`;
  const clinical = (inner: string): string =>
    `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:x="urn:x">${inner}</ClinicalDocument>`;
  const named = (events: readonly CdaEvent[]): (string | undefined)[][] =>
    events.flatMap((event) =>
      event.kind === 'header' ? [event.header.patients.map(({ displayName }) => displayName)] : [],
    );

  it.each<{ title: string; input: string; kinds: readonly string[]; expected: readonly (readonly string[])[] }>([
    { title: 'before the body', input: clinical(target('One') + body), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'several times', input: clinical(target('One') + target('Two') + body), kinds: ['header', 'section', 'end'], expected: [['One', 'Two']] },
    { title: 'behind the body only, which waits for it', input: clinical(body + target('One')), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'behind a body that is not XML', input: clinical(`<component><nonXMLBody><text>a</text></nonXMLBody></component>${target('One')}`), kinds: ['header', 'nonXmlBody', 'end'], expected: [['One']] },
    { title: 'before and once more behind the body', input: clinical(target('One') + body + target('Two')), kinds: ['header', 'section', 'header', 'end'], expected: [['One'], ['One', 'Two']] },
    { title: 'three times behind the body', input: clinical(target('One') + body + target('Two') + target('Three') + target('Four')), kinds: ['header', 'section', 'header', 'header', 'end'], expected: [['One'], ['One', 'Two'], ['One', 'Two', 'Three', 'Four']] },
    { title: 'between two sections', input: wrap(section('a') + target('One') + section('b')), kinds: ['header', 'section', 'section', 'end'], expected: [['One']] },
    { title: 'inside an extension', input: clinical(`<x:wrap><x:more>${target('One')}</x:more></x:wrap>${body}`), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'with an extension inside', input: clinical(target('One').replace('<patientRole>', '<x:wrap><patientRole>').replace('</patientRole>', '</patientRole></x:wrap>') + body), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'inside a section', input: wrap(section('a', target('One'))), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'by two roles of one record target', input: clinical(`<recordTarget>${(target('One') + target('Two')).replaceAll(/<.?recordTarget>/g, '')}</recordTarget>${body}`), kinds: ['header', 'section', 'end'], expected: [['One', 'Two']] },
    { title: 'in a second document behind the first', input: clinical(target('One') + body) + clinical(target('Two') + body), kinds: ['header', 'section', 'header', 'end'], expected: [['One'], ['One', 'Two']] },
    { title: 'in a second document of another namespace', input: clinical(target('One') + body) + clinical(target('Two') + body).replace('urn:hl7-org:v3', 'urn:y'), kinds: ['header', 'section', 'header', 'end'], expected: [['One'], ['One', 'Two']] },
    { title: 'in a second document only', input: clinical(body) + clinical(target('Two') + body), kinds: ['header', 'section', 'end'], expected: [['Two']] },
    { title: 'in an envelope', input: `<e:Envelope xmlns:e="urn:e"><e:Body>${clinical(target('One') + body)}</e:Body></e:Envelope>`, kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'in the second of two in an envelope', input: `<Envelope>${clinical(target('One') + body)}${clinical(target('Two') + body)}</Envelope>`, kinds: ['header', 'section', 'header', 'end'], expected: [['One'], ['One', 'Two']] },
    { title: 'under another namespace and prefix', input: clinical(target('One') + body).replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1q:').replace('xmlns=', 'xmlns:q=').replace('urn:hl7-org:v3', 'urn:q'), kinds: ['header', 'section', 'end'], expected: [['One']] },
    { title: 'by nobody', input: clinical(body), kinds: ['header', 'section', 'end'], expected: [[]] },
    { title: 'in an entry, which is about others', input: wrap(`<section><entry>${target('Else')}</entry></section>`), kinds: ['header', 'section', 'end'], expected: [[]] },
    { title: 'in an extension of its own namespace, which is no record target', input: clinical(target('Else').replace('<recordTarget>', '<recordTarget xmlns="urn:x">') + body), kinds: ['header', 'section', 'end'], expected: [[]] },
  ])('is known where it is said $title', ({ input, kinds, expected }) => {
    for (const chunkSize of [1, 13, 100_000]) {
      const { events } = parse(input, chunkSize);
      expect(events.map(({ kind }) => kind)).toEqual(kinds);
      expect(named(events)).toEqual(expected);
    }
  }); // prettier-ignore

  it('is known of a document that ends in a failure before it is complete', () => {
    const { events } = parse(clinical(`${body}${target('One').split('</patientRole>')[0]}${'<x>'.repeat(MAX_DEPTH)}`));
    expect(events.map(({ kind }) => kind)).toEqual(['header', 'section', 'failed']);
    expect(named(events)).toEqual([['One']]);
  }); // prettier-ignore

  it('shows a second document to nobody, and says so', () => {
    const parsed = parse(clinical(target('One') + body) + clinical(target('Two') + wrap('b')));
    expect(words(parsed)).toBe('T a');
    expect(parsed.events.at(-1)).toMatchObject({ kind: 'end', notices: ['secondDocument'] });
  });

  it('is told with what else of the header stands behind the body', () => {
    const late = clinical(`${target('One')}${body}<title>Late</title>`);
    expect(
      parse(late).events.map((event) => event.kind === 'header' && event.header.title),
    ).toEqual([undefined, false, 'Late', false]);
  });
});
