import type { Act } from './acts.ts';
import type { Openings } from './openings.ts';
import type { TaskTime } from './task-times.ts';

const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

const taskWords = ({ spent, lasted, parts }: TaskTime): string =>
  `${ms(spent)} ms (${ms(lasted)} by the clock) ${JSON.stringify(parts)}`;

export function printOpenings(openings: Openings): void {
  const { floor, first, firstRatio, complete, completeRatio, painted, xslt, last } = openings;
  const inDom = last === undefined ? '' : JSON.stringify(last.inDom);
  console.log(
    `${openings.input} (${openings.bytes} bytes, ${openings.runs.openings.length} openings)`,
  );
  console.log(`  floor: DOMParser + words           ${ms(floor)} ms`);
  console.log(
    `  first section painted              ${ms(first)} ms = ${firstRatio.toFixed(2)} × (${last?.rowsAtFirst ?? 0} rows in the DOM)`,
  );
  console.log(
    `  complete: last section in the DOM  ${ms(complete)} ms = ${completeRatio.toFixed(2)} × (${inDom})`,
  );
  console.log(`  painted after that                 ${ms(painted)} ms`);
  if (xslt !== undefined) console.log(`  XSLT attached and laid out         ${ms(xslt)} ms`);
  console.log(`  long tasks by the clock: ${openings.longTasks.map(ms).join(' ') || 'none'}`);
  const [opening] = openings.tasks;
  const [scrolling] = openings.tasksWhileScrolling;
  if (opening !== undefined)
    console.log(`  longest task while opening         ${taskWords(opening)}`);
  if (scrolling !== undefined)
    console.log(`  longest task while scrolling       ${taskWords(scrolling)}`);
}

export function printActs(input: string, acts: readonly Act[]): void {
  console.log(`${input}: longest task by act, in processor time: median and all turns`);
  for (const { act, tasks, turns } of acts) {
    const [longest] = tasks;
    const all = turns.length > 1 ? ` of ${turns.map((spent) => spent.toFixed(0)).join(' ')}` : '';
    console.log(
      `  ${act.padEnd(34)} ${longest === undefined ? 'none' : `${taskWords(longest)}${all}`}`,
    );
  }
}
