/** Loads the list: both searches at once, rows as each page arrives. Knows nothing of how it is shown. */
import { createStore, type Observable } from '../shared/observable.ts';
import type { FhirError } from '../fhir/fhir-error.ts';
import type { FhirReader } from '../fhir/fhir-reader.ts';
import { mapDocument } from '../fhir/map-document.ts';
import { mappingContext } from '../fhir/mapping-context.ts';
import type { DocumentsState, SearchName, SearchState } from './documents-state.ts';
import { createMerge } from './merge-documents.ts';

export interface DocumentsLoad {
  readonly state: Observable<DocumentsState>;
  /** Goes on with a search that failed or stopped, from the page that failed. */
  retry(search: SearchName): void;
  /** Both searches once more, from the beginning: links to documents may have changed. */
  reload(): void;
  /** Ends both searches; what came stays. */
  cancel(): void;
}

const searchNames: readonly SearchName[] = ['DiagnosticReport', 'DocumentReference'];

/** The vendor's maximum; its default of 10 would make ten times the requests. */
const pageSize = '100';

/** What a search has come to, over its retries. */
interface Progress {
  received: number;
  total?: number;
  /** Where to go on after a failure. */
  next?: string;
}

/** Starts the searches that `readable` (resource types of the granted scopes, or `*`) allows. */
export function loadDocuments(options: {
  readonly reader: FhirReader;
  readonly patientId: string;
  readonly readable: readonly string[];
}): DocumentsLoad {
  const { reader, patientId, readable } = options;
  const mapping = mappingContext(reader);
  let merge = createMerge();
  const abort = new AbortController();
  const progress: Record<SearchName, Progress> = {
    DiagnosticReport: { received: 0 },
    DocumentReference: { received: 0 },
  };
  const granted = (name: SearchName) => readable.includes(name) || readable.includes('*');
  const initial = (name: SearchName): SearchState =>
    granted(name) ? { kind: 'loading', received: 0 } : { kind: 'notGranted' };
  const state = createStore<DocumentsState>({
    documents: merge.list(),
    searches: {
      DiagnosticReport: initial('DiagnosticReport'),
      DocumentReference: initial('DocumentReference'),
    },
  });

  const report = (name: SearchName, search: SearchState) =>
    state.set({ documents: merge.list(), searches: { ...state.get().searches, [name]: search } });

  /** One run over the pages; resolves with the error that ended it, if any. */
  async function run(name: SearchName, from: string | undefined): Promise<FhirError | undefined> {
    const params = new URLSearchParams({ patient: patientId, _count: pageSize });
    const signal = abort.signal;
    const current = progress[name];
    const pages = reader.searchPages(name, params, {
      signal,
      ...(from === undefined ? {} : { from }),
    });
    for await (const page of pages) {
      if (!page.ok) return page.error;
      const own = page.value.resources.filter((resource) => resource.resourceType === name);
      merge.add(
        own
          .map((resource) => mapDocument(reader.version, resource, mapping))
          .filter((document) => document !== undefined),
      );
      current.received += own.length;
      if (page.value.total !== undefined) current.total = page.value.total;
      if (page.value.next === undefined) delete current.next;
      else current.next = page.value.next;
      report(name, loading(current));
    }
    return undefined;
  }

  async function load(name: SearchName): Promise<void> {
    const current = progress[name];
    const from = current.next;
    report(name, loading(current));
    let error = await run(name, from);
    // An opaque link may have expired while the user read the warning: then all over again.
    if (from !== undefined && current.next === from && isExpiredLink(error)) {
      progress[name] = { received: 0 };
      error = await run(name, undefined);
    }
    const { received } = progress[name];
    if (error === undefined) report(name, { kind: 'complete', received });
    else if (received === 0) report(name, { kind: 'failed', error });
    else report(name, { kind: 'partial', received, error });
  }

  for (const name of searchNames) if (granted(name)) void load(name);

  return {
    state,
    retry(name) {
      const { kind } = state.get().searches[name];
      if (kind === 'failed' || kind === 'partial') void load(name);
    },
    reload() {
      const kinds = Object.values(state.get().searches).map(({ kind }) => kind);
      if (kinds.includes('loading')) return;
      merge = createMerge();
      for (const name of searchNames) {
        progress[name] = { received: 0 };
        if (granted(name)) void load(name);
      }
    },
    cancel: () => abort.abort(),
  };
}

const loading = ({ received, total }: Progress): SearchState => ({
  kind: 'loading',
  received,
  ...(total === undefined ? {} : { total }),
});

const isExpiredLink = (error: FhirError | undefined): boolean =>
  error?.kind === 'clientError' || error?.kind === 'notFound';
