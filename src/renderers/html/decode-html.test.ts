import { describe, expect, test } from 'vitest';
import { decodeHtml } from './decode-html.ts';

const degree = (markup: string, ...sign: number[]): Uint8Array =>
  Uint8Array.from([...new TextEncoder().encode(markup), ...sign]);

describe('HTML is decoded as browsers do', () => {
  test.each([
    { title: 'meta charset', bytes: degree('<meta charset="windows-1252">', 0xb0), charset: undefined, encoding: 'windows-1252' },
    { title: 'meta http-equiv', bytes: degree('<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">', 0xb0), charset: undefined, encoding: 'windows-1252' },
    { title: 'an XML declaration', bytes: degree('<?xml version="1.0" encoding="ISO-8859-1"?><html>', 0xb0), charset: undefined, encoding: 'windows-1252' },
    { title: 'HTTP above meta', bytes: degree('<meta charset="windows-1252">', 0xc2, 0xb0), charset: 'utf-8', encoding: 'utf-8' },
    { title: 'meta that says UTF-8 of Latin letters', bytes: degree('<meta charset=utf-8>', 0xb0), charset: undefined, encoding: 'windows-1252' },
    { title: 'meta that says UTF-16 of ASCII markup', bytes: degree('<meta charset=utf-16>', 0xc2, 0xb0), charset: undefined, encoding: 'utf-8' },
    { title: 'a charset in the text, which is no declaration', bytes: degree('<p>charset=koi8-r</p>', 0xc2, 0xb0), charset: undefined, encoding: 'utf-8' },
    { title: 'a meta beyond the first 1024 bytes', bytes: degree(`${' '.repeat(1100)}<meta charset=koi8-r>`, 0xc2, 0xb0), charset: undefined, encoding: 'utf-8' },
  ])('$title', ({ bytes, charset, encoding }) => {
    const decoded = decodeHtml(bytes, charset);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.at(-1)).toBe('°');
  }); // prettier-ignore
});
