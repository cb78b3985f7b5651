import type { FactValue } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { attributeOf, childOf, isElement, present, type XmlElement } from './xml-element.ts';

/** So many letters of base64 without a blank are no words, whatever the author calls them. */
const BLOB = /^[A-Za-z0-9+/_-]{200,}={0,2}$/;

/** HL7 `ED`: its text, or what kind of file it is; base64 is never shown as text. */
export function readFile(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const mediaType = attributeOf(element, 'mediaType')?.toLowerCase();
  const reference = childOf(element, 'reference');
  const target = attributeOf(reference, 'value');
  const text = ledger.words(element);
  const encoded = attributeOf(element, 'representation')?.toUpperCase() === 'B64';
  if (text !== undefined && !encoded && !isBlob(element)) return { kind: 'words', text };
  if (text !== undefined) {
    const plain =
      encoded && (mediaType ?? 'text/plain') === 'text/plain' ? decoded(text) : undefined;
    return plain === undefined
      ? present({ kind: 'file' as const, mediaType })
      : { kind: 'words', text: plain };
  }
  if (target === undefined || target === '#') return undefined;
  ledger.attribute(reference, 'value');
  const found = target.startsWith('#') ? ledger.textAt(target.slice(1)) : undefined;
  if (found !== undefined) return { kind: 'words', text: found };
  // A place inside the document at which nothing stands.
  return target.startsWith('#') ? undefined : present({ kind: 'file' as const, mediaType, target });
}

/** Whether the text directly inside is base64 and no words. */
export const isBlob = (element: XmlElement): boolean => {
  let text = '';
  for (const node of element.children) if (!isElement(node)) text += node;
  const lines = text.trim().split(/\s+/);
  return lines.slice(0, -1).every((line) => line.length >= 60) && BLOB.test(lines.join(''));
};

function decoded(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s+/g, '')), (letter) =>
      letter.charCodeAt(0),
    );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
