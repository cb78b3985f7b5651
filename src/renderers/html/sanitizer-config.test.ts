import { describe, expect, test } from 'vitest';
import { sanitizerConfig } from './sanitizer-config.ts';
import { isShownImage } from './shown-image.ts';

describe('The sanitizer is configured as the threat notes say', () => {
  test('nodes of HTML alone come back, names prefixed, data attributes gone', () => {
    expect(sanitizerConfig).toMatchObject({
      USE_PROFILES: { html: true },
      RETURN_DOM_FRAGMENT: true,
      SANITIZE_NAMED_PROPS: true,
      SANITIZE_DOM: true,
      ALLOW_DATA_ATTR: false,
    });
  });

  test.each([
    'style',
    'form',
    'input',
    'link',
    'meta',
    'base',
    'iframe',
    'object',
    'svg',
    'math',
    'template',
  ])('%s is forbidden', (tag) => expect(sanitizerConfig.FORBID_TAGS).toContain(tag));

  test.each(['srcset', 'ping', 'background', 'formaction', 'target', 'tabindex', 'accesskey'])(
    'the attribute %s is forbidden',
    (name) => expect(sanitizerConfig.FORBID_ATTR).toContain(name),
  );

  test.each([
    ['data:image/png;base64,iVBORw0KGgo=', true],
    [' data:IMAGE/JPEG;BASE64,/9j/4AAQ ', true],
    ['DATA:image/png;base64,iVBORw0KGgo=', false],
    ['data:image/svg+xml;base64,PHN2Zz4=', false],
    ['data:text/html;base64,PHA+', false],
    ['data:image/png,raw', false],
    ['http://x.test/a.png', false],
    ['//x.test/a.png', false],
    ['cid:logo', false],
  ])('image source %s → %s', (source, expected) => {
    expect(isShownImage(source)).toBe(expected);
  });
});
