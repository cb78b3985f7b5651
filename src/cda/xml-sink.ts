import type { RepairKind } from './cda-document.ts';

/** What takes the tags and the text of a source that is being mended. */
export interface XmlSink {
  /** Well-formed character data: `&` and `<` only as references. */
  text(escaped: string): void;
  /** One complete tag, end tags always matched; `start` and `end` are offsets in the source text. */
  tag(markup: string, start: number, end: number): void;
  /** The element that the next end tag closes was none: its start tag, as it stands in the source, is text. */
  unclosed(raw: string): void;
  doctype(): void;
  repair(kind: RepairKind): void;
}
