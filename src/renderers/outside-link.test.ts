import { describe, expect, test } from 'vitest';
import { outsideLink, saysTarget } from './outside-link.ts';

describe('A link of a document', () => {
  test.each([
    ['https://lab.test/r/1?x=2#y', { kind: 'web', href: 'https://lab.test/r/1?x=2#y', shown: 'lab.test' }],
    [' HTTP://LAB.test:8080 ', { kind: 'web', href: 'http://lab.test:8080/', shown: 'lab.test:8080' }],
    ['https://bücher.test/', { kind: 'web', href: 'https://xn--bcher-kva.test/', shown: 'xn--bcher-kva.test', unicode: 'bücher.test' }],
    ['mailto:dr%2Esmith@clinic.test', { kind: 'mail', href: 'mailto:dr%2Esmith@clinic.test', shown: 'dr.smith@clinic.test' }],
    ['tel:+1-555-0100', { kind: 'phone', href: 'tel:+1-555-0100', shown: '+1-555-0100' }],
  ])('may be opened: %s', (href, expected) => {
    expect(outsideLink(href)).toEqual(expected);
  }); // prettier-ignore

  test.each([
    'reports/2.html', '/x', '//evil.test/x', '\\\\evil.test', 'https:evil.test', 'https:/evil.test', 'javascript:alert(1)', 'java\tscript:alert(1)',
    'data:text/html,x', 'blob:https://x.test/1', 'file:///etc/passwd', 'ftp://x.test/', 'https://bank.test@evil.test/', 'https://user:pw@x.test/',
    'https://', 'cid:1', 'vbscript:x', 'sms:1', '',
  ])('is text only: %j', (href) => {
    expect(outsideLink(href)).toBeUndefined();
  }); // prettier-ignore

  test.each([
    ['lab.test', 'lab.test', true],
    ['See https://lab.test/a.', 'lab.test', true],
    ['here', 'lab.test', false],
    ['bank.test/lab.test', 'lab.test', false],
    ['https://my-lab.test', 'lab.test', false],
  ])('%j says %j: %j', (text, shown, expected) => {
    expect(saysTarget(text, shown)).toBe(expected);
  });
});
