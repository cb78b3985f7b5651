/**
 * A CDA document from bytes to a typed model, incrementally: the header as soon as the body begins, each
 * top-level section as it completes. What stands before it is known to be somebody's waits until somebody is
 * named or the document is over. Pure: no DOM, no clock but the one handed in; no input makes it throw.
 * One file, for all of it is the state of one pass.
 */
import { SaxesParser } from 'saxes';
import type { CdaEvent, CdaFailure, CdaNotice, EntryIndex, RepairKind } from './cda-document.ts';
import { createTextFeed } from './decode-text.ts';
import { createReadingLimits } from './reading-limits.ts';
import { createHeading } from './tell-heading.ts';
import { createXmlMender } from './mend-xml.ts';
import { readData } from './read-data-types.ts';
import { createNarrativeReader } from './read-narrative.ts';
import { readSection, type SectionNotes } from './read-section.ts';
import { createElementNames } from './element-names.ts';
import { canonicalAttributes, isNarrated } from './known-names.ts';
import { isStrayNarrative } from './stray-narrative.ts';
import { childrenOf, holdsText, isElement, type XmlElement } from './xml-element.ts';

export interface CdaParserOptions {
  /** The charset that came with the bytes. */
  readonly charset?: string;
  /** Milliseconds, any origin; without it there is no time limit. */
  readonly now?: () => number;
}

export interface CdaParser {
  /** False once the document has ended in a failure: more bytes change nothing. */
  write(bytes: Uint8Array): boolean;
  end(): void;
}

interface Noted {
  entries: EntryIndex[];
  media: XmlElement[];
  source: EntryIndex;
  /** Its author wrote narrative: entries are not carried. */
  narrated?: boolean;
}

/** Bytes after which the clock is looked at, however many come at once. */
const STRIDE = 256 * 1024;

const NOTHING_NOTED: SectionNotes = { entries: [], media: [], source: { start: 0, end: 0 } };

