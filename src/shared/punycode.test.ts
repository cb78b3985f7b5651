import { domainToASCII, domainToUnicode } from 'node:url';
import { describe, expect, test } from 'vitest';
import { unicodeHost } from './punycode.ts';

describe('A host name is read as people read it', () => {
  test.each([
    ['xn--bcher-kva.example', 'bücher.example'],
    ['xn--80ak6aa92e.com', 'аррӏе.com'],
    ['xn--fiqs8s', '中国'],
    ['www.xn--mnchen-3ya.de', 'www.münchen.de'],
    ['plain.example', 'plain.example'],
    ['xn--', 'xn--'],
    ['xn--a!', 'xn--a!'],
    ['xn--99999999999', 'xn--99999999999'],
  ])('%s is %s', (host, expected) => {
    expect(unicodeHost(host)).toBe(expected);
  });

  test.each([
    'παράδειγμα.test',
    'موقع.وزارة-الاتصالات.مصر',
    'пример.test',
    '💩.la',
    '例え-テスト.jp',
  ])('%s comes back from what the platform makes of it', (host) => {
    const encoded = domainToASCII(host);
    expect(encoded).toContain('xn--');
    expect(unicodeHost(encoded)).toBe(domainToUnicode(encoded));
  });
});
