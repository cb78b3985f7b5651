/** From an attachment to its bytes: inline data, or the link with the right `Accept`, whatever it returns. */
import { assertNever } from '../shared/assert-never.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Attachment } from '../model/attachment.ts';
import type { ContentError } from '../model/content.ts';
import type { MediaType } from '../model/media-type.ts';
import { parseMediaType } from '../model/parse-media-type.ts';
import type { FhirVersion } from '../model/patient-context.ts';
import { readHttpFailure } from '../fhir/http-failure.ts';
import { fromNetError, fromStatus } from '../fhir/net-failure.ts';
import type { NetResponse } from '../net/net-response.ts';
import type { Net } from '../net/net.ts';
import { acceptSequence } from './accept-sequence.ts';
import { answerKind, decisiveLength } from './answer-kind.ts';
import { joinChunks } from './byte-chunks.ts';
import { decodeBase64 } from './decode-base64.ts';
import { giveWay } from './give-way.ts';
import { liftLongStrings } from './lift-long-strings.ts';
import { readBody } from './read-body.ts';
import { type Envelope, unwrapJson } from './unwrap-envelope.ts';
import { createXmlUnwrapper } from './unwrap-xml.ts';

/** One reading of an attachment, and who hears of it. */
export interface Fetching {
  readonly net: Net;
  readonly version: FhirVersion;
  readonly signal: AbortSignal;
  readonly timeoutSeconds?: number;
  /** The type that came with the bytes, told before the first of them. */
  readonly onReceived: (type: MediaType) => void;
  readonly onProgress: (received: number, total: number | undefined) => void;
  /** Waited for before more is fetched than has come. */
  readonly beforeMore?: (size: number) => Promise<void>;
}

export type ByteStream = AsyncGenerator<Result<Uint8Array, ContentError>>;

/** A link that leads to a link that leads to a link is not followed for ever. */
const mostLinks = 3;

/** The bytes of an attachment. Ends after the first error. */
export async function* fetchContent(
  attachment: Attachment,
  fetching: Fetching,
  links = 0,
): ByteStream {
  const { mediaType: wanted, url, data, size } = attachment;
  if (data !== undefined) {
    yield* decodeData([data], fetching);
    return;
  }
  if (url === undefined || links > mostLinks) {
    yield err({ kind: 'noAddress' });
    return;
  }
  const answer = await ask(url, wanted, fetching);
  if (!answer.ok) {
    yield answer;
    return;
  }
  const response = answer.value;
  const body = readBody(response, {
    signal: fetching.signal,
    onProgress: fetching.onProgress,
    ...(fetching.beforeMore === undefined ? {} : { beforeMore: fetching.beforeMore }),
    ...(size === undefined ? {} : { statedSize: size }),
  });
  try {
    for await (const chunk of readAnswer(body, response, { attachment, links }, fetching))
      yield chunk.ok ? chunk : err(withRequestId(chunk.error, response.requestId));
  } finally {
    // Wherever reading ended: a body that nobody reads on would keep its connection open.
    await body.return(undefined);
  }
}

function withRequestId(error: ContentError, requestId: string | undefined): ContentError {
  switch (error.kind) {
    case 'loginPage':
    case 'truncated':
    case 'empty':
    case 'unreadableEnvelope':
      return requestId === undefined ? error : { requestId, ...error };
    default:
      return error;
  }
}

async function* readAnswer(
  body: ByteStream,
  response: NetResponse,
  asked: Pick<Answer, 'attachment' | 'links'>,
  fetching: Fetching,
): ByteStream {
  const wanted = asked.attachment.mediaType;
  const head = await takeHead(body);
  const received = parseMediaType(response.contentType);
  const kind = answerKind(joinChunks(head.chunks, decisiveLength), received, wanted);
  if (kind === 'loginPage') {
    yield err({ kind: 'loginPage' });
    return;
  }
  if (kind === 'bytes') {
    if (received.declared !== undefined) fetching.onReceived(received);
    for (const chunk of head.chunks) yield ok(chunk);
    if (head.error === undefined) yield* body;
    else yield err(head.error);
    return;
  }
  const whole = await takeAll(head, body);
  if (!whole.ok) {
    yield whole;
    return;
  }
  const opened =
    kind === 'fhirJson' ? await openJson(whole.value, wanted) : await openXml(whole.value);
  if (!opened.ok) yield opened;
  else yield* open(opened.value, { chunks: whole.value, received, ...asked }, fetching);
}

interface Opened {
  readonly envelope: Envelope;
  /** The text of the envelope's data in parts. */
  readonly partsOf: (data: string) => Iterable<string>;
}

