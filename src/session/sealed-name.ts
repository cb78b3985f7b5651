/** What a frame's name holds: a launch's storage, sealed. No word of it stands in clear. */
import { isRecord, parseJson } from '../shared/json.ts';
import type { FrameKey } from './key-cookie.ts';
import { importKey, seal, unseal } from './seal.ts';

export interface SealedContents {
  /** The state key of the launch that these values are of. */
  readonly state: string;
  /** The launch's record, its FHIR base included, and what the app keeps beside it. */
  readonly values: ReadonlyMap<string, string>;
}

const MARK = 'dossier:';

export const isSealedName = (name: string): boolean => name.startsWith(MARK);

export async function sealName(
  key: CryptoKey,
  counter: number,
  { state, values }: SealedContents,
): Promise<string> {
  const text = JSON.stringify({ state, values: Object.fromEntries(values) });
  return MARK + (await seal(key, text, contextOf(counter)));
}

/** The contents that this key sealed as the write of its count; undefined for whatever else the name holds. */
export async function openName(name: string, key: FrameKey): Promise<SealedContents | undefined> {
  if (!isSealedName(name)) return undefined;
  const imported = await importKey(key.raw);
  const text = await unseal(imported, name.slice(MARK.length), contextOf(key.counter));
  return text === undefined ? undefined : parseContents(parseJson(text));
}

/** Authenticated with the contents: a value of another count does not open. */
const contextOf = (counter: number): string => `dossier launch 1, write ${counter}`;

function parseContents(json: unknown): SealedContents | undefined {
  if (!isRecord(json) || !isRecord(json['values'])) return undefined;
  const { state } = json;
  if (typeof state !== 'string') return undefined;
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(json['values'])) {
    if (typeof value !== 'string') return undefined;
    values.set(name, value);
  }
  return { state, values };
}
