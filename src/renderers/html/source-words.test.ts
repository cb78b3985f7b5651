import { describe, expect, test } from 'vitest';
import { sourceWords } from './source-words.ts';

const words = (source: string): string =>
  (sourceWords(source, 10_000) ?? 'too many').replace(/\s+/g, ' ').trim();

describe('The words of a source', () => {
  test.each([
    { title: 'parts blocks, joins inline', input: '<p>H<b>b</b>A1c</p><p>x<br>y</p>', expected: 'HbA1c x y' },
    { title: 'leaves out what no browser shows', input: '<title>t</title><script>a</script><style>b</style><template>c</template><iframe>d</iframe><datalist><option>e</datalist>f', expected: 'f' },
    { title: 'shows what is for browsers without scripts', input: '<noscript><p>without</p></noscript>', expected: 'without' },
    { title: 'takes fields for their values', input: '<input value=a><input type=password value=b><input type=checkbox checked><select><option>c<option selected>d</select><textarea>e</textarea>', expected: 'a ☒ d e' },
    { title: 'takes several of a list, and the first of none', input: '<select multiple><option selected>a<option selected>b</select><select><option>c<option>d</select><select multiple><option>e</select>', expected: 'a, b c' },
    { title: 'takes images that are not shown for their words', input: '<img src=x alt="a b"><img src="data:image/png;base64,AA" alt=c>', expected: '[a b]' },
    { title: 'reads drawings and formulas', input: '<svg><title>t</title><text>x<tspan>y</tspan></text><style>z{}</style></svg><math><mi>m</mi><annotation>n</annotation></math>', expected: 't x y m' },
    { title: 'keeps raw text', input: '<xmp><b>x</b></xmp>', expected: '<b>x</b>' },
    { title: 'reads entities', input: '5 &lt; 7 &amp; 38&#176;C &nosuch;', expected: '5 < 7 & 38°C &nosuch;' },
    { title: 'moves words out of tables as browsers do', input: '<table><tr>stray<td>x</td></tr></table>', expected: 'stray x' },
    { title: 'is nothing of nothing', input: '', expected: '' },
  ])('$title', ({ input, expected }) => {
    expect(words(input)).toBe(expected);
  }); // prettier-ignore

  test('ends where a parser would make too many elements of few tags', () => {
    const open = Array.from({ length: 100 }, (_, at) => `<b id=${at}>`).join('');
    expect(words(`<p>${open}${'<p>x'.repeat(200)}`)).toBe('too many');
  });
});
