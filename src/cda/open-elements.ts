/** The elements that are open while a source is mended, and how they are closed where nothing closes them. */
import { localName } from './find-markup.ts';
import { holdsWriting, MAX_RAW_OPEN } from './raw-less-than.ts';
import type { XmlSink } from './xml-sink.ts';

export interface OpenElements {
  depth(): number;
  /** The name of the innermost; '' outside of the document. */
  innermost(): string;
  /** Whether people write here: a `<` may be their own. */
  written(): boolean;
  /** Whether one more element that may be none is taken for one. */
  takesDoubtful(): boolean;
  /** `raw` is the start tag in the source, where it will turn out to be text if nothing closes it. */
  push(name: string, raw: string | undefined): void;
  /** The open element that an end tag of this name closes, whatever case it is in; -1 is none. */
  depthOf(name: string): number;
  /** Closes the element at `depth` by its end tag from `start` to `end`, and first what is open inside of it. */
  closeTo(depth: number, start: number, end: number): void;
  /** Nothing more comes. */
  closeAll(at: number): void;
}

export function createOpenElements(sink: XmlSink): OpenElements {
  const names: string[] = [];
  /** Beside each name its start tag, where it may be text. */
  const raws: (string | undefined)[] = [];
  let rawOpen = 0;
  /** `names.length` inside the outermost element in which people write; 0 outside of one. */
  let writtenDepth = 0;

  /** Closes the innermost element; `closed` by an end tag of its own. */
  function pop(closed: boolean, start: number, end: number): void {
    const name = names.pop() ?? '';
    const raw = raws.pop();
    if (raw !== undefined) rawOpen -= 1;
    if (names.length < writtenDepth) writtenDepth = 0;
    if (!closed && raw !== undefined) {
      sink.repair('rawLessThan');
      sink.unclosed(raw);
    } else if (!closed) {
      sink.repair('misnested');
    }
    sink.tag(`</${name}>`, start, end);
  }

  return {
    depth: () => names.length,
    innermost: () => names.at(-1) ?? '',
    written: () => writtenDepth > 0,
    takesDoubtful: () => rawOpen < MAX_RAW_OPEN,
    push(name, raw) {
      names.push(name);
      raws.push(raw);
      if (raw !== undefined) rawOpen += 1;
      if (writtenDepth === 0 && holdsWriting(localName(name))) writtenDepth = names.length;
    },
    depthOf(name) {
      const depth = names.lastIndexOf(name);
      if (depth >= 0) return depth;
      const lower = name.toLowerCase();
      return names.findLastIndex((other) => other.toLowerCase() === lower);
    },
    closeTo(depth, start, end) {
      while (names.length > depth + 1) pop(false, start, start);
      pop(true, start, end);
    },
    closeAll(at) {
      while (names.length > 0) {
        const raw = raws.pop();
        if (raw !== undefined) {
          sink.repair('rawLessThan');
          sink.unclosed(raw);
        }
        sink.tag(`</${names.pop() ?? ''}>`, at, at);
      }
    },
  };
}
