/** For tests only: a server that is FHIR base and authorization server, and a browser tab to launch in. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll } from 'vitest';
import type { Config } from '../config/config.ts';
import { parseConfig } from '../config/parse-config.ts';
import { isRecord } from '../shared/json.ts';
import type { FrameMemory } from './key-cookie.ts';
import type { Locks } from './launch-copies.ts';
import { loadFhirclient } from './load-fhirclient.ts';
import type { KeyValueStorage, Page } from './page.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import type { SessionState } from './session-state.ts';

export const HOME = 'https://app.example.org/viewer/';
const servers: Server[] = [];

// Loaded before the first test's time runs: a busy machine takes seconds.
beforeAll(async () => {
  await loadFhirclient();
}, 30_000);

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

export interface Asked {
  readonly method: string | undefined;
  readonly path: string;
  readonly form: URLSearchParams;
}

interface Answer {
  readonly status?: number;
  readonly json: unknown;
}

export type Answers = Record<string, (asked: Asked, origin: string) => Answer | Promise<Answer>>;

/** One server that is FHIR base and authorization server at once; `answers` replaces single paths. */
export async function startServer(answers: Answers = {}) {
  const asked: Asked[] = [];
  const ordinary: Answers = {
    '/r4/.well-known/smart-configuration': (_, origin) => ({
      json: {
        issuer: `${origin}/issuer`,
        authorization_endpoint: `${origin}/authorize?persona=provider`,
        token_endpoint: `${origin}/token`,
        revocation_endpoint: `${origin}/revoke`,
        capabilities: ['permission-v1', 'permission-online'],
        code_challenge_methods_supported: ['S256'],
      },
    }),
    '/r4/metadata': () => ({ json: { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' } }),
    '/token': ({ form }) => ({
      json: {
        access_token: form.get('grant_type') === 'refresh_token' ? 'access-2' : 'access-1',
        refresh_token: form.get('grant_type') === 'refresh_token' ? undefined : 'refresh-1',
        token_type: 'Bearer',
        expires_in: 570,
        scope: 'launch patient/Binary.read patient/DocumentReference.read',
        patient: 'p-1',
        encounter: 'e-1',
        need_patient_banner: false,
      },
    }),
    '/revoke': () => ({ json: {} }),
  };
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    iss: `${origin}/r4`,
    asked,
    of: (path: string) => asked.filter((one) => one.path === path),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const path = request.url ?? '';
    const one = {
      method: request.method,
      path,
      form: new URLSearchParams(Buffer.concat(chunks).toString()),
    };
    asked.push(one);
    const answering = answers[path] ?? ordinary[path];
    const found = (await answering?.(one, origin)) ?? { status: 404, json: {} };
    response.writeHead(found.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found.json));
  }
}

/** What frames of one page share: their storage or, where that is refused, the cookies of the page around. */
export type Framed =
  { readonly storage: Map<string, string> } | { readonly cookies: Map<string, string> };

/** One tab, or one frame: its storage, name and address outlive the documents opened in it. */
export function openTab(framed?: Framed, stored = new Map<string, string>()) {
  const values = framed !== undefined && 'storage' in framed ? framed.storage : stored;
  /** The launches of its steps so far, and what the present document does when it is left. */
  const steps: string[] = [];
  const leaving: (() => void)[] = [];
  const tab = {
    values,
    name: '',
    address: HOME,
    left: [] as string[],
    reloads: 0,
    online: true,
    locks: undefined as Locks | undefined,
    /** Browsers without the Navigation API tell no earlier steps. */
    tellsSteps: true,
    /** What a browser's "Duplicate tab" makes: the same address, a copy of the storage, the same locks. */
    duplicate() {
      const copy = openTab();
      for (const [key, value] of values) copy.values.set(key, value);
      copy.locks = tab.locks;
      return copy;
    },
    /** Another window of a browser that has one storage for all, as some that are built into record systems. */
    beside() {
      const other = openTab(undefined, values);
      other.locks = tab.locks;
      other.tellsSteps = tab.tellsSteps;
      return other;
    },
    open(query: string, config: object, now?: () => number): Session {
      for (const leave of leaving.splice(0)) leave();
      tab.address = `${HOME}${query}`;
      return createSession(configOf(config), page, now);
    },
  };
  const page: Page = {
    address: () => new URL(tab.address),
    home: HOME,
    storage: () => {
      if (framed === undefined || 'storage' in framed) return storageOf(values);
      throw new DOMException('refused', 'SecurityError');
    },
    ...(framed !== undefined && {
      frame: {
        name: () => tab.name,
        rename: (name) => {
          tab.name = name;
        },
        ...cookieAccess('cookies' in framed ? framed.cookies : new Map()),
      },
    }),
    rewriteAddress: (address) => {
      tab.address = address;
    },
    replaceBy: (address) => void tab.left.push(address),
    goTo: (address) => void tab.left.push(address),
    reload: () => void (tab.reloads += 1),
    isOnline: () => tab.online,
    get locks() {
      return tab.locks;
    },
    noteLaunch: (key) => void steps.push(key),
    earlierLaunches: () => (tab.tellsSteps ? steps : []),
    onRestored: () => undefined,
    onLeft: (listener) => void leaving.push(listener),
  };
  return tab;
}

/** Web Locks of one origin, as far as the app uses them; Node 20 has none. */
export function openLocks(): Locks {
  const held: { readonly name: string; readonly mode: LockMode }[] = [];
  const waiting: (() => void)[] = [];
  async function request(name: string, ...rest: readonly unknown[]): Promise<unknown> {
    const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest;
    const mode = isRecord(options) && options['mode'] === 'shared' ? 'shared' : 'exclusive';
    const lock = { name, mode } as const;
    const isFree = () =>
      !held.some((one) => one.name === name && [one.mode, mode].includes('exclusive'));
    while (!isFree()) await new Promise<void>((resolve) => void waiting.push(resolve));
    held.push(lock);
    try {
      return await (typeof callback === 'function' ? callback(lock) : undefined);
    } finally {
      held.splice(held.indexOf(lock), 1);
      for (const look of waiting.splice(0)) look();
    }
  }
  return { request: request as LockManager['request'], query: async () => ({ held }) };
}

function storageOf(values: Map<string, string>): KeyValueStorage {
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

/** `document.cookie` over a map of names and values; what is not for a frame of another site is not taken. */
export function cookieAccess(jar: Map<string, string>): Pick<FrameMemory, 'cookies' | 'setCookie'> {
  return {
    cookies: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    setCookie(cookie) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const [name = '', value = ''] = pair.split('=');
      const isTaken = ['SameSite=None', 'Secure', 'Partitioned'].every((one) =>
        attributes.includes(one),
      );
      if (!isTaken) return;
      if (attributes.includes('Max-Age=0')) jar.delete(name);
      else jar.set(name, value);
    },
  };
}

export function configOf(json: object): Config {
  const parsed = parseConfig(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

export const configFor = (iss: string, issuer: object = {}) => ({
  issuers: [{ name: 'Example', clientId: 'client', iss, ...issuer }],
});

/** The state once it is of one of `kinds`. */
export function reached<K extends SessionState['kind']>(session: Session, ...kinds: K[]) {
  const isOne = (state: SessionState): state is Extract<SessionState, { kind: K }> =>
    kinds.some((kind) => kind === state.kind);
  return new Promise<Extract<SessionState, { kind: K }>>((resolve) => {
    const look = () => {
      const state = session.state.get();
      if (isOne(state)) resolve(state);
    };
    session.state.subscribe(look);
    look();
  });
}

/** Waits for the redirect and gives the authorization request's parameters. */
export async function redirected(session: Session, tab: ReturnType<typeof openTab>): Promise<URL> {
  await new Promise<void>((resolve) => {
    const look = () => {
      const state = session.state.get();
      if (state.kind === 'failed') throw new Error(JSON.stringify(state.error));
      if (state.kind === 'starting' && state.step === 'redirecting') queueMicrotask(resolve);
    };
    session.state.subscribe(look);
    look();
  });
  return new URL(tab.left.at(-1) ?? '');
}

export async function launched(answers: Answers = {}, issuer: object = {}, framed?: Framed) {
  const server = await startServer(answers);
  const tab = openTab(framed);
  const config = configFor(server.iss, issuer);
  const query = `?iss=${encodeURIComponent(server.iss)}&launch=abc`;
  const authorization = await redirected(tab.open(query, config), tab);
  const state = authorization.searchParams.get('state') ?? '';
  return { server, tab, config, authorization, state };
}

export function metadataWithEndpoints(origin: string) {
  const url = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';
  return {
    resourceType: 'Conformance',
    fhirVersion: '1.0.2',
    rest: [
      {
        security: {
          extension: [
            {
              url,
              extension: [
                { url: 'authorize', valueUri: `${origin}/authorize` },
                { url: 'token', valueUri: `${origin}/token` },
              ],
            },
          ],
        },
      },
    ],
  };
}