/** Starts parsing; `emit` is called synchronously from `write` and `end`. */
export function createCdaParser(
  options: CdaParserOptions,
  emit: (event: CdaEvent) => void,
): CdaParser {
  const feed = createTextFeed(options.charset);
  const repairs: Partial<Record<RepairKind, number>> = {};
  const notices = new Set<CdaNotice>();
  const reader = createNarrativeReader();
  const names = createElementNames(() => repair('undeclaredPrefix'));
  const noted = new Map<XmlElement, Noted>();
  const stack: XmlElement[] = [];
  let rootName: string | undefined;
  let root: XmlElement | undefined;
  const limits = createReadingLimits(options.now);
  let sectionCount = 0;
  const heading = createHeading({
    root: () => root,
    reading: () => stack.filter(({ name }) => name === 'recordTarget'),
    emit,
  });
  /** Open elements around the document, or behind it. */
  let outside = 0;
  /** Another document behind the first: read for whom it names, not shown. */
  let second = false;
  let ended = false;
  let tagStart = 0;
  let tagEnd = 0;
  /** The source of the start tag that the next end tag shows to be text. */
  let written: string | undefined;
  /** Depth inside an entry whose content is not kept; 0 outside. */
  let skipping = 0;

  function repair(kind: RepairKind): void {
    repairs[kind] = (repairs[kind] ?? 0) + 1;
  }

  function fail(failure: CdaFailure): void {
    if (ended) return;
    ended = true;
    heading.tellReadSoFar();
    emit({ kind: 'failed', failure, repairs });
  }

  const saxes = new SaxesParser({ xmlns: false, position: false, fragment: true });
  saxes.on('error', () => repair('badTag'));
  saxes.on('text', appendText);
  saxes.on('opentag', ({ name, attributes }) => openElement(name, attributes));
  saxes.on('closetag', closeElement);

  const mender = createXmlMender({
    text: (escaped) => void saxes.write(escaped),
    tag(markup, start, end) {
      tagStart = start;
      tagEnd = end;
      saxes.write(markup);
    },
    unclosed(raw) {
      written = raw;
    },
    doctype: () => notices.add('doctype'),
    repair,
  });

  function appendText(text: string): void {
    const parent = stack.at(-1);
    if (parent === undefined || skipping > 0 || text === '') return;
    const last = parent.children.length - 1;
    const before = parent.children[last];
    if (typeof before === 'string') parent.children[last] = before + text;
    else parent.children.push(text);
  }

  function openElement(qname: string, attributes: Record<string, string>): void {
    const outermost = stack.length === 0;
    const name = names.open(qname, attributes, outermost);
    limits.countElement(stack.length + skipping + outside);
    if (outermost && !beginsDocument(name)) {
      rootName ??= qname.slice(qname.indexOf(':') + 1);
      outside += 1;
      return;
    }
    const parent = stack.at(-1);
    if (skipping > 0 && name !== 'observationMedia' && name !== 'regionOfInterest') {
      skipping += 1;
      return;
    }
    const recased = isNarrated(name) && !qname.endsWith(name);
    const element: XmlElement = {
      name,
      attributes: recased ? canonicalAttributes(attributes) : attributes,
      children: [],
    };
    if (skipping > 0) {
      openMedia(element);
      return;
    }
    if (name === 'nonXMLBody') heading.beginBody();
    if (name === 'section') {
      limits.countSection();
      if (isStreamedSection()) heading.beginBody();
      noted.set(element, { entries: [], media: [], source: { start: tagStart, end: tagStart } });
    }
    if (name === 'observationMedia' || name === 'regionOfInterest') noteMedia(element);
    root ??= element;
    if (!isStreamed(element)) parent?.children.push(element);
    stack.push(element);
    if (name === 'entry' && parent?.name === 'section') {
      noted.get(parent)?.entries.push({ start: tagStart, end: tagStart });
      if (noted.get(parent)?.narrated === true) {
        skipping = 1;
        mender.skipInside();
      }
    }
  }

  /** A document in an envelope is read; of several the first is shown. */
  function beginsDocument(name: string): boolean {
    if (name !== 'ClinicalDocument') return false;
    if (root !== undefined) {
      second = true;
      notices.add('secondDocument');
    } else if (rootName !== undefined) {
      repair('leadingJunk');
    }
    return true;
  }

  // A media element inside a skipped entry is kept: narrative refers to it. The entry stays on the stack, so
  // that its depth is known; the media element is read as if it were the entry's own child.
  const resume: number[] = [];
  function openMedia(element: XmlElement): void {
    noteMedia(element);
    resume.push(skipping);
    skipping = 0;
    stack.push(element);
  }

  function noteMedia(element: XmlElement): void {
    const section = stack.findLast(({ name }) => name === 'section');
    if (section !== undefined) noted.get(section)?.media.push(element);
  }

  function closeElement(): void {
    names.close();
    const raw = written;
    written = undefined;
    if (skipping > 1) {
      skipping -= 1;
      return;
    }
    skipping = 0;
    const element = stack.pop();
    if (element === undefined) {
      outside = Math.max(0, outside - 1);
      return;
    }
    if (raw !== undefined) takeForText(element, raw);
    if (resume.length > 0 && isMedia(element) && !insideMedia()) skipping = resume.pop() ?? 0;
    if (element.name === 'entry') {
      const section = stack.at(-1);
      const entry = section === undefined ? undefined : noted.get(section)?.entries;
      const open = entry?.at(-1);
      if (entry !== undefined && open !== undefined)
        entry[entry.length - 1] = { start: open.start, end: tagEnd };
    }
    if (element.name === 'text') {
      const section = noted.get(stack.at(-1) ?? element);
      if (section !== undefined && holdsText(element)) section.narrated = true;
    }
    if (element.name === 'recordTarget' && !stack.some(({ name }) => name === 'entry'))
      heading.noteTarget(element);
    if (element.name === 'section') {
      const notes = noted.get(element);
      if (notes !== undefined) notes.source = { start: notes.source.start, end: tagEnd };
      if (isStreamedSection()) emitSection(element);
    }
    if (element.name === 'component' || element.name === 'structuredBody') emitStray(element);
    if (element.name === 'nonXMLBody') {
      for (const text of childrenOf(element, 'text')) {
        if (!second) heading.hand({ kind: 'nonXmlBody', body: readData(text) });
      }
    }
  }

  /** What was read as an element is text, and what was read inside of it stands behind. */
  function takeForText(element: XmlElement, raw: string): void {
    stack.at(-1)?.children.pop();
    appendText(raw);
    for (const child of element.children) {
      if (isElement(child)) stack.at(-1)?.children.push(child);
      else appendText(child);
    }
  }

  const isMedia = ({ name }: XmlElement): boolean =>
    name === 'observationMedia' || name === 'regionOfInterest';
  const insideMedia = (): boolean => stack.some(isMedia);

  /** Whether a section opened here has no section around it; well-formed or not, it is never lost. */
  const isStreamedSection = (): boolean => !stack.some(({ name }) => name === 'section');

  const isStreamed = (element: XmlElement): boolean =>
    element.name === 'section' && isStreamedSection();

  /** Narrative that an early end tag put outside of every section. */
  function emitStray(around: XmlElement): void {
    if (!isStreamedSection()) return;
    const children = around.children.filter(isStrayNarrative);
    if (children.length === 0) return;
    const text: XmlElement = { name: 'text', attributes: {}, children };
    heading.beginBody();
    emitSection({ name: 'section', attributes: {}, children: [text] });
  }

  function emitSection(element: XmlElement): void {
    if (second) return;
    sectionCount += 1;
    const section = readSection(
      element,
      String(sectionCount),
      (nested) => noted.get(nested) ?? NOTHING_NOTED,
      reader,
    );
    noted.clear();
    heading.hand({ kind: 'section', section });
  }

  function guarded(work: () => void): void {
    const failure = limits.guard(work);
    if (failure !== undefined) fail(failure);
  }

  function writeText(text: string): void {
    limits.countCharacters(text.length);
    mender.write(text);
  }

  return {
    write(bytes) {
      for (let at = 0; at < bytes.length; at += STRIDE) {
        if (!ended) guarded(() => writeText(feed.write(bytes.subarray(at, at + STRIDE))));
      }
      return !ended;
    },
    end() {
      if (ended) return;
      guarded(() => {
        writeText(feed.end());
        mender.end();
        heading.tell();
      });
      if (ended) return;
      if (feed.badBytes() > 0) repairs.badBytes = feed.badBytes();
      if (root === undefined) {
        fail(
          limits.characters() === 0
            ? { kind: 'empty' }
            : { kind: 'notCda', ...(rootName === undefined ? {} : { root: rootName }) },
        );
        return;
      }
      ended = true;
      emit({ kind: 'end', repairs, notices: [...notices] });
    },
  };
}
