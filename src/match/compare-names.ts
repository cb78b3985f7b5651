import type { PatientName } from '../model/patient-context.ts';
import type { MatchReason } from './match-result.ts';

export interface NameComparison {
  /** A family name token and the first given name of one name on each side agree. */
  readonly sameName: boolean;
  /** Over all names of both sides. */
  readonly family: 'agrees' | 'differs' | 'missing';
  readonly reasons: readonly MatchReason[];
}

interface NameTokens {
  readonly family: readonly string[];
  readonly given?: string;
}

/** Case, accents, order and prefixes do not count; initials are no names. */
export function compareNames(a: readonly PatientName[], b: readonly PatientName[]): NameComparison {
  const left = a.flatMap(readTokens);
  const right = b.flatMap(readTokens);
  const familyKnown = [left, right].every((names) => names.some(({ family }) => family.length > 0));
  if (!familyKnown) return { sameName: false, family: 'missing', reasons: ['nameMissing'] };
  let familyAgrees = false;
  let sameName = false;
  for (const one of left) {
    for (const other of right) {
      if (!one.family.some((token) => other.family.includes(token))) continue;
      familyAgrees = true;
      if (one.given !== undefined && one.given === other.given) sameName = true;
    }
  }
  return {
    sameName,
    family: familyAgrees ? 'agrees' : 'differs',
    reasons: [
      familyAgrees ? 'familyNameEqual' : 'familyNameDiffers',
      sameName ? 'givenNameEqual' : 'givenNameDiffers',
    ],
  };
}

const TITLES = new Set(
  'mr mrs ms miss dr prof sir dame rev herr frau mme m jr sr ii iii iv md phd'.split(' '),
);
const PARTICLES = new Set(
  'van von der den de del della di da dos das du la le el al bin ibn ter ten st'.split(' '),
);

function readTokens(name: PatientName): NameTokens[] {
  const family = name.family.flatMap(tokensOf).filter((token) => !PARTICLES.has(token));
  const given = name.given.flatMap(tokensOf)[0];
  if (family.length === 0 && given === undefined) return tokensOfText(name.text);
  return [{ family: family.filter(isName), ...firstGiven(given) }];
}

/** A name without parts: "FAMILY, GIVEN" by its comma, else the last word is the family name. */
function tokensOfText(text: string | undefined): NameTokens[] {
  if (text === undefined) return [];
  const comma = text.indexOf(',');
  if (comma > 0) {
    const family = tokensOf(text.slice(0, comma)).filter((token) => !PARTICLES.has(token));
    return [{ family: family.filter(isName), ...firstGiven(tokensOf(text.slice(comma + 1))[0]) }];
  }
  const words = tokensOf(text);
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return [];
  return [{ family: [last].filter(isName), ...firstGiven(words[0]) }];
}

const firstGiven = (token: string | undefined): { given?: string } =>
  token !== undefined && isName(token) ? { given: token } : {};

/** An initial says too little; a name of one letter outside Latin script is a whole name. */
const isName = (token: string): boolean =>
  [...token].length > 1 || !/^[a-z\u00c0-\u024f]$/.test(token);

/** Lower case without accents, cut at everything that is neither letter nor digit, titles left out. */
function tokensOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’`´]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((token) => token !== '' && !TITLES.has(token));
}
