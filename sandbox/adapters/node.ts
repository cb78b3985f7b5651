/** Runs the sandbox on loopback: one server per origin, on 127.0.0.1 and, where present, ::1. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { charts } from '../charts/charts.ts';
import { folderCharts } from '../charts/folder-charts.ts';
import type { CreatedSession } from '../created-session.ts';
import type { OriginRole, Origins } from '../origins.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import type { SessionOptions } from '../session.ts';
import type { ChartSource, LiveSession } from '../sessions.ts';
import { listenOnLoopback } from './listen.ts';
import { readFolder } from './read-folder.ts';

export interface RunningSandbox {
  readonly origins: Origins;
  /** config.json for the app. */
  readonly config: ReturnType<Sandbox['config']>;
  readonly sandbox: Sandbox;
  createSession(options?: Partial<SessionOptions>): Promise<CreatedSession>;
  /** Throws when there is none. */
  session(id: string): LiveSession;
  close(): Promise<void>;
}

export interface SandboxStart {
  /** Where `index.html` lies, with trailing slash; a function when it is not known yet. */
  readonly appUrl: string | (() => string);
  /** First port to try per origin; the next free one is taken. */
  readonly ports?: Partial<Record<OriginRole, number>>;
  /** A folder of documents: one chart per patient found in it. */
  readonly folder?: string;
  /** In place of the charts written for this project. */
  readonly charts?: readonly ChartSource[];
}

const roles = ['fhir', 'authorization', 'storage', 'ehr'] as const;
const defaultPorts: Readonly<Record<OriginRole, number>> = {
  fhir: 4410,
  authorization: 4420,
  storage: 4430,
  ehr: 4440,
};

/** Starts all four origins; nothing is reachable from other machines. */
export async function startSandbox(given: SandboxStart): Promise<RunningSandbox> {
  const fromFolder = given.folder === undefined ? [] : folderCharts(await readFolder(given.folder));
  const all: readonly ChartSource[] = [...(given.charts ?? charts), ...fromFolder];
  const running: { sandbox?: Sandbox } = {};
  const closers: (() => Promise<void>)[] = [];
  const ports = new Map<OriginRole, number>();
  for (const role of roles) {
    const makeServer = (): Server =>
      createServer((incoming, outgoing) => {
        void answer(role, incoming, outgoing, running.sandbox);
      });
    const listening = await listenOnLoopback(makeServer, given.ports?.[role] ?? defaultPorts[role]);
    ports.set(role, listening.port);
    closers.push(listening.close);
  }
  const address = (role: OriginRole, host = '127.0.0.1'): string =>
    `http://${host}:${ports.get(role) ?? 0}`;
  const { appUrl } = given;
  const origins: Origins = {
    fhir: address('fhir'),
    authorization: address('authorization'),
    storage: address('storage'),
    ehr: address('ehr'),
    ehrOtherSite: address('ehr', 'localhost'),
    get app() {
      return typeof appUrl === 'string' ? appUrl : appUrl();
    },
  };
  const sandbox = createSandbox({ origins, charts: all });
  running.sandbox = sandbox;
  return {
    origins,
    get config() {
      return sandbox.config();
    },
    sandbox,
    createSession: (options) => sandbox.createSession(options),
    session(id) {
      const session = sandbox.session(id);
      if (session === undefined) throw new Error(`No sandbox session ${id}`);
      return session;
    },
    close: async () => {
      await Promise.all(closers.map((close) => close()));
    },
  };
}

async function answer(
  role: OriginRole,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  sandbox: Sandbox | undefined,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  try {
    if (sandbox === undefined) throw new Error('The sandbox is still starting');
    const response = await sandbox.handle(role, toRequest(incoming, gone.signal));
    if (response.type === 'error') outgoing.destroy();
    else await send(response, outgoing);
  } catch (error) {
    if (outgoing.headersSent || gone.signal.aborted) {
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(500, { 'Content-Type': 'text/plain' });
    outgoing.end(`Sandbox error: ${error instanceof Error ? (error.stack ?? error.message) : ''}`);
  }
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const { method = 'GET' } = incoming;
  const url = `http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, signal, duplex: 'half' };
  return new Request(url, init);
}

/**
 * Each chunk is handed to the system before the next is asked for. A body that ends in an error breaks the
 * connection after that: the client sees less than `Content-Length`.
 */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body !== null) {
    for await (const chunk of response.body) {
      if (outgoing.destroyed) return;
      await written(outgoing, chunk);
    }
  }
  outgoing.end();
}

function written(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once('close', resolve);
    outgoing.write(chunk, () => {
      outgoing.off('close', resolve);
      resolve();
    });
  });
}
