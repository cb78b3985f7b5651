/** The summaries made in this session: each is asked for once, by the Create button, and kept until the end. */
import type { ContentStore } from '../content/content-store.ts';
import { autogenCcdAddress, type InstantRange } from '../fhir/autogen-ccd.ts';
import { readDocref } from '../fhir/docref.ts';
import type { FhirError } from '../fhir/fhir-error.ts';
import type { FhirReader } from '../fhir/fhir-reader.ts';
import type { Attachment } from '../model/attachment.ts';
import type { ClinicalDocument, DocumentId, SubjectReference } from '../model/clinical-document.ts';
import type { ContentError } from '../model/content.ts';
import { parseMediaType } from '../model/parse-media-type.ts';
import { t } from '../messages/messages.ts';
import { createStore, type Observable } from '../shared/observable.ts';
import { ok, type Result } from '../shared/result.ts';
import { describeRange, summaryTitle } from './describe-range.ts';
import type { SummaryRange } from './summary-range.ts';

/** What the dialog hands over: the days as chosen and their instants. */
export interface SummaryRequest {
  readonly range: SummaryRange;
  readonly instants: InstantRange;
}

export type SummaryError =
  /** The server could not be asked for the link. */
  | { readonly kind: 'link'; readonly error: FhirError }
  /** `$docref` answered that there is no summary for this range. */
  | { readonly kind: 'nothingOffered' }
  | { readonly kind: 'content'; readonly error: ContentError };

export type SummaryState =
  /** `since`: when Create was pressed, milliseconds since the epoch. */
  | { readonly kind: 'making'; readonly since: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: SummaryError };

/** A row of the list: the document can be opened once it is ready. */
export interface GeneratedSummary {
  readonly id: DocumentId;
  readonly document: ClinicalDocument;
  readonly state: SummaryState;
  /** Host of a `$docref` link that was not followed; the operation was called on the base instead. */
  readonly linkNotFollowed?: string;
}

export interface Summaries {
  /** Newest first. */
  readonly list: Observable<readonly GeneratedSummary[]>;
  create(request: SummaryRequest): DocumentId;
  /** Ends the request of a summary in the making and takes its row away; also removes a failed one. */
  cancel(id: DocumentId): void;
  /** Asks once more for a summary that failed, in the same row. */
  retry(id: DocumentId): void;
  /** Ends whatever is under way; the session is over. */
  close(): void;
}

/** Minutes are ordinary for a summary made on request; past this the server is not coming back. */
const timeoutSeconds = 600;

