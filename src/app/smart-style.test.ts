import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseStyle, contrast, type Tokens } from './smart-style.ts';

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');

/** The tokens as the style sheet has them, so that a new value there is tried here too. */
function tokensOf(block: string): Tokens {
  const values = new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, k, v]) => [k, v]));
  return (name) => values.get(name) ?? '';
}
const light = tokensOf(css.slice(0, css.indexOf('@media')));
const dark = tokensOf(
  css.slice(css.indexOf(":root[data-theme='dark']"), css.indexOf('@media (forced')),
);

const chosen = (style: unknown, tokens = light) =>
  chooseStyle(typeof style === 'string' ? style : JSON.stringify(style), tokens);

describe('the style that an EHR asks for', () => {
  it.each([
    {
      title: 'a background on which all can be read',
      style: { color_background: '#FDFDF8' },
      properties: { '--color-ground': '#fdfdf8' },
    },
    {
      title: 'a highlight, with a text that can be read on it',
      style: { color_highlight: '#0b5a8f' },
      properties: { '--color-accent': '#0b5a8f', '--color-accent-text': '#ffffff' },
    },
    {
      title: 'the three ways of writing a colour',
      style: { color_text: '#123', color_error: 'rgb(122, 0, 0)', color_success: '#004d26' },
      properties: {
        '--color-text': '#112233',
        '--color-danger': '#7a0000',
        '--color-success': '#004d26',
      },
    },
    {
      title: 'corners and fonts',
      style: { dim_border_radius: '0px', font_family_body: "Georgia, 'Times New Roman', serif;" },
      properties: { '--radius': '0px', '--font-body': "Georgia, 'Times New Roman', serif" },
    },
  ])('is taken over: $title', ({ style, properties }) => {
    expect(chosen(style)).toEqual({ properties });
  });

  it('scales the type, and never below its own size', () => {
    expect(chosen({ dim_font_size: '16.8px' }).fontPercent).toBeCloseTo(120);
    expect(chosen({ dim_font_size: '13px' })).toEqual({ properties: {} });
  });

  it.each([
    { title: 'a background on which our texts fade', style: { color_background: '#8a8a8a' } },
    { title: 'a dark background in the light theme', style: { color_background: '#000000' } },
    {
      title: 'the faint highlight of the standard’s example',
      style: { color_highlight: '#69b5ce' },
    },
    { title: 'a text that fades', style: { color_text: '#777777' } },
    { title: 'a text that fades only on notices', style: { color_text: '#737373' } },
    { title: 'a colour by name', style: { color_text: 'black' } },
    { title: 'a colour that is see-through', style: { color_text: '#00000080' } },
    { title: 'a colour by rgba', style: { color_text: 'rgba(0, 0, 0, 1)' } },
    { title: 'an impossible colour', style: { color_text: 'rgb(0, 0, 256)' } },
    { title: 'an address in a colour', style: { color_background: 'url(https://x.test/a.png)' } },
    { title: 'a variable', style: { color_text: 'var(--color-paper)' } },
    { title: 'a value that ends its declaration', style: { color_text: '#000; background: red' } },
    { title: 'an address in the fonts', style: { font_family_body: 'url(//x.test/f.woff2)' } },
    { title: 'a font that ends its declaration', style: { font_family_body: 'a; color: red' } },
    { title: 'an enormous radius', style: { dim_border_radius: '900px' } },
    { title: 'a radius in other units', style: { dim_border_radius: '1em' } },
    { title: 'a computed radius', style: { dim_border_radius: 'calc(1px)' } },
    { title: 'enormous type', style: { dim_font_size: '90px' } },
    {
      title: 'values that are no text',
      style: { color_text: 1, dim_font_size: {}, font_family_body: [] },
    },
    { title: 'a list', style: [] },
    { title: 'what is no JSON', style: '<html>' },
  ])('is left aside: $title', ({ style }) => {
    expect(chosen(style)).toEqual({ properties: {} });
  });

  it('does not undo the dark theme', () => {
    const style = {
      color_background: '#ffffff',
      color_text: '#000000',
      color_highlight: '#0b5a8f',
    };
    expect(chosen(style, dark)).toEqual({ properties: {} });
  });

  it('measures text against the background it brings', () => {
    const { properties } = chosen({ color_background: '#e3e6e8', color_text: '#303030' });
    const ground = properties['--color-ground'] ?? light('--color-ground');
    expect(contrast(properties['--color-text'] ?? '', ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('contrast', () => {
  it.each([
    { a: '#000000', b: '#ffffff', expected: 21 },
    { a: '#777777', b: '#ffffff', expected: 4.48 },
    { a: '#0a5aa8', b: '#0a5aa8', expected: 1 },
    { a: 'red', b: '#ffffff', expected: 1 },
  ])('of $a and $b is $expected', ({ a, b, expected }) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2);
  });
});
