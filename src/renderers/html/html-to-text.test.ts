import { describe, expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';

describe('The words of HTML without its layout', () => {
  test.each([
    { title: 'blocks become lines', input: '<p>One</p><p>Two<br>Three</p>', expected: 'One\n\nTwo\nThree' },
    { title: 'cells are set apart', input: '<tr><td>Hb</td><td>12.1</td></tr>', expected: 'Hb\t12.1' },
    { title: 'scripts, styles and comments have no words', input: 'a<script>if (1 < 2) "<p>x</p>"</script><style>b{}</style><!-- c > d -->e', expected: 'ae' },
    { title: 'entities are letters, unknown ones stay', input: '5 &lt; 7 &amp; 38&#176;C &#xB5;g &alpha; &nosuch; &', expected: '5 < 7 & 38°C µg α &nosuch; &' },
    { title: 'a comparison is no tag', input: 'Na < 135 and K<5', expected: 'Na < 135 and K<5' },
    { title: 'a > in a quoted attribute is no end', input: '<a title="x > y">link</a>', expected: 'link' },
    { title: 'elements for browsers without scripts are shown', input: '<noscript><p>x</p></noscript>', expected: 'x' },
    { title: 'fields and pictures are their words', input: '<input value=a> <textarea><b></textarea> <img alt="c">', expected: 'a <b> [c]' },
    { title: 'sounds are dropped with all in them', input: '<audio><p>a</p></audio>d', expected: 'd' },
    { title: 'a tag that never ends', input: 'words <b', expected: 'words' },
    { title: 'a script that never ends', input: 'words<script>more', expected: 'words' },
    { title: 'nothing', input: '', expected: '' },
  ])('$title', ({ input, expected }) => {
    expect(htmlToText(input)).toBe(expected);
  }); // prettier-ignore

  test('a picture of megabytes and a word of megabytes take no longer than others', () => {
    const long = 'x'.repeat(5_000_000);
    expect(htmlToText(`<img alt=a src="data:image/png;base64,${long}"><p>${long}`)).toHaveLength(
      long.length,
    );
  });
});
