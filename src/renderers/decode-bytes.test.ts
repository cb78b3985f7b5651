import { describe, expect, test } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

const latin = Uint8Array.from([0x33, 0x38, 0xb0, 0x43]);
const utf8 = new TextEncoder().encode('38 °C');

describe('Text is decoded by the best evidence there is', () => {
  test.each([
    { title: 'UTF-8 without a word about it', bytes: utf8, labels: [], text: '38 °C', encoding: 'utf-8', guessed: false },
    { title: 'Latin letters without a word about it', bytes: latin, labels: [], text: '38°C', encoding: 'windows-1252', guessed: true },
    { title: 'Latin letters, declared', bytes: latin, labels: ['iso-8859-1'], text: '38°C', encoding: 'windows-1252', guessed: false },
    { title: 'Latin letters declared as UTF-8', bytes: latin, labels: ['utf-8'], text: '38°C', encoding: 'windows-1252', guessed: true },
    { title: 'an unknown charset', bytes: utf8, labels: ['x-nobody-knows'], text: '38 °C', encoding: 'utf-8', guessed: false },
    { title: 'the first known of several labels', bytes: latin, labels: [undefined, 'nonsense', 'windows-1252'], text: '38°C', encoding: 'windows-1252', guessed: false },
    { title: 'a byte order mark against a wrong label', bytes: Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), labels: ['iso-8859-1'], text: '38 °C', encoding: 'utf-8', guessed: false },
    { title: 'UTF-16 with its mark', bytes: Uint8Array.from([0xff, 0xfe, 0x41, 0, 0xb0, 0]), labels: [], text: 'A°', encoding: 'utf-16le', guessed: false },
    { title: 'big-endian UTF-16 with its mark', bytes: Uint8Array.from([0xfe, 0xff, 0, 0x41, 0, 0xb0]), labels: [], text: 'A°', encoding: 'utf-16be', guessed: false },
    { title: 'UTF-16 without a mark', bytes: Uint8Array.from([0x3c, 0, 0x70, 0, 0x3e, 0]), labels: [], text: '<p>', encoding: 'utf-16le', guessed: false },
    { title: 'bytes called UTF-16 that are not', bytes: utf8, labels: ['utf-16'], text: '38 °C', encoding: 'utf-8', guessed: false },
    { title: 'nothing', bytes: new Uint8Array(), labels: [], text: '', encoding: 'utf-8', guessed: false },
  ])('$title', ({ bytes, labels, text, encoding, guessed }) => {
    expect(decodeBytes(bytes, labels)).toEqual({ text, encoding, guessed, undecodable: 0 });
  }); // prettier-ignore

  test('a bad byte in UTF-8 text is counted and leaves the rest as it is', () => {
    const decoded = decodeBytes(Uint8Array.from([...utf8, 0xff, 0x41]));
    expect(decoded).toEqual({
      text: '38 °C\uFFFDA',
      encoding: 'utf-8',
      guessed: false,
      undecodable: 1,
    });
  });
});
