/** The page's own tasks from a browser trace, in processor time: what other programs take is not in it. */

interface TraceEvent {
  readonly name: string;
  readonly cat?: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds of the clock, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface TaskTime {
  /** Milliseconds of the processor. */
  readonly spent: number;
  /** Of these, the engine's own collecting of garbage, which comes when it likes: it is told, and gates nothing. */
  readonly collecting: number;
  /** Milliseconds of the clock. */
  readonly lasted: number;
  /** What took most of it, in milliseconds by the name of the event. */
  readonly parts: Readonly<Record<string, number>>;
}

export const traceCategories = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
];

const isTask = ({ name }: TraceEvent): boolean => name === 'RunTask' || name.endsWith('::RunTask');

const partNames = new Set([
  'FunctionCall',
  'Layout',
  'UpdateLayoutTree',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
  'MinorGC',
  'MajorGC',
  'HandlePostMessage',
  'HitTest',
]);

/** The longest tasks of the renderers' main threads, longest first. */
export function longestTasks(trace: string, count: number): readonly TaskTime[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const events = traceEvents.filter(
    ({ ph, pid, tid, dur }) => ph === 'X' && dur !== undefined && threads.has(`${pid}/${tid}`),
  );
  // A browser may report a task under both names.
  const tasks = new Map(
    events.filter(isTask).map((task) => [`${task.tid} ${Math.round(task.ts / 100)}`, task]),
  );
  return [...tasks.values()]
    .filter((task) => spentOn(task) > 5)
    .sort((a, b) => spentOn(b) - spentOn(a))
    .slice(0, count)
    .map((task) => {
      const parts = partsOf(task, events);
      const collecting = (parts['MajorGC'] ?? 0) + (parts['MinorGC'] ?? 0);
      return { spent: spentOn(task), lasted: (task.dur ?? 0) / 1000, collecting, parts };
    });
}

/** In milliseconds. Some traces tell more of the processor than of the clock; nothing takes longer than it lasts. */
const spentOn = ({ tdur, dur = 0 }: TraceEvent): number => Math.min(tdur ?? dur, dur) / 1000;

function partsOf(task: TraceEvent, events: readonly TraceEvent[]): Record<string, number> {
  const end = task.ts + (task.dur ?? 0);
  const parts: Record<string, number> = {};
  for (const event of events) {
    if (event.ts < task.ts || event.ts >= end || event.tid !== task.tid || event.pid !== task.pid)
      continue;
    if (!partNames.has(event.name)) continue;
    const spent = spentOn(event);
    if (spent >= 1) parts[event.name] = Math.round((parts[event.name] ?? 0) + spent);
  }
  return parts;
}
