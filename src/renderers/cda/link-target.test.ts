import { describe, expect, it } from 'vitest';
import { linkTarget, saysTarget } from './link-target.ts';

describe('linkTarget', () => {
  it.each([
    { input: undefined, expected: { kind: 'inert' } },
    { input: ' ', expected: { kind: 'inert' } },
    { input: '#a', expected: { kind: 'inside', id: 'a' } },
    {
      input: 'https://example.org/x?y=1',
      expected: { kind: 'outside', href: 'https://example.org/x?y=1', shown: 'example.org' },
    },
    { input: 'mailto:a@b.c', expected: { kind: 'outside', href: 'mailto:a@b.c', shown: 'a@b.c' } },
    { input: 'tel:+1%20555', expected: { kind: 'outside', href: 'tel:+1%20555', shown: '+1 555' } },
    { input: 'http://example.org/', expected: { kind: 'inert', shown: 'http://example.org/' } },
    { input: 'file.pdf', expected: { kind: 'inert', shown: 'file.pdf' } },
    { input: '//example.org/', expected: { kind: 'inert', shown: '//example.org/' } },
    { input: 'javascript:alert(1)', expected: { kind: 'inert', shown: 'javascript:alert(1)' } },
    { input: 'java\tscript:alert(1)', expected: { kind: 'inert', shown: 'java\tscript:alert(1)' } },
    { input: 'data:text/html,x', expected: { kind: 'inert', shown: 'data:text/html,x' } },
    { input: 'vbscript:x', expected: { kind: 'inert', shown: 'vbscript:x' } },
  ])('$input is $expected.kind', ({ input, expected }) => {
    expect(linkTarget(input)).toEqual(expected);
  });
});

describe('the words of a link', () => {
  it.each([
    { text: 'See https://evil.test/a.', shown: 'evil.test', expected: true },
    { text: 'evil.test', shown: 'evil.test', expected: true },
    { text: 'Call 555 0100', shown: '5550100', expected: false },
    { text: 'write to dr@evil.test, please', shown: 'dr@evil.test', expected: true },
    { text: 'https://bank.test/evil.test', shown: 'evil.test', expected: false },
    { text: 'https://evil.test@bank.test/', shown: 'evil.test', expected: false },
    { text: 'my-evil.test', shown: 'evil.test', expected: false },
    { text: 'evil.test.bank.test', shown: 'evil.test', expected: false },
    { text: '+1 555', shown: '+1 555', expected: true },
    { text: 'here', shown: 'evil.test', expected: false },
  ])('"$text" of a link to $shown: $expected', ({ text, shown, expected }) => {
    expect(saysTarget(text, { shown })).toBe(expected);
  });
});
