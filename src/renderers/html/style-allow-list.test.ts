import { describe, expect, test } from 'vitest';
import { prefixIds } from './author-styles.ts';
import { allowDeclaration } from './style-allow-list.ts';

describe('Author styles pass through one list', () => {
  test.each([
    ['font-weight', 'bold'], ['font-size', '11pt'], ['color', 'rgb(0, 0, 128)'], ['width', '60%'],
    ['margin-left', '24px'], ['border-top-style', 'solid'], ['text-align', 'center'], ['display', 'none'],
    ['font-family', '"Courier New", monospace'], ['width', 'calc(100% - 10px)'], ['white-space-collapse', 'preserve'],
    ['margin-left', 'max(1em, 5px)'], ['text-indent', '2em each-line'],
  ])('%s: %s stays', (property, value) => {
    expect(allowDeclaration(property, value)).toBe(true);
  }); // prettier-ignore

  test.each([
    ['position', 'fixed'], ['position', 'absolute'], ['z-index', '99'], ['transform', 'scale(9)'], ['content', '"x"'],
    ['background-image', 'url("http://x.test/a.png")'], ['list-style-image', 'url(a.png)'], ['cursor', 'url(a.cur), auto'],
    ['color', 'var(--x)'], ['width', '100vw'], ['height', '50dvh'], ['min-height', 'calc(100vh + 1px)'], ['width', '10cqw'],
    ['margin-top', '-40px'], ['margin-left', 'calc(1px - 400px)'], ['text-indent', '-9999px'],
    ['margin-top', 'min(1em, -infinity * 1px)'], ['margin-left', 'max(-50px, 1em * sign(-1em + 1px))'], ['color', 'src("http://x.test/")'],
    ['width', 'attr(data-w)'],
    ['font-family', 'u\\72l(x)'], ['animation-name', 'x'], ['filter', 'blur(4px)'], ['pointer-events', 'none'], ['color', ''],
  ])('%s: %s goes', (property, value) => {
    expect(allowDeclaration(property, value)).toBe(false);
  }); // prettier-ignore

  test('ids in selectors follow the renamed ids, colours and classes stay', () => {
    expect(prefixIds('#banner .x, td#a')).toBe('#user-content-banner .x, td#user-content-a');
  });
});
