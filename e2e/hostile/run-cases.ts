/** What every way of showing a hostile case has in common: open, look, act, look again, say what was done. */
import type { Page } from '@playwright/test';
import { doActs, type Scope } from './act.ts';
import type { Harm, HostileCase } from './hostile-case.ts';
import { harmsBetween, look, type Ground, type Seen } from './probe.ts';
import type { Watch } from './watch-page.ts';

export type Done = Partial<Record<Harm | 'unreadable', readonly string[]>>;

/** How long after a document the page is still listened to: refreshes, prefetches and timers have begun by then. */
export const listenFor = 250;

export interface Running {
  readonly page: Page;
  readonly watch: Watch;
  readonly ground: Ground;
  readonly scope: Scope;
  /** How the page looked with a harmless document. */
  readonly before: Seen;
  /** Answers what the app asks behind an act. */
  readonly answer?: () => Promise<void>;
}

/** Everything an open case has done so far; `acts` are done in between. */
export async function runOpenCase(one: HostileCase, running: Running): Promise<Done> {
  const { page, ground, before, scope, watch, answer } = running;
  const first = await look(page, ground);
  for (const act of one.act ?? []) {
    await doActs(page, scope, [act]);
    await answer?.();
  }
  const second = one.act ? await look(page, ground).catch(() => first) : first;
  const { focus = [], ...others } = harmsBetween(before, second);
  // A click gives the keyboard to what is clicked.
  const taken = one.act?.some((act) => 'click' in act) ? [] : focus;
  const seen = merge(harmsBetween(before, first), { ...others, focus: taken });
  const readable = squeezed(first.text).includes(squeezed(one.harmless));
  return merge(seen, {
    ...watch.of(one.id),
    unreadable: readable ? [] : [`"${one.harmless}" is not in "${first.text.slice(0, 200)}"`],
  });
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Both, without repetitions; what is empty is left out. */
export function merge(one: Done, other: Done): Done {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Done)[]);
  const entries = [...keys].map((key) => [key, [...new Set([...(one[key] ?? []), ...(other[key] ?? [])])]] as const);
  return Object.fromEntries(entries.filter(([, told]) => told.length > 0));
} // prettier-ignore

/** Without what this way does not promise. */
export function without(done: Done, harms: readonly (keyof Done)[]): Done {
  return Object.fromEntries(Object.entries(done).filter(([harm]) => !harms.includes(harm as Harm)));
}
