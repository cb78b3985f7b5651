import { useEffect, useMemo, useRef } from 'react';
import { findDocument } from '../documents/find-document.ts';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import type { OpenDocument } from './open-document.ts';

/**
 * Opens the first listed document that the launch named, once, as soon as the list has it and as long as the
 * person opened none. True where the list is complete and has none of them.
 *
 * @param wanted empty where the launch named none, or the page is no new launch
 */
export function useNamedDocument(
  wanted: readonly DocumentId[],
  list: { readonly openable: readonly ClinicalDocument[]; readonly isComplete: boolean },
  openDocument: OpenDocument,
): boolean {
  const { openable, isComplete } = list;
  const isDone = useRef(false);
  const found = useMemo(
    () => wanted.map((id) => findDocument(openable, id)).find((document) => document !== undefined),
    [wanted, openable],
  );
  useEffect(
    function openIt() {
      if (isDone.current || found === undefined) return;
      isDone.current = true;
      if (openDocument.get() === undefined) openDocument.open(found.id);
    },
    [found, openDocument],
  );
  return wanted.length > 0 && isComplete && found === undefined;
}
