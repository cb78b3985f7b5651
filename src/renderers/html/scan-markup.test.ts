import { describe, expect, test } from 'vitest';
import { scanMarkup } from './scan-markup.ts';

describe('The first pass over markup', () => {
  test.each([
    { title: 'renames style', input: '<p style="color:red">x', markup: '<p data-dossier-style="color:red">x' },
    { title: 'in any case and quoting', input: "<p a STYLE = 'x' b><i\nstyle=y>", markup: "<p a data-dossier-style = 'x' b><i\ndata-dossier-style=y>" },
    { title: 'not in words', input: '<p>style="x" a<b</p>', markup: '<p>style="x" a<b</p>' },
    { title: 'not in a value', input: '<p title="<b style=x>" class=\'a style=y\'>', markup: '<p title="<b style=x>" class=\'a style=y\'>' },
    { title: 'not in other names', input: '<p data-style=x stylex=y>', markup: '<p data-style=x stylex=y>' },
    { title: 'not in raw text', input: '<textarea><p style=x></textarea><p style=y>', markup: '<textarea><p style=x></textarea><p data-dossier-style=y>' },
    { title: 'not in a comment', input: '<!-- <p style=x> --><p style=y>', markup: '<!-- <p style=x> --><p data-dossier-style=y>' },
    { title: 'behind a tag that ends itself', input: '<br/style=x/><p/style>', markup: '<br/data-dossier-style=x/><p/data-dossier-style>' },
    { title: 'up to a quote that never ends', input: '<p style=x title="y', markup: '<p data-dossier-style=x title="y' },
    { title: 'in nothing', input: '', markup: '' },
  ])('$title', ({ input, markup }) => {
    expect(scanMarkup(input).markup).toBe(markup);
  }); // prettier-ignore

  test.each([
    { title: 'elements and attributes', input: '<p a=1 b><br/></p><p>', elements: 3, attributes: 2 },
    { title: 'tags in raw text too: inside a drawing they are elements', input: '<svg><title><b x></title>', elements: 4, attributes: 1 },
    { title: 'tags behind a comment that may have ended', input: '<!--> <b> -->', elements: 1, attributes: 0 },
    { title: 'tags in a comment that never ends', input: '<!-- <b><i>', elements: 2, attributes: 0 },
    { title: 'paragraphs that an end tag makes', input: '<p></p></p></p></br>', elements: 4, attributes: 0 },
  ])('counts $title', ({ input, elements, attributes }) => {
    expect(scanMarkup(input)).toMatchObject({ elements, attributes });
  }); // prettier-ignore

  test.each([
    { title: 'elements inside each other', input: '<div><div><div>', passed: 3 },
    { title: 'closed ones once', input: '<div></div><div></div><b>', passed: 0 },
    {
      title: 'those that end by themselves as closed',
      input: '<ul><li>a<li>b<p>c<p>d<br></ul><p>',
      passed: 5,
    },
    {
      title: 'those in a drawing that close themselves',
      input: '<svg><path/><path/></svg><i>',
      passed: 2,
    },
    { title: 'no slash where it closes nothing', input: '<div/><div/>', passed: 1 },
    { title: 'no end tag of what is not open', input: '</div></div><div><p>', passed: 1 },
  ])('counts $title when it adds up depth', ({ input, passed }) => {
    expect(scanMarkup(input).passed).toBe(passed);
  });

  test('cuts long values for a reader of words: pictures stay pictures', () => {
    const data = 'A'.repeat(20_000);
    const markup = `<img SRC = "data:image/png;base64,${data}" alt=a><img src='x${data}'><p title=${data}>b<input value="${data}">`;
    const scan = scanMarkup(markup);
    expect(scan.markup).toBe(markup);
    expect(scan.brief).toBe(
      `<img SRC="data:image/png;base64,AA==" alt=a><img src=""><p title="">b<input value="${data}">`,
    );
  });

  test('counts formatting again in each block that may open it again', () => {
    const open = '<b id=1><b id=2><b id=3>';
    expect(scanMarkup(`<p>${open}${'<p>x'.repeat(100)}`).elements).toBeGreaterThanOrEqual(300);
    expect(scanMarkup(`<p>${'<p><b>x</b></p>'.repeat(100)}`).elements).toBe(201);
  });

  test('does not believe an end tag behind a marker: formatting stays open outside', () => {
    const open = '<b><i><u>'.repeat(10);
    const markup = `<p>${open}<table><td>${'</b></i></u>'.repeat(10)}</table>${'<p>x'.repeat(100)}`;
    expect(scanMarkup(markup).elements).toBeGreaterThanOrEqual(3000);
  });

  test.each(['<!--', '<style>', '<title>', '<a b="', '</', '<p '])(
    'reads a megabyte of %s in one pass',
    (piece) => {
      const markup = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(scanMarkup(markup).markup).toHaveLength(markup.length);
    },
  );
});
