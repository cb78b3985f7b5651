import { describe, expect, it } from 'vitest';
import { readCdaHeader } from './folder-charts-cda-header.ts';
import { fileType } from './folder-charts-file-type.ts';
import { folderCharts, type FolderFile } from './folder-charts.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function cda(patient: string, more = ''): Uint8Array {
  return utf8(
    `<?xml version="1.0"?><!-- a comment --><ClinicalDocument xmlns="urn:hl7-org:v3">
      <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summary"/>
      <title>Health  Summary</title><effectiveTime value="20130718111836-0400"/>${more}
      <recordTarget><patientRole>${patient}</patientRole></recordTarget>
      <author><assignedAuthor><id root="2.999.8" extension="author"/></assignedAuthor></author>
      <component><structuredBody/></component></ClinicalDocument>`,
  );
}

function person(given: string, family: string, born: string, id = '42'): string {
  return `<id root="2.999.1" extension="${id}"/><patient>
    <name use="L">${given
      .split(' ')
      .map((one) => `<given>${one}</given>`)
      .join('')}<given/><family>${family}</family></name>
    <administrativeGenderCode code="F"/><birthTime value="${born}"/>
    <guardian><guardianPerson><name><given>Not</given><family>Me</family></name></guardianPerson></guardian>
    </patient>`;
}

const file = (path: string, bytes: Uint8Array): FolderFile => ({ path, bytes });

describe('folderCharts', () => {
  it('groups by name and birth date, never by id', async () => {
    const entries = folderCharts([
      file('b/2.xml', cda(person('Ann Lee', 'Small', '19800811', 'other'))),
      file('a.xml', cda(person('Ann Lee', 'Small', '19800811120000'))),
      file('c.xml', cda(person('Bea', 'Small', '19800811'))),
      file('d.xml', cda(person('Ann', 'Small', '19800811'))),
      file('e.xml', cda(person('Ann Lee', 'Small', '19800812'))),
    ]);
    expect(entries.map(({ id }) => id)).toEqual([
      'folder-ann-lee-small-born-1980-08-11',
      'folder-bea-small-born-1980-08-11',
      'folder-ann-small-born-1980-08-11',
      'folder-ann-lee-small-born-1980-08-12',
    ]);
    const chart = await entries[0]?.load();
    expect(chart?.patient).toEqual({
      id: 'P-folder-ann-lee-small-born-1980-08-11',
      names: [{ family: 'Small', given: ['Ann', 'Lee'], use: 'official' }],
      birthDate: '1980-08-11',
      gender: 'female',
      identifiers: [
        { system: 'urn:oid:2.999.1', value: '42' },
        { system: 'urn:oid:2.999.1', value: 'other' },
      ],
    });
    expect(chart?.documents.map(({ renditions }) => renditions[0]?.title)).toEqual([
      'a.xml',
      '2.xml',
    ]);
  });

  it('gives files that name nobody to the chart "Folder"', async () => {
    const entries = folderCharts([
      file('notes/letter.pdf', utf8('%PDF-1.7')),
      file('x.xml', utf8('<lab/>')),
      file('nobody.xml', cda('<id nullFlavor="UNK"/>')),
      file('broken.xml', utf8('<ClinicalDocument><recordTarget>')),
    ]);
    expect(entries.map(({ id, title }) => [id, title])).toEqual([['folder', 'Folder']]);
    const chart = await entries[0]?.load();
    expect(chart?.documents.map(({ title }) => title)).toEqual([
      'broken.xml',
      'Health Summary',
      'letter.pdf',
      'x.xml',
    ]);
    expect(chart?.patient.names).toHaveLength(1);
  });

  it('makes no chart of an empty folder', () => {
    expect(folderCharts([])).toEqual([]);
  });

  it('tells apart people whose names have no ASCII form', () => {
    const entries = folderCharts([
      file('1.xml', cda(person('李', '王', '19800811'))),
      file('2.xml', cda(person('张', '王', '19800811'))),
      file('3.xml', cda(person('Zoë', 'Núñez', '19800811'))),
    ]);
    expect(entries.map(({ id }) => id)).toEqual([
      'folder-born-1980-08-11',
      'folder-born-1980-08-11-2',
      'folder-zoe-nunez-born-1980-08-11',
    ]);
  });

  it('takes title, type and date from the CDA and the bytes as they are', async () => {
    const bytes = cda(person('Ann', 'Small', '19800811'));
    const chart = await folderCharts([file('a.xml', bytes)])[0]?.load();
    const document = chart?.documents[0];
    expect(document).toMatchObject({
      title: 'Health Summary',
      type: { system: 'http://loinc.org', code: '34133-9', display: 'Summary' },
      date: '2013-07-18T11:18:36-04:00',
      renditions: [{ contentType: 'application/xml', size: bytes.length }],
    });
    expect(await document?.renditions[0]?.body()).toBe(bytes);
  });
});

