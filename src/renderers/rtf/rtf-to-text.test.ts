import { describe, expect, test } from 'vitest';
import { rtfToText } from './rtf-to-text.ts';

const read = (body: string): string => rtfToText(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`).text;

describe('The words of rich text', () => {
  test.each([
    { title: 'paragraphs and tabs', input: 'One\\par Two\\tab x', expected: 'One\nTwo\tx' },
    { title: 'formatting says nothing', input: '\\b Bold\\b0  and {\\i italic}', expected: 'Bold and italic' },
    { title: 'font, colour and style tables are silent', input: '{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\stylesheet{Normal;}}x', expected: 'x' },
    { title: 'groups marked as ignorable are silent', input: '{\\*\\generator Word;}x', expected: 'x' },
    { title: 'hexadecimal letters of the code page', input: "38\\'b0C caf\\'e9", expected: '38°C café' },
    { title: 'Unicode letters skip their stand-in', input: '\\u8364? 5 \\uc0\\u177 2', expected: '€ 5 ±2' },
    { title: 'negative Unicode numbers', input: '\\u-3913?', expected: '\uF0B7' },
    { title: 'a stand-in written in hexadecimal', input: "\\u945\\'61 x", expected: 'α x' },
    { title: 'rows and cells', input: '\\trowd Hb\\cell 12.1\\cell\\row Na\\cell 140\\cell\\row', expected: 'Hb\t12.1\nNa\t140' },
    { title: 'escaped braces and backslashes', input: '\\{a\\}\\\\', expected: '{a}\\' },
    { title: 'line breaks of the file are none of the text', input: 'on\r\ne', expected: 'one' },
    { title: 'groups that never end', input: '{{x', expected: 'x' },
  ])('$title', ({ input, expected }) => {
    expect(read(input)).toBe(expected);
  }); // prettier-ignore

  test('another code page', () => {
    expect(rtfToText("{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0}").text).toBe('Пр');
  });

  test('pictures are counted', () => {
    expect(rtfToText('{\\rtf1 a{\\pict\\pngblip 8950}b{\\object x}}')).toEqual({
      text: 'ab',
      pictures: 2,
    });
  });
});
