import { describe, expect, test } from 'vitest';
import { largestSanitized } from './html-limits.ts';
import type { HtmlWorkerAnswer } from './html-worker-protocol.ts';
import { createHtmlReader } from './read-html.ts';

function reader() {
  const answers: HtmlWorkerAnswer[] = [];
  const take = createHtmlReader((answer) => answers.push(answer));
  const read = (source: string, essence = 'text/html'): HtmlWorkerAnswer | undefined => {
    take({ kind: 'read', bytes: new TextEncoder().encode(source), essence });
    return answers.at(-1);
  };
  return { answers, take, read };
}

describe('A document before anything of it is shown', () => {
  test('comes back as markup with its decoding', () => {
    expect(reader().read('<p style="x">ä</p>')).toEqual({
      kind: 'markup',
      markup: '<p data-dossier-style="x">ä</p>',
      decoded: { encoding: 'utf-8', guessed: false, undecodable: 0 },
    });
  });

  test.each([
    { title: 'too long', source: `<p>${'x'.repeat(largestSanitized.length)}` },
    { title: 'too many elements', source: '<p>x'.repeat(largestSanitized.elements + 1) },
    {
      title: 'too many attributes',
      source: `<p ${'a '.repeat(largestSanitized.attributes + 1)}>x`,
    },
    {
      title: 'few tags that a parser makes many elements of',
      source: `<p>${Array.from({ length: 600 }, (_, at) => `<b id=${at}>`).join('')}${'<p>x'.repeat(600)}`,
    },
    { title: 'too deep', source: `${'<div>'.repeat(20_000)}x`, because: 'tooDeep' },
  ])('is text only: $title', ({ source, because = 'tooLarge' }) => {
    const answer = reader().read(source);
    expect(answer).toMatchObject({ kind: 'text', because });
    expect(answer?.kind === 'text' ? answer.text : '').toContain('x');
  });

  test('is sanitized where formatting left open is harmless', () => {
    const cells = `<table><tr>${'<td><font size=2>x'.repeat(3_000)}</table>`;
    expect(reader().read(cells)?.kind).toBe('markup');
  });

  test('is compared first by letters, then by words', () => {
    const { answers, take, read } = reader();
    read('<p>one</p><p>two <b>three</b></p>');
    take({ kind: 'letters', shown: 'one\ntwothree' });
    expect(answers.at(-1)).toEqual({ kind: 'letters', same: true });
    take({ kind: 'letters', shown: 'one three' });
    expect(answers.at(-1)).toEqual({ kind: 'letters', same: false });
    take({ kind: 'words', shown: 'three one' });
    expect(answers.at(-1)).toEqual({ kind: 'loss', loss: { count: 1, words: ['two'] } });
  });

  test('is read as XHTML where it says so', () => {
    const answer = reader().read('<html><p/>a</html>', 'application/xhtml+xml');
    expect(answer).toMatchObject({ kind: 'markup', markup: '<html><p></p>a</html>' });
  });
});
