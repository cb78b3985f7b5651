import type { CdaSection, EntryIndex } from './cda-document.ts';
import type { CdaParticipation } from './cda-header.ts';
import { createEntryLedger, type EntryLedger } from './entry-ledger.ts';
import type { Narrative } from './narrative.ts';
import type { NarrativeReader } from './narrative-reader.ts';
import { inMarked, markedOf, readChildren } from './narrative-reader.ts';
import { hasWords } from './narrative-words.ts';
import { holdsNoData, titleStates } from './no-data.ts';
import { readCode } from './read-data-types.ts';
import { readEntryFacts, textOfIds } from './read-entry-facts.ts';
import { readMedia } from './read-media.ts';
import { readParticipation } from './read-participation.ts';
import { textsOf } from './stray-narrative.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  present,
  wordsOf,
  type XmlElement,
} from './xml-element.ts';

/** What the parser noted of a section while it was read. */
export interface SectionNotes {
  readonly entries: readonly EntryIndex[];
  readonly media: readonly XmlElement[];
  readonly source: EntryIndex;
}

/** One section with all nested ones. `key` is its position. */
export function readSection(
  element: XmlElement,
  key: string,
  notes: (section: XmlElement) => SectionNotes,
  reader: NarrativeReader,
): CdaSection {
  const nodesBefore = reader.nodes;
  const title = childOf(element, 'title');
  const titleNodes =
    title === undefined ? undefined : inMarked(markedOf(title), readChildren(title, reader));
  const narrative = readText(element, reader);
  const ledger = createEntryLedger();
  const code = readCode(childOf(element, 'code'), ledger);
  const { entries, media, source } = notes(element);
  const narrativeEmpty = narrative === undefined || !narrative.some(hasWords);
  const sections = childrenOf(element, 'component')
    .flatMap((component) => childrenOf(component, 'section'))
    .concat(childrenOf(element, 'section'))
    .map((section, index) => readSection(section, `${key}.${index + 1}`, notes, reader));
  const silent =
    entries.length === 0 &&
    (narrativeEmpty ? !titleStates(wordsOf(title) ?? '') : holdsNoData(narrative));
  return present({
    key,
    id: attributeOf(element, 'ID'),
    title: titleNodes?.some(hasWords) === true ? titleNodes : undefined,
    titleText: wordsOf(title) ?? code?.text ?? code?.code,
    code,
    confidentiality: readCode(childOf(element, 'confidentialityCode'), ledger),
    language: attributeOf(childOf(element, 'languageCode'), 'code'),
    narrativeId: attributeOf(childOf(element, 'text'), 'ID'),
    narrative,
    narrativeEmpty,
    withoutContent: silent && sections.every((section) => section.withoutContent),
    entries,
    facts: narrativeEmpty ? readEntryFacts(childrenOf(element, 'entry'), textOfIds(element)) : [],
    media: readMedia(media),
    participations: sectionParticipations(element, ledger),
    sections,
    source,
    weight: reader.nodes - nodesBefore,
  });
}

function readText(element: XmlElement, reader: NarrativeReader): Narrative[] | undefined {
  const texts = textsOf(element);
  if (texts.length === 0) return undefined;
  return texts.flatMap((text) => {
    // Its id is the narrative's own place on the page.
    const { id: _, ...marked } = markedOf(text);
    const children = readChildren(text, reader);
    if (Object.keys(marked).length === 0) return children;
    const styles = [...new Set([...(marked.styles ?? []), 'block' as const])];
    return [{ kind: 'content', ...marked, styles, children }];
  });
}

function sectionParticipations(element: XmlElement, ledger: EntryLedger): CdaParticipation[] {
  return (['author', 'informant', 'subject'] as const).flatMap((role) =>
    childrenOf(element, role).map((child) => readParticipation(role, child, ledger)),
  );
}
