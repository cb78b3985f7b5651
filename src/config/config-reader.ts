import { isRecord } from '../shared/json.ts';
import type { ConfigProblem } from './config.ts';

type Found<T> = { readonly problem: ConfigProblem['problem'] } | { readonly value: T };

/** Reads one value: the value, or what is wrong with it. */
export type Check<T> = (value: unknown, key: string, problems: ConfigProblem[]) => Found<T>;

const wrongType = (expected: string) => ({ problem: { kind: 'wrongType', expected } }) as const;
const wrongValue = (expected: string) => ({ problem: { kind: 'wrongValue', expected } }) as const;

/** A non-empty string that passes `accept`, which may also rewrite it; undefined refuses it. */
export function text(
  expected: string,
  accept: (value: string) => string | undefined = (value) => value,
): Check<string> {
  return (value) => {
    if (typeof value !== 'string') return wrongType(expected);
    const accepted = value.trim() === '' ? undefined : accept(value);
    return accepted === undefined ? wrongValue(expected) : { value: accepted };
  };
}

/** One of a fixed set of words. */
export function oneOf<T extends string>(...words: readonly T[]): Check<T> {
  const expected = words.map((word) => `"${word}"`).join(', ');
  return (value) => {
    const found = words.find((word) => word === value);
    if (found !== undefined) return { value: found };
    return typeof value === 'string' ? wrongValue(expected) : wrongType(expected);
  };
}

/** A finite number of at least 0. */
export const minutes: Check<number> = (value) => {
  if (typeof value !== 'number') return wrongType('a number of minutes');
  return Number.isFinite(value) && value >= 0 ? { value } : wrongValue('a number of at least 0');
};

export const trueOrFalse: Check<boolean> = (value) =>
  typeof value === 'boolean' ? { value } : wrongType('true or false');

/** An array whose items all pass `item`; each bad item is its own problem and is left out. */
export function listOf<T>(item: Check<T>): Check<readonly T[]> {
  return (value, key, problems) => {
    if (!Array.isArray(value)) return wrongType('a list');
    const values: T[] = [];
    for (const [index, entry] of value.entries()) {
      const itemKey = `${key}[${index}]`;
      const found = item(entry, itemKey, problems);
      if ('value' in found) values.push(found.value);
      else problems.push({ key: itemKey, problem: found.problem });
    }
    return { value: values };
  };
}

/** The keys of one JSON object, each asked for once; what nobody asked for is unknown. */
export class ConfigReader {
  readonly #asked = new Set<string>();

  constructor(
    private readonly object: Readonly<Record<string, unknown>>,
    private readonly prefix: string,
    private readonly problems: ConfigProblem[],
  ) {}

  /** The value of `key`, or `fallback` where it is absent or wrong (wrong values become problems). */
  optional<T, F>(key: string, check: Check<T>, fallback: F): T | F {
    this.#asked.add(key);
    const value = this.object[key];
    if (value === undefined) return fallback;
    const found = check(value, this.keyOf(key), this.problems);
    if ('value' in found) return found.value;
    this.problems.push({ key: this.keyOf(key), problem: found.problem });
    return fallback;
  }

  /** As `optional`, but absence is a problem too. */
  required<T, F>(key: string, check: Check<T>, fallback: F): T | F {
    if (this.object[key] === undefined) this.report(key, { kind: 'missing' });
    return this.optional(key, check, fallback);
  }

  /** A nested object, read by `read`; absent gives an empty one. */
  nested<T>(key: string, read: (reader: ConfigReader) => T): T {
    this.#asked.add(key);
    const value = this.object[key];
    const isUsable = value === undefined || isRecord(value);
    if (!isUsable) this.report(key, { kind: 'wrongType', expected: 'an object' });
    const reader = new ConfigReader(
      isRecord(value) ? value : {},
      `${this.keyOf(key)}.`,
      this.problems,
    );
    const result = read(reader);
    reader.refuseUnknownKeys();
    return result;
  }

  has(key: string): boolean {
    return this.object[key] !== undefined;
  }

  report(key: string, problem: ConfigProblem['problem']): void {
    this.problems.push({ key: this.keyOf(key), problem });
  }

  refuseUnknownKeys(): void {
    for (const key of Object.keys(this.object)) {
      if (!this.#asked.has(key)) this.report(key, { kind: 'unknownKey' });
    }
  }

  private keyOf(key: string): string {
    return `${this.prefix}${key}`;
  }
}

/** A list of objects, each read by `read`. */
export function listOfObjects<T>(read: (reader: ConfigReader) => T): Check<readonly T[]> {
  return listOf((value, key, problems) => {
    if (!isRecord(value)) return wrongType('an object');
    const reader = new ConfigReader(value, `${key}.`, problems);
    const result = read(reader);
    reader.refuseUnknownKeys();
    return { value: result };
  });
}
