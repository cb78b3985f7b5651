import { describe, expect, it } from 'vitest';
import { isHtml, isJson, isMisspelt, isXml, parseMediaType } from './parse-media-type.ts';

describe('parseMediaType', () => {
  const rows: {
    title: string;
    input: string | undefined;
    essence: string;
    charset?: string;
    misspelt?: boolean;
  }[] = [
    { title: 'a plain type', input: 'application/pdf', essence: 'application/pdf' },
    { title: 'upper case', input: 'Text/HTML', essence: 'text/html' },
    {
      title: 'a charset',
      input: 'text/html; charset=ISO-8859-1',
      essence: 'text/html',
      charset: 'iso-8859-1',
    },
    {
      title: 'a quoted charset among parameters',
      input: 'text/plain;format=flowed;charset="UTF-8"',
      essence: 'text/plain',
      charset: 'utf-8',
    },
    { title: 'an empty charset', input: 'text/html; charset=', essence: 'text/html' },
    {
      title: "the vendor's typo",
      input: 'aapplication/xml',
      essence: 'application/xml',
      misspelt: true,
    },
    { title: 'a bare word', input: 'html', essence: 'text/html', misspelt: true },
    {
      title: 'a file ending',
      input: '.pdf',
      essence: 'application/pdf',
      misspelt: true,
    },
    { title: 'nothing', input: undefined, essence: 'application/octet-stream' },
    { title: 'blanks', input: '  ', essence: 'application/octet-stream' },
    {
      title: 'rubbish',
      input: 'a report',
      essence: 'application/octet-stream',
      misspelt: true,
    },
    {
      title: 'a word that objects know',
      input: 'constructor',
      essence: 'application/octet-stream',
      misspelt: true,
    },
    { title: 'a vendor type', input: 'application/vnd.x+json', essence: 'application/vnd.x+json' },
  ];
  it.each(rows)('reads $title', ({ input, essence, charset, misspelt = false }) => {
    const type = parseMediaType(input);
    expect(type.essence).toBe(essence);
    expect(type.charset).toBe(charset);
    expect(isMisspelt(type)).toBe(misspelt);
  });

  it('keeps what was written', () => {
    expect(parseMediaType('aapplication/xml; a=b').declared).toBe('aapplication/xml; a=b');
    expect('declared' in parseMediaType('')).toBe(false);
  });

  it('knows the families', () => {
    expect(
      ['application/json', 'application/fhir+json', 'application/json+fhir'].every(isJson),
    ).toBe(true);
    expect(isJson('application/xml')).toBe(false);
    expect(isXml('application/xml') && isXml('application/cda+xml')).toBe(true);
    expect(isXml('application/xhtml+xml')).toBe(false);
    expect(isHtml('application/xhtml+xml')).toBe(true);
  });
});
