import type { Config } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { isRecord } from '../../src/shared/json.ts';
import { clashFindings } from './clash-rules.ts';
import { error, warning, type Finding } from './finding.ts';
import { issuerFindings } from './issuer-rules.ts';
import { readJsonPlaces } from './json-mistake.ts';
import { pageFindings } from './page-rules.ts';
import { problemFinding, valueAt } from './problem-words.ts';

export interface CheckedConfiguration {
  readonly findings: readonly Finding[];
  /** Undefined where the app would refuse to start. */
  readonly config: Config | undefined;
}

/**
 * Checks the text of a config.json. The app's own parser decides what is a configuration; what it lets through
 * and can still not be meant is looked for in what it gives.
 */
export function checkConfiguration(text: string): CheckedConfiguration {
  // As a browser does when it reads JSON.
  const content = text.replace(/^\uFEFF/, '');
  const { mistake, repeated } = readJsonPlaces(content);
  if (mistake !== undefined) {
    const place = `line ${mistake.line}, column ${mistake.column}`;
    return { findings: [error(place, jsonSentence(content, mistake))], config: undefined };
  }
  const lost = repeated.map((path) =>
    error(path, 'stands twice: only the last one counts; take the other out.'),
  );
  const json: unknown = JSON.parse(content);
  const parsed = parseConfig(json);
  if (!parsed.ok) {
    const problems = parsed.error.kind === 'invalid' ? parsed.error.problems : [];
    const told = problems
      .filter(({ key }) => !isConsequence(key, problems))
      .map((problem) => problemFinding(problem, json));
    return { findings: [...lost, ...told], config: undefined };
  }
  return { findings: [...lost, ...meaningFindings(parsed.value, json)], config: parsed.value };
}

/** A list whose items were all refused is then told to be empty as well. */
function isConsequence(key: string, problems: readonly { readonly key: string }[]): boolean {
  return problems.some((other) => other.key.startsWith(`${key}[`));
}

function meaningFindings(config: Config, json: unknown): readonly Finding[] {
  const version = valueAt(json, 'version');
  const findings = config.issuers.flatMap((issuer, index) => {
    const written = valueAt(json, `issuers[${index}]`);
    return issuerFindings(issuer, `issuers[${index}]`, isRecord(written) ? written : {});
  });
  return [
    ...(version === undefined
      ? [warning('version', 'is missing; write 1, so that a later app knows what it reads.')]
      : []),
    ...(config.issuers.length === 0
      ? [warning('issuers', 'names no server: nobody can open a chart; add one.')]
      : []),
    ...findings,
    ...clashFindings(config),
    ...pageFindings(config),
  ];
}

/** Names the slips that hands make most. */
function jsonSentence(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): string {
  const rows = text.split('\n');
  const rest = [(rows[line - 1] ?? '').slice(column - 1), ...rows.slice(line)].join('\n');
  const before = [...rows.slice(0, line - 1), (rows[line - 1] ?? '').slice(0, column - 1)].join(
    '\n',
  );
  if (rest === '') return 'the file ends too early to be JSON; look for a missing } or ].';
  if (/^[}\]]/.test(rest) && /,\s*$/.test(before)) {
    return `is not JSON: a comma stands before ${rest[0]}; take the comma out.`;
  }
  if (/^\/[/*]/.test(rest)) return 'is not JSON: it has no comments; take this one out.';
  if (/^['‘’“”]/.test(rest)) return 'is not JSON: text stands between straight double quotes (").';
  if (/^["{[]/.test(rest) && /["}\]\w]\s*$/.test(before)) {
    return 'is not JSON: a comma is missing before this.';
  }
  return `is not JSON from ${JSON.stringify(rest.split('\n', 1)[0]?.slice(0, 20) ?? '')} on.`;
}
