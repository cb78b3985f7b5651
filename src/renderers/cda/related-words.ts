import type { CdaRelatedDocument } from '../../cda/cda-header.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { idWords } from './null-words.ts';

const RELATIONS: ReadonlyMap<string, readonly [row: MessageKey, sentence: MessageKey]> = new Map([
  ['RPLC', ['cda.related.RPLC', 'cda.header.replaces']],
  ['APND', ['cda.related.APND', 'cda.header.appends']],
  ['XFRM', ['cda.related.XFRM', 'cda.header.transforms']],
]);

/** What this document is to the other one; an unknown code as it stands. */
export function relationWords(typeCode: string | undefined): string | undefined {
  const keys = typeCode === undefined ? undefined : RELATIONS.get(typeCode);
  return keys === undefined ? typeCode : t(keys[0]);
}

/** One sentence on another version of this document, which is named by whatever the author says of it. */
export function relatedSentence(related: CdaRelatedDocument): string {
  const { typeCode, version, text } = related;
  const ids = related.ids.map(idWords).filter((id) => id !== undefined);
  const series = idWords(related.setId);
  const which = [
    ...ids,
    ...(ids.length === 0 && series !== undefined ? [t('cda.header.series', { id: series })] : []),
    ...(version === undefined ? [] : [t('cda.header.version', { version })]),
    ...(text === undefined ? [] : [text]),
  ].join(', ');
  const sentence = RELATIONS.get(typeCode ?? '')?.[1];
  if (sentence !== undefined) return t(sentence, { id: which, known: which === '' ? 'no' : 'yes' });
  const id = [which, typeCode ?? ''].filter((part) => part !== '').join(', ');
  return t('cda.header.related', { id, known: id === '' ? 'no' : 'yes' });
}
