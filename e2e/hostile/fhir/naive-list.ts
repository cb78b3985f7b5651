/** A client of the record system that takes for the patient's whatever a search answers, and for text whatever it finds. */
import {
  getJson,
  locationOf,
  parseObject,
  prepareDance,
} from '../../../sandbox/testing/oauth-client.ts';
import type { SuiteApp } from '../documents/document-test.ts';

/** The titles of the documents of `chart`, in order; one that is no text is made one, or left out. */
export async function titlesOf({ sandbox, url }: SuiteApp, chart: string): Promise<readonly string[]> {
  const { launchUrl, iss } = await sandbox.createSession({ chart });
  const dance = await prepareDance(launchUrl);
  const back = locationOf(await dance.authorize({ redirect_uri: url }));
  const token = parseObject(await (await dance.exchange(back, { redirect_uri: url })).text());
  const search = `${iss}/DocumentReference?patient=${String(token['patient'])}`;
  const { entry } = await getJson(search, String(token['access_token']));
  if (!Array.isArray(entry)) throw new Error(`${search} answered no entries.`);
  return entry.flatMap(({ resource }: { resource: { description: unknown } }) => asText(resource.description));
} // prettier-ignore

function asText(value: unknown): readonly string[] {
  try {
    return [String(value)];
  } catch {
    return [];
  }
}
