import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createContentStore } from '../content/content-store.ts';
import { createFhirReader } from '../fhir/fhir-reader.ts';
import type { Instant } from '../model/clinical-date.ts';
import { createNet } from '../net/net.ts';
import { createSummaries, type GeneratedSummary, type SummaryRequest } from './create-summaries.ts';

const request: SummaryRequest = {
  range: { start: '2024-01-01', end: '2024-03-31', zone: 'America/Chicago' },
  instants: {
    start: Date.parse('2024-01-01T06:00:00Z') as Instant,
    end: Date.parse('2024-04-01T04:59:59.999Z') as Instant,
  },
};
const query = 'patient=p1&start=2024-01-01T06%3A00%3A00.000Z&end=2024-04-01T04%3A59%3A59.999Z';
const ccd = '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>';

type Answer = (path: string, base: string, response: ServerResponse) => void;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function start(answer: Answer) {
  const asked: string[] = [];
  const started = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    const path = (incoming.url ?? '').replace('/r4/t/', '');
    asked.push(path);
    answer(path, `http://127.0.0.1:${port()}/r4/t`, response);
  });
  server = started;
  const port = (): number => (started.address() as AddressInfo).port;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${port()}/r4/t`;
  const bearer = async () => ({ ok: true as const, value: 'token' });
  const net = createNet({
    base,
    authOrigins: [],
    styleOrigins: [],
    resourcePrefixes: [],
    bearer: { token: bearer, renew: bearer },
  });
  const contents = createContentStore({ net, version: 'r4' });
  const reader = createFhirReader({ base, version: 'r4', net });
  return { asked, contents, summaries: createSummaries({ reader, contents, patientId: 'p1' }) };
}

function bundleOf(response: ServerResponse, url: string | undefined, subject?: string): void {
  const entry = {
    resource: {
      resourceType: 'DocumentReference',
      ...(subject === undefined ? {} : { subject: { reference: subject } }),
      status: 'current',
      content: [{ attachment: { contentType: 'application/xml', url } }],
    },
  };
  response.setHeader('Content-Type', 'application/fhir+json');
  response.end(
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'searchset',
      ...(url === undefined ? {} : { entry: [entry] }),
    }),
  );
}

const xml = (response: ServerResponse): void => {
  response.setHeader('Content-Type', 'application/xml');
  response.end(ccd);
};

type Summaries = Awaited<ReturnType<typeof start>>['summaries'];

async function settled(summaries: Summaries): Promise<GeneratedSummary | undefined> {
  return await new Promise((resolve) => {
    const look = (): void => {
      const [newest] = summaries.list.get();
      if (newest?.state.kind !== 'making') resolve(newest);
    };
    summaries.list.subscribe(look);
    look();
  });
}

describe('a summary for a range', () => {
  it('asks $docref with UTC instants and follows its link exactly', async () => {
    const { asked, summaries } = await start((path, base, response) =>
      path.startsWith('DocumentReference')
        ? bundleOf(response, `${base}/Binary/$autogen-ccd-if?opaque=1`)
        : xml(response),
    );
    summaries.create(request);
    const made = await settled(summaries);
    expect(made?.state).toEqual({ kind: 'ready' });
    expect(made?.document.renditions).toHaveLength(1);
    expect(asked).toEqual([
      `DocumentReference/$docref?patient=p1&type=http%3A%2F%2Floinc.org%7C34133-9&${query.slice('patient=p1&'.length)}`,
      'Binary/$autogen-ccd-if?opaque=1',
    ]);
  });

  it('is of whom the answer names, so that another patient’s is refused like any document', async () => {
    const { summaries } = await start((path, base, response) =>
      path.startsWith('DocumentReference')
        ? bundleOf(response, `${base}/Binary/1`, 'Patient/p2')
        : xml(response),
    );
    summaries.create(request);
    expect((await settled(summaries))?.document.subject).toEqual({
      kind: 'reference',
      reference: 'Patient/p2',
    });
  });

  it('calls the operation on the base where $docref is unknown', async () => {
    const { asked, summaries } = await start((path, _base, response) =>
      path.startsWith('DocumentReference') ? response.writeHead(404).end() : xml(response),
    );
    summaries.create(request);
    expect((await settled(summaries))?.state).toEqual({ kind: 'ready' });
    expect(asked[1]).toBe(`Binary/$autogen-ccd-if?${query}`);
  });

  it('does not follow a link to another host, calls the operation on the base and says so', async () => {
    const { asked, summaries } = await start((path, _base, response) =>
      path.startsWith('DocumentReference')
        ? bundleOf(response, 'https://elsewhere.test/t/Binary/$autogen-ccd-if?patient=p1')
        : xml(response),
    );
    summaries.create(request);
    const made = await settled(summaries);
    expect(made?.state).toEqual({ kind: 'ready' });
    expect(made?.linkNotFollowed).toBe('elsewhere.test');
    expect(asked[1]).toBe(`Binary/$autogen-ccd-if?${query}`);
  });

  it('says when the server offers nothing', async () => {
    const { summaries } = await start((_path, _base, response) => bundleOf(response, undefined));
    summaries.create(request);
    expect((await settled(summaries))?.state).toEqual({
      kind: 'failed',
      error: { kind: 'nothingOffered' },
    });
  });

  it('is never repeated by itself: a failure is one request, Try again is one more', async () => {
    let failures = 1;
    const { asked, summaries } = await start((path, base, response) => {
      if (path.startsWith('DocumentReference')) {
        bundleOf(response, `${base}/Binary/$autogen-ccd-if?opaque=1`);
      } else if (failures > 0) {
        failures -= 1;
        response.writeHead(500).end();
      } else xml(response);
    });
    const id = summaries.create(request);
    expect((await settled(summaries))?.state).toMatchObject({
      kind: 'failed',
      error: { kind: 'content', error: { kind: 'serverError' } },
    });
    expect(asked).toHaveLength(2);
    summaries.retry(id);
    expect((await settled(summaries))?.state).toEqual({ kind: 'ready' });
    expect(asked).toHaveLength(4);
  });

  it('is made anew each time, also for the same range, and opens again without a request', async () => {
    const { asked, contents, summaries } = await start((path, base, response) =>
      path.startsWith('DocumentReference')
        ? bundleOf(response, `${base}/Binary/$autogen-ccd-if?opaque=1`)
        : xml(response),
    );
    summaries.create(request);
    await settled(summaries);
    summaries.create(request);
    const second = await settled(summaries);
    expect(asked.filter((path) => path.startsWith('Binary'))).toHaveLength(2);
    const attachment = second?.document.renditions[0]?.attachment;
    if (attachment === undefined) throw new Error('no rendition');
    const bytes = await contents.open(attachment).bytes();
    expect(bytes.ok && new TextDecoder().decode(bytes.value)).toBe(ccd);
    expect(asked.filter((path) => path.startsWith('Binary'))).toHaveLength(2);
  });

  it('goes away when it is cancelled, and its request ends', async () => {
    let closed: Promise<void> | undefined;
    let reached: (() => void) | undefined;
    const waiting = new Promise<void>((resolve) => (reached = resolve));
    const { summaries } = await start((path, base, response) => {
      if (path.startsWith('DocumentReference')) {
        bundleOf(response, `${base}/Binary/$autogen-ccd-if?opaque=1`);
        return;
      }
      closed = new Promise((resolve) => response.on('close', () => resolve()));
      reached?.();
    });
    const id = summaries.create(request);
    await waiting;
    summaries.cancel(id);
    await closed;
    expect(summaries.list.get()).toEqual([]);
  });
});
