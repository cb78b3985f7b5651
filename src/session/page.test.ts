// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { pageOf } from './page.ts';

it('a page whose browser refuses it locks goes without', () => {
  Object.defineProperty(window.navigator, 'locks', {
    configurable: true,
    get: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  });
  expect(pageOf(window).locks).toBeUndefined();
  Reflect.deleteProperty(window.navigator, 'locks');
});
