/** A hostile document that is a file of its own (CDA, PDF, mislabelled bytes): data, told apart from how it is run. */
import { fillIn, type Act, type Harm } from '../hostile-case.ts';

export type DocumentHarm =
  | Harm
  /** Another patient's words are shown. */
  | 'stranger'
  /** Words that are not its own run from right to left. */
  | 'reverse'
  /** It makes much more of itself than it is: markup, depth, pixels, work without end. */
  | 'burden';

export interface DocumentCase {
  /** Unique; letters, digits and hyphens: it is part of addresses and of a regular expression. */
  readonly id: string;
  readonly class: string;
  readonly title: string;
  /** As the record system's list declares it. */
  readonly contentType: string;
  /** `Content-Type` of the answer; default: `contentType`. */
  readonly servedAs?: string;
  /** Text with the placeholders of `hostile-case.ts`, or bytes made with them. */
  readonly body: string | ((fill: Fill) => Uint8Array | Promise<Uint8Array>);
  /** Must be readable in the app. */
  readonly harmless?: string;
  /** Must be said in the app: why less is shown than there is. */
  readonly says?: RegExp;
  /** Must not be shown. */
  readonly never?: string;
  readonly act?: readonly Act[];
  /** What the unprotected control shows, or why this browser lets nothing happen. */
  readonly control:
    | { readonly harm: DocumentHarm; readonly way?: ControlWay }
    | { readonly immune: string; readonly way?: ControlWay };
}

/** `reader`: a reader of the kind that advisories were written about; `browser`: the address itself, opened. */
export type ControlWay = 'reader' | 'browser';

export type Fill = (text: string) => string;

export const fillFor =
  (id: string, sinkUrl: string): Fill =>
  (text) =>
    fillIn(text, id, sinkUrl);

/** The bytes that the server sends; made once, for some are long in the making. */
export function bodyOf(one: DocumentCase, sinkUrl: string): Promise<Uint8Array> {
  const known = made.get(one);
  if (known?.sinkUrl === sinkUrl) return known.bytes;
  const fill = fillFor(one.id, sinkUrl);
  const { body } = one;
  const bytes = Promise.resolve(
    typeof body === 'string' ? new TextEncoder().encode(fill(body)) : body(fill),
  );
  made.set(one, { sinkUrl, bytes });
  return bytes;
}

const made = new WeakMap<
  DocumentCase,
  { readonly sinkUrl: string; readonly bytes: Promise<Uint8Array> }
>();

/** Gives each case its class and what all have in common. */
export const ofClass = (
  name: string,
  common: Pick<DocumentCase, 'contentType'>,
  cases: readonly (Omit<DocumentCase, 'class' | 'contentType'> & {
    readonly contentType?: string;
  })[],
): readonly DocumentCase[] => cases.map((one) => ({ ...common, ...one, class: name }));

/** The names of the classes, in the order of the cases. */
export const classesOf = (cases: readonly DocumentCase[]): readonly string[] => [
  ...new Set(cases.map((one) => one.class)),
];

/** What was seen, by the harm it is; nothing at all is `{}`. */
export type Done = Readonly<Partial<Record<DocumentHarm | 'unreadable', readonly string[]>>>;

/** All of them, without repetitions; what is empty is left out. */
export function gather(...all: readonly Done[]): Done {
  const gathered = new Map<string, Set<string>>();
  for (const done of all)
    for (const [harm, told] of Object.entries(done)) {
      const known = gathered.get(harm) ?? new Set<string>();
      for (const one of told) gathered.set(harm, known.add(one));
    }
  return Object.fromEntries([...gathered].map(([harm, told]) => [harm, [...told]]));
}
