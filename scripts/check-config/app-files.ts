/** Which scripts a served page has, and which worker they start: names carry hashes, so they are looked up. */
import { ask } from './ask.ts';

const mostScripts = 100;

/** Workers are built from `*.worker.ts`; other scripts may only be named after them. */
const workerName = /\.worker[.-][^/]*\.m?js$/;

/** Addresses of the scripts and preloads that a page names itself. */
export function scriptsOf(html: string, page: string): readonly string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.m?js)"/g)].flatMap(
    ([, written = '']) => below(written, page, page),
  );
}

/** The first worker that the page's scripts lead to, one script after the other; undefined when none does. */
export async function findWorker(
  scripts: readonly string[],
  site: string,
  patience: number,
): Promise<string | undefined> {
  const queue = [...scripts];
  for (let next = 0; next < Math.min(queue.length, mostScripts); next += 1) {
    const script = queue[next] ?? '';
    const answer = await ask(script, { patience });
    const named = answer.ok ? filesNamedIn(answer.value.text, script, site) : [];
    const worker = named.find((file) => workerName.test(file));
    if (worker !== undefined) return worker;
    for (const file of named) if (!queue.includes(file)) queue.push(file);
  }
  return undefined;
}

/** Built scripts name each other beside themselves (`./x.js`), or from the page (`assets/x.js`). */
function filesNamedIn(text: string, script: string, site: string): readonly string[] {
  return [...text.matchAll(/["'`]((?:[\w.-]+\/)*[\w.-]+\.m?js)["'`]/g)].flatMap(
    ([, written = '']) =>
      below(written.startsWith('assets/') ? `/${written}` : written, script, site),
  );
}

function below(written: string, from: string, site: string): readonly string[] {
  const base = written.startsWith('/assets/')
    ? new URL(`.${written}`, site)
    : new URL(written, from);
  return base.href.startsWith(site) ? [base.href] : [];
}