export function createSummaries(options: {
  readonly reader: FhirReader;
  readonly contents: ContentStore;
  readonly patientId: string;
  readonly now?: () => number;
}): Summaries {
  const { reader, contents, patientId, now = Date.now } = options;
  const list = createStore<readonly GeneratedSummary[]>([]);
  const requests = new Map<DocumentId, SummaryRequest>();
  const underWay = new Map<DocumentId, AbortController>();

  const update = (id: DocumentId, change: Partial<GeneratedSummary>): void =>
    list.set(list.get().map((each) => (each.id === id ? { ...each, ...change } : each)));

  async function make(id: DocumentId, { instants }: SummaryRequest): Promise<void> {
    const controller = new AbortController();
    underWay.set(id, controller);
    const link = await findLink(reader, patientId, instants, controller.signal);
    if (controller.signal.aborted) return;
    if (!link.ok) {
      underWay.delete(id);
      update(id, { state: { kind: 'failed', error: link.error } });
      return;
    }
    const attachment: Attachment = { ...link.value.attachment, instance: crypto.randomUUID() };
    const { linkNotFollowed, subject } = link.value;
    const content = contents.open(attachment, { pinned: true, timeoutSeconds });
    controller.signal.addEventListener('abort', () => content.cancel());
    const bytes = await content.bytes();
    if (controller.signal.aborted) return;
    underWay.delete(id);
    const made = list.get().find((each) => each.id === id);
    if (made === undefined) return;
    update(id, {
      document: {
        ...made.document,
        renditions: [{ attachment }],
        ...(subject !== undefined && { subject }),
        problems:
          linkNotFollowed === undefined
            ? []
            : [{ kind: 'attachmentAddressOutsideServer', host: linkNotFollowed }],
      },
      state: bytes.ok
        ? { kind: 'ready' }
        : { kind: 'failed', error: { kind: 'content', error: bytes.error } },
      ...(linkNotFollowed === undefined ? {} : { linkNotFollowed }),
    });
  }

  return {
    list,
    create(request) {
      const id = `${reader.base}/generated/${crypto.randomUUID()}` as DocumentId;
      requests.set(id, request);
      const state: SummaryState = { kind: 'making', since: now() };
      const document = describeDocument(id, patientId, request, new Date(now()));
      list.set([{ id, document, state }, ...list.get()]);
      void make(id, request);
      return id;
    },
    cancel(id) {
      underWay.get(id)?.abort();
      underWay.delete(id);
      requests.delete(id);
      list.set(list.get().filter((each) => each.id !== id));
    },
    retry(id) {
      const request = requests.get(id);
      if (request === undefined || underWay.has(id)) return;
      update(id, { state: { kind: 'making', since: now() } });
      void make(id, request);
    },
    close() {
      for (const controller of underWay.values()) controller.abort();
      underWay.clear();
    },
  };
}

interface Link {
  readonly attachment: Attachment;
  /** Whom the server's answer names, where it names somebody: the reader compares it with the chart. */
  readonly subject?: SubjectReference;
  readonly linkNotFollowed?: string;
}

/** `$docref` first; a server that does not know it, or links elsewhere, gets the operation on its base. */
async function findLink(
  reader: FhirReader,
  patientId: string,
  instants: InstantRange,
  signal: AbortSignal,
): Promise<Result<Link, SummaryError>> {
  const own: Attachment = {
    mediaType: parseMediaType('application/xml'),
    url: autogenCcdAddress(reader.base, patientId, instants),
  };
  const offered = await readDocref(reader, patientId, instants, { signal });
  if (!offered.ok) {
    const { error } = offered;
    const unknownOperation =
      error.kind === 'notFound' ||
      error.kind === 'notAcceptable' ||
      (error.kind === 'clientError' && [405, 422].includes(error.failure.status)) ||
      (error.kind === 'serverError' && error.failure.status === 501);
    return unknownOperation ? ok({ attachment: own }) : fail({ kind: 'link', error });
  }
  const linked = offered.value.filter(
    ({ attachment }) => attachment.url !== undefined || attachment.data !== undefined,
  );
  const chosen =
    linked.find(({ attachment }) => attachment.mediaType.essence.endsWith('xml')) ?? linked[0];
  if (chosen === undefined) return fail({ kind: 'nothingOffered' });
  const { attachment, subject } = chosen;
  const followed = { attachment, ...(subject.kind === 'reference' && { subject }) };
  if (attachment.url === undefined) return ok(followed);
  const allowed = reader.net.classify(attachment.url);
  return allowed.ok ? ok(followed) : ok({ attachment: own, linkNotFollowed: allowed.error.host });
}

const fail = (error: SummaryError): Result<never, SummaryError> => ({ ok: false, error });

function describeDocument(
  id: DocumentId,
  patientId: string,
  { range, instants }: SummaryRequest,
  made: Date,
): ClinicalDocument {
  return {
    id,
    resourceType: 'GeneratedSummary',
    title: summaryTitle(range, made),
    type: t('ccd.type'),
    status: { kind: 'final' },
    subject: { kind: 'reference', reference: `Patient/${patientId}` },
    restricted: false,
    renditions: [],
    relations: [],
    problems: [],
    requestedPeriod: { ...instants, words: describeRange(range) },
  };
}
