/** Documents made of the hostile cases: nested in each other's containers, broken, spliced and written differently. */
import fc from 'fast-check';
import { htmlCases } from './html-cases.ts';

const containers: readonly (readonly [open: string, close: string])[] = [
  ['<div>', '</div>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<table><caption>', '</table>'],
  ['<svg><desc>', '</desc></svg>'],
  ['<svg><foreignObject>', '</foreignObject></svg>'],
  ['<svg><title>', '</title></svg>'],
  ['<math><mtext>', '</mtext></math>'],
  ['<math><annotation-xml encoding="text/html">', '</annotation-xml></math>'],
  ['<template>', '</template>'],
  ['<noscript>', '</noscript>'],
  ['<select><option>', '</select>'],
  ['<form><p>', '</form>'],
  ['<b><i><a href="#x">', '</b></a></i>'],
  ['<!-- ', ' -->'],
  ['<!--><!-- -', '--!>'],
  ['<style>', '</style>'],
  ['<textarea>', '</textarea>'],
  ['<p title="', '">'],
  ["<p title='", "'>"],
  ['<xmp>', '</xmp>'],
  ['<details open><summary>', '</summary></details>'],
  ['<x-y><template shadowrootmode=open><slot></slot></template>', '</x-y>'],
  ['<![CDATA[', ']]>'],
  ['<iframe srcdoc="', '"></iframe>'],
];

/** Cases of ordinary size that come with something by themselves. */
const vectors = htmlCases
  .filter((one) => one.encoding === undefined && one.html.length < 1000)
  .map((one) => one.html);

const vector = fc.constantFrom(...vectors);
const container = fc.constantFrom(...containers);

/** The same markup in other letters: names are read without case, spaces are of many kinds. */
const rewritten = fc.tuple(vector, fc.constantFrom('as it is', 'upper', 'spaces', 'unclosed', 'entities', 'nulls')).map(
  ([html, how]) => {
    switch (how) {
      case 'upper':
        return html.replace(/<\/?[a-z]+|\son\w+=|\sstyle=|\ssrc=/gi, (name) => name.toUpperCase());
      case 'spaces':
        return html.replace(/<(\w+) /g, '<$1\n/\t\f');
      case 'unclosed':
        return html.replace(/<\/\w+>/g, '');
      case 'entities':
        return html.replace(/(href|src)="h/g, '$1="&#x68;');
      case 'nulls':
        return html.replace(/<(\w)/g, '<$1\0');
      default:
        return html;
    }
  },
); // prettier-ignore

/** Two cases, the second begun inside the first: in a tag, an attribute or its text. */
const spliced = fc
  .tuple(rewritten, rewritten, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([one, other, where]) => {
    const at = Math.floor(one.length * where);
    return one.slice(0, at) + other + one.slice(at);
  });

const { document: made } = fc.letrec<{ document: string }>((tie) => ({
  document: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    rewritten,
    spliced,
    fc.tuple(container, tie('document')).map(([[open, close], inner]) => open + inner + close),
    fc.tuple(container, container, tie('document')).map(([[one, two], [open, close], inner]) => one + open + inner + two + close),
    fc.tuple(tie('document'), tie('document')).map(([one, other]) => one + other),
  ),
})); // prettier-ignore

/** So many documents; the same for the same seed. */
export const hostileDocuments = (seed: number, count: number): readonly string[] =>
  fc.sample(made, { seed, numRuns: count });