async function openJson(
  chunks: readonly Uint8Array[],
  wanted: MediaType,
): Promise<Result<Opened, ContentError>> {
  const strings = liftLongStrings();
  await inSteps(chunks, strings.write);
  const envelope = unwrapJson(strings.text() ?? '', wanted);
  return envelope.ok ? ok({ envelope: envelope.value, partsOf: strings.partsOf }) : envelope;
}

async function openXml(chunks: readonly Uint8Array[]): Promise<Result<Opened, ContentError>> {
  const reader = await createXmlUnwrapper();
  const decoder = new TextDecoder();
  await inSteps(chunks, (bytes) => reader.write(decoder.decode(bytes, { stream: true })));
  reader.write(decoder.decode());
  const envelope = reader.end();
  return envelope.ok ? ok({ envelope: envelope.value, partsOf: (data) => [data] }) : envelope;
}

/** Bytes of one step: a few milliseconds' work. */
const stepLength = 256 * 1024;

async function inSteps(
  chunks: readonly Uint8Array[],
  step: (bytes: Uint8Array) => void,
): Promise<void> {
  const rest = giveWay();
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += stepLength) {
      step(chunk.subarray(at, at + stepLength));
      await rest();
    }
  }
}

interface Answer {
  readonly chunks: readonly Uint8Array[];
  readonly received: MediaType;
  readonly attachment: Attachment;
  readonly links: number;
}

async function* open(
  { envelope, partsOf }: Opened,
  answer: Answer,
  fetching: Fetching,
): ByteStream {
  switch (envelope.kind) {
    case 'unwrapped':
      fetching.onReceived(answer.received);
      for (const chunk of answer.chunks) yield ok(chunk);
      return;
    case 'data':
      if (envelope.mediaType !== undefined) fetching.onReceived(envelope.mediaType);
      yield* decodeData(partsOf(envelope.data), fetching);
      return;
    case 'link': {
      const { url, mediaType = answer.attachment.mediaType } = envelope;
      if (url === answer.attachment.url)
        yield err({ kind: 'unreadableEnvelope', reason: 'link to itself' });
      else yield* fetchContent({ url, mediaType }, fetching, answer.links + 1);
      return;
    }
    default:
      assertNever(envelope);
  }
}

/** The first answer that is not 406, over the sequence of `Accept` values. */
async function ask(
  url: string,
  wanted: MediaType,
  fetching: Fetching,
): Promise<Result<NetResponse, ContentError>> {
  const allowed = fetching.net.classify(url);
  if (!allowed.ok) return err(fromNetError(allowed.error));
  let refusal: ContentError = { kind: 'noAddress' };
  for (const accept of acceptSequence(wanted, fetching.version)) {
    const answer = await fetching.net.request({
      ...allowed.value,
      accept,
      signal: fetching.signal,
      ...(fetching.timeoutSeconds === undefined ? {} : { timeoutSeconds: fetching.timeoutSeconds }),
    });
    if (!answer.ok) return err(fromNetError(answer.error));
    const response = answer.value;
    if (response.status >= 200 && response.status < 300) return ok(response);
    refusal = fromStatus(await readHttpFailure(response, 'GET', url));
    if (response.status !== 406) break;
  }
  return err(refusal);
}

async function* decodeData(parts: Iterable<string>, fetching: Fetching): ByteStream {
  let received = 0;
  for await (const bytes of decodeBase64(parts)) {
    if (fetching.signal.aborted) {
      yield err({ kind: 'cancelled' });
      return;
    }
    if (bytes === undefined) {
      yield err({ kind: 'unreadableEnvelope', reason: 'not base64' });
      return;
    }
    received += bytes.length;
    fetching.onProgress(received, undefined);
    yield ok(bytes);
  }
  if (received === 0) yield err({ kind: 'empty' });
}

interface Head {
  readonly chunks: readonly Uint8Array[];
  readonly error?: ContentError;
}

async function takeHead(body: ByteStream): Promise<Head> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < decisiveLength) {
    const next = await body.next();
    if (next.done === true) break;
    if (!next.value.ok) return { chunks, error: next.value.error };
    chunks.push(next.value.value);
    length += next.value.value.length;
  }
  return { chunks };
}

async function takeAll(
  head: Head,
  body: ByteStream,
): Promise<Result<readonly Uint8Array[], ContentError>> {
  if (head.error !== undefined) return err(head.error);
  const chunks = [...head.chunks];
  for await (const chunk of body) {
    if (!chunk.ok) return chunk;
    chunks.push(chunk.value);
  }
  return ok(chunks);
}
