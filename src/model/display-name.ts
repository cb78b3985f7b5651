import type { PatientIdentity, PatientName } from './patient-context.ts';

/** A person bears several names at a time; this is the order in which one is shown. */
const usesInOrder = [
  'official',
  'usual',
  undefined,
  'temp',
  'nickname',
  'anonymous',
  'maiden',
  'old',
];

/** The name to show, as the server spells it ("NANCY SMART"); undefined where there is none. */
export function displayName(identity: PatientIdentity): string | undefined {
  const inOrder = identity.names
    .map((name) => ({ text: nameText(name), rank: rankOf(name.use) }))
    .filter((name) => name.text !== '')
    .toSorted((a, b) => a.rank - b.rank);
  return inOrder[0]?.text;
}

/** Given names, family name, suffix; the server's own text where it gives no parts. */
export function nameText(name: PatientName): string {
  const parts = [...name.given, ...name.family].map((part) => part.trim()).filter(Boolean);
  if (parts.length === 0) return name.text?.trim() ?? '';
  return [...parts, ...name.suffix].join(' ');
}

function rankOf(use: string | undefined): number {
  const rank = usesInOrder.indexOf(use);
  return rank === -1 ? usesInOrder.indexOf(undefined) : rank;
}
