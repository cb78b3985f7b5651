import { useSyncExternalStore } from 'react';
import { useCdaDocument, type CdaContext } from './cda-context.ts';

/**
 * What the document says of an id, from any place that has been read: a picture or a footnote may stand in a
 * later section than the words that name it. `read` answers the same value until there is another.
 */
export function useReference<T>(read: (document: CdaContext) => T): T {
  const document = useCdaDocument();
  return useSyncExternalStore(document.onReferences, () => read(document));
}