describe('readCdaHeader', () => {
  it.each([
    ['20130718', '2013-07-18'],
    ['201307', '2013-07'],
    ['20140416115439', '2014-04-16'],
    ['201404161154-0700', '2014-04-16T11:54:00-07:00'],
    ['20170103103023.003-0600', '2017-01-03T10:30:23.003-06:00'],
    ['-08', undefined],
    ['', undefined],
  ])('reads effectiveTime %s as %s', (value, date) => {
    const bytes = utf8(`<ClinicalDocument><effectiveTime value="${value}"/></ClinicalDocument>`);
    expect(readCdaHeader(bytes)?.date).toBe(date);
  });

  it('reads a name without parts', () => {
    const bytes = cda('<patient><name>Ann Lee Small</name></patient>');
    expect(readCdaHeader(bytes)?.patient.names).toEqual([
      { family: 'Small', given: ['Ann', 'Lee'] },
    ]);
  });

  it('reads prefixed elements and keeps to the first record target', () => {
    const bytes = utf8(
      `<c:ClinicalDocument xmlns:c="urn:hl7-org:v3">${['Ann', 'Bea']
        .map(
          (given) => `<c:recordTarget><c:patientRole><c:patient><c:name>
            <c:given>${given}</c:given><c:family>Small</c:family></c:name></c:patient></c:patientRole></c:recordTarget>`,
        )
        .join('')}</c:ClinicalDocument>`,
    );
    expect(readCdaHeader(bytes)?.patient.names).toEqual([{ family: 'Small', given: ['Ann'] }]);
  });

  it('reads what comes before an error', () => {
    const bytes = utf8('<ClinicalDocument><title>A &nbsp; B</title></wrong>');
    expect(readCdaHeader(bytes)?.title).toContain('B');
  });

  it('reads the declared encoding', () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><ClinicalDocument><title>caf\u00e9</title></ClinicalDocument>';
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(readCdaHeader(bytes)?.title).toBe('café');
  });

  it('knows no other root', () => {
    expect(readCdaHeader(utf8('<Bundle><title>x</title></Bundle>'))).toBeUndefined();
    expect(readCdaHeader(utf8(''))).toBeUndefined();
  });
});

describe('fileType', () => {
  it.each([
    ['letter.txt', '%PDF-1.4', 'application/pdf'],
    ['scan', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['scan.png', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['scan', 'RIFF\0\0\0\0WEBP', 'image/webp'],
    ['note.doc', '{\\rtf1', 'application/rtf'],
    ['note', '\n<!DOCTYPE html SYSTEM "about:legacy-compat">', 'text/html'],
    ['note.txt', '\xef\xbb\xbf<html lang="en">', 'text/html'],
    ['note', '\xff\xfe<\0h\0t\0m\0l\0>\0', 'text/html'],
    [
      'note',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
      'application/xhtml+xml',
    ],
    ['note', '<?xml version="1.0"?><lab/>', 'application/xml'],
    ['summary', '<ClinicalDocument xmlns="urn:hl7-org:v3">', 'application/xml'],
    ['a.XML', '<lab/>', 'application/xml'],
    ['a.b/readme', 'plain words', 'text/plain'],
    ['data.bin', 'a\0b', 'application/octet-stream'],
    ['a.constructor', 'plain words', 'text/plain'],
  ])('takes %s with %j for %s', (path, start, type) => {
    expect(
      fileType(
        path,
        Uint8Array.from(start, (letter) => letter.charCodeAt(0)),
      ),
    ).toBe(type);
  });
});
