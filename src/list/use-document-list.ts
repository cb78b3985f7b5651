import { useDeferredValue, useMemo, useState } from 'react';
import type { DocumentsState } from '../documents/documents-state.ts';
import { documentTypes, filterDocuments } from '../documents/filter-documents.ts';
import { groupByMonth } from '../documents/group-by-month.ts';
import { locale, t } from '../messages/messages.ts';
import type { ClinicalDocument, DocumentStatusKind } from '../model/clinical-document.ts';
import { documentTitle } from '../model/document-words.ts';
import { formatMonth } from '../model/format-date.ts';
import type { PatientContext } from '../model/patient-context.ts';
import { checkSubjects } from './check-subjects.ts';
import { listItems, type GeneratedRow, type ListItem } from './list-items.ts';
import { isFiltered, noChoices, toFilter, type FilterChoices } from './filter-choices.ts';

/** The list as it is shown: what was loaded, checked against the patient, filtered, in order. */
export interface DocumentList {
  readonly choices: FilterChoices;
  readonly setChoices: (choices: FilterChoices) => void;
  readonly filtered: boolean;
  readonly types: readonly string[];
  readonly statuses: readonly DocumentStatusKind[];
  readonly items: readonly ListItem[];
  /** Documents in the order of the rows, for next and previous. */
  readonly ordered: readonly ClinicalDocument[];
  /** This patient's documents that were loaded, filters aside; generated ones not counted. */
  readonly total: number;
  readonly shown: number;
  readonly refused: number;
  readonly unclear: number;
  readonly withheld: number;
  /** What may be opened: listed documents and summaries that are ready. */
  readonly openable: readonly ClinicalDocument[];
}

export function useDocumentList(
  state: DocumentsState,
  generated: readonly GeneratedRow[],
  patient: PatientContext,
  encounter: string | undefined,
): DocumentList {
  const [choices, setChoices] = useState<FilterChoices>(noChoices);
  const text = useDeferredValue(choices.text);
  const { type, date, from, status, visit } = choices;
  const { documents } = state;

  const checked = useMemo(() => checkSubjects(documents, patient), [documents, patient]);
  const shown = useMemo(() => {
    const filter = toFilter({ text, type, date, from, status, visit }, encounter);
    return filterDocuments(checked.listed, filter, documentTitle);
  }, [checked, text, type, date, from, status, visit, encounter]);
  const items = useMemo(() => {
    const groups = groupByMonth(shown).map(({ month, documents }) => ({
      label: month === undefined ? t('list.undated') : formatMonth(month, locale()),
      documents,
    }));
    return listItems(generated, t('list.generated'), groups);
  }, [generated, shown]);
  const types = useMemo(() => documentTypes(checked.listed).map((each) => each.type), [checked]);
  const statuses = useMemo(
    () => [...new Set(checked.listed.map((document) => document.status.kind))],
    [checked],
  );
  const openable = useMemo(
    () => [
      ...generated.flatMap(({ document, state }) => (state.kind === 'ready' ? [document] : [])),
      ...checked.listed,
    ],
    [generated, checked],
  );
  const ordered = useMemo(
    () =>
      items.flatMap((item) =>
        item.kind === 'row' && (item.making === undefined || item.making.kind === 'ready')
          ? [item.document]
          : [],
      ),
    [items],
  );
  return {
    choices,
    setChoices,
    filtered: isFiltered(choices),
    types,
    statuses,
    items,
    ordered,
    total: checked.listed.length,
    shown: shown.length,
    refused: checked.refused,
    unclear: checked.unclear,
    withheld: checked.withheld,
    openable,
  };
}
