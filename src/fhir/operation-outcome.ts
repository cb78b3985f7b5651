import { isRecord } from '../shared/json.ts';
import { objectOf, objectsOf, textOf } from './fhir-resource.ts';
import { withoutIds } from './without-ids.ts';

/**
 * What an OperationOutcome says, its issues joined, without ids; undefined where `json` is none. Servers were seen to
 * send an array of them.
 */
export function outcomeText(json: unknown): string | undefined {
  const outcomes: readonly unknown[] = Array.isArray(json) ? json : [json];
  const texts = outcomes
    .filter(isRecord)
    .filter((outcome) => outcome['resourceType'] === 'OperationOutcome')
    .flatMap((outcome) => objectsOf(outcome['issue']).map(issueText));
  const said = [...new Set(texts.filter((text) => text !== undefined))];
  return said.length === 0 ? undefined : withoutIds(said.join('; ')).slice(0, 1000);
}

function issueText(issue: Readonly<Record<string, unknown>>): string | undefined {
  const details = objectOf(issue['details']);
  return (
    textOf(issue['diagnostics']) ??
    textOf(details?.['text']) ??
    objectsOf(details?.['coding']).map((coding) => textOf(coding['display']))[0] ??
    textOf(issue['code'])
  );
}
