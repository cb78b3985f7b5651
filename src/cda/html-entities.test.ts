import { expect, it } from 'vitest';
import { htmlEntities } from './html-entities.ts';

it('has every named character of HTML 4 that XML itself does not know', () => {
  expect(htmlEntities.size).toBe(248);
});

it.each([
  ['nbsp', '\u00a0'],
  ['yuml', 'ÿ'],
  ['Sigma', 'Σ'],
  ['theta', 'θ'],
  ['sigmaf', 'ς'],
  ['prime', '′'],
  ['rArr', '⇒'],
  ['there4', '∴'],
  ['le', '≤'],
  ['diams', '♦'],
  ['rang', '⟩'],
])('reads &%s; as %s', (name, character) => {
  expect(htmlEntities.get(name)).toBe(character);
});
