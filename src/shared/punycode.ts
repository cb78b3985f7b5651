/** Host names as people read them: https://www.rfc-editor.org/rfc/rfc3492 decoded, never encoded. */

const base = 36;
const leastThreshold = 1;
const greatestThreshold = 26;
const skew = 38;
const damp = 700;
const highest = 0x10ffff;

/** `xn--…` labels of `host` decoded; a label that is no Punycode stays as it is. */
export const unicodeHost = (host: string): string =>
  host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');

function decodeLabel(encoded: string): string | undefined {
  if (encoded === '') return undefined;
  const dash = encoded.lastIndexOf('-');
  const points = Array.from(encoded.slice(0, Math.max(0, dash)), (c) => c.charCodeAt(0));
  let at = dash < 0 ? 0 : dash + 1;
  let point = 128;
  let bias = 72;
  let index = 0;
  while (at < encoded.length) {
    const before = index;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(encoded.charAt(at));
      at += 1;
      if (digit === undefined) return undefined;
      index += digit * weight;
      const threshold = Math.min(greatestThreshold, Math.max(leastThreshold, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
      if (index > highest * base || weight > Number.MAX_SAFE_INTEGER / base) return undefined;
    }
    const length = points.length + 1;
    bias = adapt(index - before, length, before === 0);
    point += Math.floor(index / length);
    if (point > highest) return undefined;
    index %= length;
    points.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function digitOf(character: string): number | undefined {
  if (/^[a-z]$/i.test(character)) return character.toLowerCase().charCodeAt(0) - 97;
  return /^\d$/.test(character) ? character.charCodeAt(0) - 48 + 26 : undefined;
}

function adapt(distance: number, length: number, isFirst: boolean): number {
  let delta = isFirst ? Math.floor(distance / damp) : distance >> 1;
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((base - leastThreshold) * greatestThreshold) >> 1; k += base)
    delta = Math.floor(delta / (base - leastThreshold));
  return k + Math.floor(((base - leastThreshold + 1) * delta) / (delta + skew));
}
