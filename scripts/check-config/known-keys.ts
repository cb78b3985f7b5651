import type { Config, IssuerConfig } from '../../src/config/config.ts';

type Keys<T> = Readonly<Record<keyof T, true>>;

// Typed by the configuration itself: a key that is added or taken away there does not compile here.
const topKeys: Keys<Config> = {
  version: true,
  issuers: true,
  frameAncestors: true,
  demo: true,
  locale: true,
  texts: true,
  idleLockMinutes: true,
  graceMinutes: true,
};
const issuerKeys: Keys<IssuerConfig> = {
  name: true,
  clientId: true,
  iss: true,
  issPattern: true,
  tenants: true,
  launch: true,
  scopes: true,
  pkce: true,
  authOrigins: true,
  styleOrigins: true,
  resourcePrefixes: true,
  mpages: true,
};
const prefixKeys: Keys<IssuerConfig['resourcePrefixes'][number]> = { url: true, sendToken: true };
const graceKeys: Keys<Config['graceMinutes']> = { ehr: true, standalone: true };

/** The keys that may stand beside the one at `path`. */
export function keysBeside(path: string): readonly string[] {
  if (/^issuers\[\d+\]\.resourcePrefixes\[\d+\]\./.test(path)) return Object.keys(prefixKeys);
  if (/^issuers\[\d+\]\./.test(path)) return Object.keys(issuerKeys);
  return Object.keys(path.startsWith('graceMinutes.') ? graceKeys : topKeys);
}

/** The word of `known` that `word` was most likely meant to be; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, steps: steps(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.steps - b.steps);
  const [best] = ranked;
  return best !== undefined && best.steps <= Math.max(2, word.length / 3)
    ? best.candidate
    : undefined;
}

/** Letters to add, drop or change (Levenshtein). */
function steps(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
