/** `/sandbox/sessions`: sessions made and looked at over HTTP, for tests in other processes. */
import { corsHeaders, jsonResponse, textResponse } from '../http.ts';
import type { LiveSession, UnknownChart } from '../sessions.ts';
import type { LoggedRequest } from '../session.ts';
import { parseFaults, parseSessionOptions } from '../session-options.ts';
import type { CreatedSession } from '../created-session.ts';
import type { SessionOptions } from '../session.ts';

export interface SessionApi {
  create(options: Partial<SessionOptions>): Promise<CreatedSession | UnknownChart>;
  session(key: string): LiveSession | undefined;
  launchUrl(session: LiveSession): string;
  /** Requests that named no session. */
  readonly strays: readonly LoggedRequest[];
}

/** Answers the path after `/sandbox/`. */
export async function handleSessionApi(
  request: Request,
  path: string,
  api: SessionApi,
): Promise<Response> {
  if (path === 'requests') return answer(api.strays);
  if (path === 'sessions' && request.method === 'POST') return create(request, api);
  const [, key = '', verb] = /^sessions\/([a-z0-9-]+)\/([a-z]+)$/.exec(path) ?? [];
  const session = api.session(key);
  if (session === undefined) return textResponse('No such session', 404, corsHeaders);
  if (request.method === 'GET') {
    return verb === 'requests' ? answer(session.requests) : notFound();
  }
  switch (verb) {
    case 'advance': {
      const body = await readJson(request);
      const milliseconds =
        typeof body === 'object' && body !== null && 'milliseconds' in body
          ? body.milliseconds
          : undefined;
      if (typeof milliseconds !== 'number') return problem('milliseconds must be a number');
      session.advance(milliseconds);
      return answer({ now: session.now() });
    }
    case 'faults': {
      const faults = parseFaults(await readJson(request));
      if (!faults.ok) return problem(faults.problem);
      session.setFaults(faults.value);
      return answer({ faults: faults.value });
    }
    case 'launch':
      return answer({ launchUrl: api.launchUrl(session) });
    default:
      return notFound();
  }
}

async function create(request: Request, api: SessionApi): Promise<Response> {
  const options = parseSessionOptions(await readJson(request));
  if (!options.ok) return problem(options.problem);
  const created = await api.create(options.value);
  return 'unknownChart' in created
    ? problem(`chart ${created.unknownChart} is unknown`)
    : jsonResponse(created, 201, corsHeaders);
}

const answer = (value: unknown): Response => jsonResponse(value, 200, corsHeaders);
const problem = (text: string): Response => textResponse(text, 400, corsHeaders);
const notFound = (): Response => textResponse('Not found', 404, corsHeaders);

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
