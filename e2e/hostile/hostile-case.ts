/** What a hostile case is: data, told apart from how it is run. */

/** Ways in which a document can hurt the page that shows it; each is seen by a probe or by the page's events. */
export type Harm =
  /** Its code ran: a console line, a dialog, a mark in a window. */
  | 'script'
  /** A request that its own server did not ask for: the sink was reached. */
  | 'request'
  /** The page, a frame or a new window went elsewhere. */
  | 'navigation'
  /** Something of it lies over our controls. */
  | 'cover'
  /** Our controls look different or stand elsewhere. */
  | 'restyle'
  /** A name that the page's code may ask for means an element of it. */
  | 'clobber'
  /** It took the keyboard. */
  | 'focus'
  /** It offers something to type into or to press. */
  | 'field'
  /** Words that are not in its text are painted. */
  | 'spoof'
  /** It is the taller the taller its window is: a window that follows it grows for ever. */
  | 'growth';

/** What the reader does with an open document; texts are found in the document, keys go to the focused element. */
export type Act =
  | { readonly click: string; readonly button?: 'middle'; readonly holding?: 'Control' | 'Shift' | 'Meta' }
  | { readonly hover: string }
  | { readonly press: string }
  | { readonly dragToSearch: string }; // prettier-ignore

export interface HostileCase {
  /** Unique; letters, digits and hyphens: it is part of addresses and of a regular expression. */
  readonly id: string;
  readonly class: string;
  readonly title: string;
  /**
   * The document or a part of one. `{{sink}}` is an address (with the case's id) of the server that nobody may ask,
   * `{{host}}` its host and port, `{{id}}` the case's id, `{{pwn}}` an expression without quotes or spaces that tells
   * that it was run.
   */
  readonly html: string;
  /** How `html` becomes bytes; UTF-8 if not said. Such a case is a document of its own, not part of a page. */
  readonly encoding?: 'utf-8-bom' | 'utf-16le-bom' | 'utf-16be-bom' | 'latin-1';
  /** Text that must be read whatever becomes of the rest. */
  readonly harmless: string;
  readonly act?: readonly Act[];
  /** What the unprotected control shows, or why this browser lets nothing happen. */
  readonly control: { readonly harm: Harm } | { readonly immune: string };
}

/** Gives each case its class. */
export const ofClass = (
  name: string,
  cases: readonly Omit<HostileCase, 'class'>[],
): readonly HostileCase[] => cases.map((one) => ({ ...one, class: name }));

/** What the document does by itself. */
export const withoutActs = (one: HostileCase): HostileCase => ({ ...one, act: [] });

/** `html` with its placeholders filled for the sink at `sinkUrl` (no trailing slash). */
export function fillIn(html: string, id: string, sinkUrl: string): string {
  const values: Readonly<Record<string, string>> = {
    sink: `${sinkUrl}/${id}`,
    host: new URL(sinkUrl).host,
    id,
    pwn: pwn(id),
  };
  return html.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Runs anywhere: console lines reach the test from every frame, also from one that cannot see ours. */
export const pwn = (id: string): string => `self.__pwned=1,console.log(/pwned-${id}-/)`;

/** The case's bytes as a server would send them. */
export function bytesOf(html: string, encoding: HostileCase['encoding']): Buffer {
  switch (encoding) {
    case undefined:
      return Buffer.from(html);
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${html}`);
    case 'utf-16le-bom':
      return Buffer.from(`\uFEFF${html}`, 'utf16le');
    case 'utf-16be-bom':
      return Buffer.from(`\uFEFF${html}`, 'utf16le').swap16();
    case 'latin-1':
      return Buffer.from(html, 'latin1');
  }
}
