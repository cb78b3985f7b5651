/** The sandbox's sessions: tenants whose clock, faults, launches and request log belong to each alone. */
import type { Chart } from './charts/chart.ts';
import { emptyRecord } from './charts/empty-record.ts';
import { faultStrikes, type Fault, type FaultProbe } from './faults.ts';
import { randomHex } from './random.ts';
import type { LoggedRequest, SandboxSession, SessionOptions } from './session.ts';

/** A chart on offer; `load` is called once and its result kept. */
export interface ChartSource {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  load(): Promise<Chart>;
}

/** A session as the sandbox's own servers see it. */
export interface LiveSession extends SandboxSession {
  /** Unguessable name; for ordinary sessions the tenant (`id`) itself. */
  readonly key: string;
  faults(): readonly Fault[];
  /** Replaces the faults; their counts start anew. */
  setFaults(faults: readonly Fault[]): void;
  /** The faults that strike this request; each one named counts as played. */
  strike(probe: FaultProbe): readonly Fault[];
  /** A one-time launch code. */
  createLaunch(): string;
  /** Whether the code was this session's and not yet used; uses it up. */
  takeLaunch(code: string): boolean;
  /** Search addresses whose page is known, for faults that say `page 2`. */
  readonly pages: Map<string, number>;
  /** Entries of a first page by the address of the second, for the fault `duplicatePage`. */
  readonly firstPages: Map<string, readonly unknown[]>;
}

export interface Sessions {
  create(options: Partial<SessionOptions>, tenant?: string): Promise<LiveSession | UnknownChart>;
  get(key: string): LiveSession | undefined;
  chart(id: string): Promise<Chart | undefined>;
}

export interface UnknownChart {
  readonly unknownChart: string;
}

export const demoTenant = 'demo';

/** Older sessions are forgotten, so that a sandbox left running does not grow. */
const sessionsKept = 1000;

export const defaultOptions: SessionOptions = {
  chart: 'ordinary',
  persona: 'provider',
  fhirVersion: 'r4',
  faults: [],
  tokenSeconds: 570,
  ccdSeconds: 2,
  rotateRefreshTokens: false,
  needPatientBanner: true,
  scopes: 'v1',
  discovery: 'wellKnown',
  docrefLink: 'own',
  advertisePkce: true,
  responseIss: false,
  smartStyle: false,
};

/** `time`: the real clock, milliseconds since the epoch. */
export function createSessions(charts: readonly ChartSource[], time: () => number): Sessions {
  const sessions = new Map<string, LiveSession>();
  const loaded = new Map<string, Promise<Chart>>();

  async function chart(id: string): Promise<Chart | undefined> {
    const source = charts.find((candidate) => candidate.id === id);
    if (source === undefined) return undefined;
    const known = loaded.get(id) ?? source.load();
    loaded.set(id, known);
    return known;
  }

  return {
    chart,
    get: (key) => sessions.get(key),
    async create(partial, tenant) {
      const options = { ...defaultOptions, ...partial };
      const content = await chart(options.chart);
      if (content === undefined) return { unknownChart: options.chart };
      const key = `s-${randomHex(12)}`;
      const session = createLiveSession({ key, id: tenant ?? key, options, chart: content, time });
      sessions.set(key, session);
      for (const old of sessions.keys()) {
        if (sessions.size <= sessionsKept) break;
        sessions.delete(old);
      }
      return session;
    },
  };
}

/** The demo tenant before anybody signed in: its discovery, its log. It has a chart only in name. */
export function createDemoSession(time: () => number): LiveSession {
  const chart: Chart = {
    id: 'none',
    title: 'Nobody yet',
    patient: { id: 'none', names: [], identifiers: [] },
    encounters: [],
    documents: [],
    record: emptyRecord,
  };
  const options: SessionOptions = { ...defaultOptions, chart: 'none', persona: 'patient' };
  return createLiveSession({ key: demoTenant, id: demoTenant, options, chart, time });
}

function createLiveSession(given: {
  readonly key: string;
  readonly id: string;
  readonly options: SessionOptions;
  readonly chart: Chart;
  readonly time: () => number;
}): LiveSession {
  const { key, id, options, chart, time } = given;
  const started = options.now === undefined ? time() : Date.parse(options.now);
  let ahead = started - time();
  let faults: { fault: Fault; left: number }[] = [];
  const launches = new Set<string>();
  const requests: LoggedRequest[] = [];

  function setFaults(next: readonly Fault[]): void {
    faults = next.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
  }
  setFaults(options.faults);

  return {
    key,
    id,
    options,
    chart,
    requests,
    pages: new Map(),
    firstPages: new Map(),
    now: () => time() + ahead,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    faults: () => faults.map((entry) => entry.fault),
    setFaults,
    strike(probe) {
      const striking = faults.filter((entry) => entry.left > 0 && faultStrikes(entry.fault, probe));
      for (const entry of striking) entry.left -= 1;
      return striking.map((entry) => entry.fault);
    },
    createLaunch() {
      const code = randomHex(16);
      launches.add(code);
      return code;
    },
    takeLaunch: (code) => launches.delete(code),
  };
}
