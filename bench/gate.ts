/** What is missed: measured times against their targets, with room for machines that are busy with other things. */
import type { Act } from './acts.ts';
import type { Openings } from './openings.ts';
import type { TaskTime } from './task-times.ts';

/** No task of the page may take the processor for longer, in milliseconds. */
export const LONGEST_TASK = 50;

export interface Slack {
  readonly ratio: number;
  readonly task: number;
}

/** On a quiet machine. */
export const noSlack: Slack = { ratio: 1, task: 1 };

/**
 * On any machine. Where both cores are busy the worker and the page take turns, and the peer, which has but one
 * thread, loses less: ratios grew to 1.4 times themselves, and to 2.5 times where the whole takes milliseconds.
 * Processor time leaves out what others take, yet not the caches that they empty.
 */
export const busySlack: Slack = { ratio: 2.5, task: 1.6 };

/** A sentence for each target that was missed. */
export function missedOpenings(openings: Openings, slack: Slack): readonly string[] {
  const { input, targets, firstRatio, completeRatio, tasks, tasksWhileScrolling } = openings;
  return [
    ...missedRatio(`${input}: first section painted`, firstRatio, targets.first, slack),
    ...missedRatio(`${input}: complete`, completeRatio, targets.complete, slack),
    ...missedTask(`${input}: opening`, tasks, slack),
    ...missedTask(`${input}: scrolling`, tasksWhileScrolling, slack),
  ];
}

export const missedActs = (acts: readonly Act[], slack: Slack): readonly string[] =>
  acts.flatMap(({ input, act, tasks }) => missedTask(`${input}: ${act}`, tasks, slack));

function missedRatio(
  what: string,
  ratio: number,
  target: number | undefined,
  slack: Slack,
): readonly string[] {
  if (target === undefined || ratio <= target * slack.ratio) return [];
  return [`${what}: ${ratio.toFixed(2)} × the floor, above ${(target * slack.ratio).toFixed(2)} ×`];
}

function missedTask(what: string, tasks: readonly TaskTime[], slack: Slack): readonly string[] {
  const longest = Math.max(0, ...tasks.map(({ spent, collecting }) => spent - collecting));
  const most = LONGEST_TASK * slack.task;
  return longest <= most
    ? []
    : [`${what}: a task of ${longest.toFixed(0)} ms, above ${most.toFixed(0)} ms`];
}
