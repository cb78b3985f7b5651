import { err } from '../shared/result.ts';
import type { ConfigResult } from './config.ts';
import { parseConfig } from './parse-config.ts';

/**
 * Fetches `config.json` beside `index.html`, never from a cache: an administrator's change counts at the
 * next load. It is the first request of the app and carries nothing.
 */
export async function loadConfig(
  fetchImpl: typeof fetch = fetch,
  baseUri: string = document.baseURI,
): Promise<ConfigResult> {
  let response: Response;
  try {
    response = await fetchImpl(new URL('config.json', baseUri), {
      cache: 'no-store',
      credentials: 'omit',
    });
  } catch {
    return err({ kind: 'unreachable' });
  }
  if (!response.ok) return err({ kind: 'unreachable', status: response.status });
  let json: unknown;
  try {
    json = await response.json();
  } catch {
    return err({ kind: 'notJson' });
  }
  return parseConfig(json);
}
