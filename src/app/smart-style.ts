/**
 * What an EHR asks its apps to look like (SMART App Launch 2.2, `smart_style_url`): a stranger's values, so
 * only plain colours, lengths and font names are taken, and no colour that would make something hard to read.
 */
import { isRecord, parseJson, textOf } from '../shared/json.ts';

/** Values of this page's own design tokens, `--color-text` and so on, as the present theme has them. */
export type Tokens = (name: string) => string;

/** Custom properties to set, and the size of the page's type in percent. */
export interface ChosenStyle {
  readonly properties: Readonly<Record<string, string>>;
  readonly fontPercent?: number;
}

const TEXT_CONTRAST = 4.5;
const LINE_CONTRAST = 3;
const OWN_FONT_SIZE = 14;
const LARGEST_FONT_SIZE = 20;
const LARGEST_RADIUS = 16;

/** What lies under texts, beside the page's ground. */
const papers = ['--color-paper', '--color-hover'];
const noticeGrounds = ['--color-accent-ground', '--color-warning-ground', '--color-danger-ground'];
/** Texts that stand on the ground. */
const texts = [
  '--color-text',
  '--color-text-quiet',
  '--color-accent',
  '--color-warning',
  '--color-danger',
  '--color-success',
];

/** The part of `json` that may be used with `tokens`; nothing at all where it is no style. */
export function chooseStyle(json: string, tokens: Tokens): ChosenStyle {
  const asked = parseJson(json);
  if (!isRecord(asked)) return { properties: {} };
  const colour = (key: string): string | undefined => readColour(asked[key]);
  const present = (name: string): string => readColour(tokens(name)) ?? '';
  const fits = (candidate: string, others: readonly string[], least = TEXT_CONTRAST): boolean =>
    others.every((other) => contrast(candidate, other) >= least);

  const background = colour('color_background');
  const isGround =
    background !== undefined &&
    fits(background, texts.map(present)) &&
    fits(background, [present('--color-control-line')], LINE_CONTRAST);
  const ground = isGround ? background : present('--color-ground');
  const grounds = [ground, ...papers.map(present), ...noticeGrounds.map(present)];
  const asText = (key: string, under: readonly string[] = grounds): string | undefined => {
    const candidate = colour(key);
    return candidate !== undefined && fits(candidate, under) ? candidate : undefined;
  };
  const accent = asText('color_highlight');
  const onAccent = accent && ['#ffffff', '#0d1a27'].find((text) => fits(text, [accent]));

  const properties: Record<string, string | undefined> = {
    '--color-ground': isGround ? background : undefined,
    '--color-text': asText('color_text'),
    '--color-accent': onAccent && accent,
    '--color-accent-text': onAccent,
    '--color-danger': asText('color_error'),
    '--color-success': asText('color_success', [ground, ...papers.map(present)]),
    '--radius': readPixels(asked['dim_border_radius'], 0, LARGEST_RADIUS),
    '--font-body': readFonts(asked['font_family_body']),
  };
  const size = readPixels(asked['dim_font_size'], OWN_FONT_SIZE, LARGEST_FONT_SIZE);
  return {
    properties: Object.fromEntries(
      Object.entries(properties).filter((entry): entry is [string, string] => Boolean(entry[1])),
    ),
    ...(size !== undefined && { fontPercent: (100 * Number.parseFloat(size)) / OWN_FONT_SIZE }),
  };
}

/** `#abc`, `#aabbcc` or `rgb(1, 2, 3)` as `#aabbcc`; nothing see-through, no names, no functions. */
function readColour(value: unknown): string | undefined {
  const written = textOf(value)?.trim().toLowerCase() ?? '';
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(written);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  if (/^#[0-9a-f]{6}$/.test(written)) return written;
  const rgb = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(written);
  const parts = rgb?.slice(1).map(Number) ?? [];
  if (parts.length === 0 || parts.some((part) => part > 255)) return undefined;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function readPixels(value: unknown, least: number, most: number): string | undefined {
  const pixels = /^(\d{1,3}(?:\.\d{1,3})?)px$/.exec(textOf(value)?.trim() ?? '')?.[1];
  const size = pixels === undefined ? Number.NaN : Number(pixels);
  return size >= least && size <= most ? `${size}px` : undefined;
}

/** Names of fonts, each perhaps quoted; a font that is not installed costs nothing. */
function readFonts(value: unknown): string | undefined {
  const written = textOf(value)?.trim().replace(/;$/, '') ?? '';
  const name =
    /^(?:[A-Za-z][A-Za-z0-9 -]{0,60}|'[A-Za-z][A-Za-z0-9 -]{0,60}'|"[A-Za-z][A-Za-z0-9 -]{0,60}")$/;
  const names = written.split(',').map((font) => font.trim());
  return names.length <= 10 && names.every((font) => name.test(font))
    ? names.join(', ')
    : undefined;
}

/** WCAG 2.2 contrast of two `#aabbcc`, 1 to 21; 1 for what is no colour. */
export function contrast(a: string, b: string): number {
  const [one, two] = [luminance(a), luminance(b)];
  if (one === undefined || two === undefined) return 1;
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

function luminance(colour: string): number | undefined {
  const parts = /^#(..)(..)(..)$/.exec(colour)?.slice(1);
  if (parts === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
