/**
 * Tells the header as soon as somebody is named, and again where it has grown. What the body says before that waits:
 * whose it is must be known first.
 */
import type { CdaEvent } from './cda-document.ts';
import { readHeader } from './read-header.ts';
import { isElement, type XmlElement } from './xml-element.ts';

export interface Heading {
  /** A `recordTarget` that was read, wherever it stands, entries excepted. */
  noteTarget(target: XmlElement): void;
  beginBody(): void;
  /** Behind the header. */
  hand(event: CdaEvent): void;
  /** The document is over. */
  tell(): void;
  /** A document that ends early still says whose it is: the source text of another patient's must not be shown. */
  tellReadSoFar(): void;
}

interface HeadingOptions {
  readonly root: () => XmlElement | undefined;
  /** `recordTarget`s that are still open. */
  readonly reading: () => readonly XmlElement[];
  readonly emit: (event: CdaEvent) => void;
}

export function createHeading({ root, reading, emit }: HeadingOptions): Heading {
  const targets: XmlElement[] = [];
  let bodyBegun = false;
  let told = false;
  let partsTold = 0;
  let lateTargetTold = false;
  /** What the body said before anybody was named. */
  const held: CdaEvent[] = [];

  /** Parts of the header that have been read. */
  function countParts(): number {
    const parts = root()?.children.filter((node) => isElement(node) && node.name !== 'component');
    return (parts?.length ?? 0) + targets.length;
  }

  function tell(): void {
    const document = root();
    const parts = countParts();
    if (document === undefined || (told && parts === partsTold)) return;
    told = true;
    partsTold = parts;
    emit({ kind: 'header', header: readHeader(document, [...targets, ...reading()]) });
    for (const event of held.splice(0)) emit(event);
  }

  return {
    noteTarget(target) {
      targets.push(target);
      if (!bodyBegun) return;
      // Named behind what is shown already: compared at once, those that follow at the end.
      if (!told || !lateTargetTold) tell();
      lateTargetTold = true;
    },
    beginBody() {
      bodyBegun = true;
      if (targets.length > 0 && !told) tell();
    },
    hand(event) {
      if (told) emit(event);
      else held.push(event);
    },
    tell,
    tellReadSoFar() {
      try {
        tell();
      } catch {
        // What fails here has failed already: nobody is named.
      }
    },
  };
}
