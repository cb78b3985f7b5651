/** What each named fault does to an answer. Where it strikes is decided in faults.ts. */
import type { Fault, FaultProbe } from './faults.ts';
import { jsonResponse, textResponse } from './http.ts';
import type { Origins } from './origins.ts';
import { rewriteAnswer } from './rewrite-answer.ts';
import type { FhirVersion } from './session.ts';
import type { LiveSession } from './sessions.ts';

export interface FaultScene {
  readonly request: Request;
  readonly session: LiveSession;
  readonly origins: Origins;
  readonly version: FhirVersion;
  readonly probe: FaultProbe;
}

/** Ten minutes: as long as a request that "never" ends is kept. */
const hangMilliseconds = 600_000;

/** Plays the faults in the order: those that delay, one that replaces the answer, those that rewrite it. */
export async function playFault(
  faults: readonly Fault[],
  answer: () => Promise<Response>,
  scene: FaultScene,
): Promise<Response> {
  const { signal } = scene.request;
  for (const fault of faults) {
    if (fault.name === 'slow') await pause(fault.milliseconds ?? 3000, signal);
    if (fault.name === 'hang') {
      await pause(hangMilliseconds, signal);
      return textResponse('Gateway time-out', 504);
    }
  }
  for (const fault of faults) {
    const replaced = replacement(fault, scene);
    if (replaced !== undefined) return replaced;
  }
  let response = await answer();
  for (const fault of faults) response = await rewriteAnswer(fault.name, response, scene);
  return response;
}

/** Ends after the time, or at once when the client gave up. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}

function replacement(fault: Fault, scene: FaultScene): Response | undefined {
  const { origins, session, version } = scene;
  switch (fault.name) {
    case '400':
      return textResponse('no supported search parameters provided', 400);
    case '401':
      return new Response(null, {
        status: 401,
        headers: { 'WWW-Authenticate': 'Bearer realm="sandbox", error="invalid_token"' },
      });
    case '403':
      return textResponse('Tenant not valid or accessible', 403);
    case '404':
      return outcome(version, 404, 'not-found', 'Resource not found');
    case '406':
      return new Response(null, { status: 406, headers: { 'Content-Length': '0' } });
    case '410':
      return new Response(null, { status: 410 });
    case '422':
      return outcome(version, 422, 'business-rule', refusedRule);
    case 'outcomeList':
      return outcome(version, 422, 'business-rule', refusedRule, 'list');
    case '429':
      return textResponse('Too many requests', 429, { 'Retry-After': '1' });
    case '500':
      return outcome(version, 500, 'exception', 'An unexpected error occurred');
    case '502':
      return gatewayPage(502, 'Bad Gateway');
    case '503':
      return textResponse('Service unavailable', 503);
    case '504':
      return gatewayPage(504, 'Gateway Time-out');
    case 'reset':
      return Response.error();
    case 'emptyBody':
      return new Response('', { headers: { 'Content-Type': fhirType(version) } });
    case 'loginPage':
      return new Response(
        '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form><input name="user"></form></body></html>',
        { headers: { 'Content-Type': 'text/html; charset=utf-8' } },
      );
    case 'brokenJson':
      return new Response('{"resourceType":"Bundle","type":"searchset","entry":[{"resource":', {
        headers: { 'Content-Type': fhirType(version) },
      });
    case 'redirect':
      return new Response(null, {
        status: 302,
        headers: { Location: `${origins.storage}/${session.id}/redirected` },
      });
    default:
      return undefined;
  }
}

/** Markup in it: whoever shows it must show it as written. */
const refusedRule = 'The rule <b>max-range</b> does not allow this search';

const fhirType = (version: FhirVersion): string =>
  version === 'r4' ? 'application/fhir+json' : 'application/json+fhir';

function gatewayPage(status: number, words: string): Response {
  return new Response(`<html><body><h1>${status} ${words}</h1></body></html>`, {
    status,
    headers: { 'Content-Type': 'text/html' },
  });
}

/** `list`: an array of one, as some servers were seen to send. */
function outcome(
  version: FhirVersion,
  status: number,
  code: string,
  text: string,
  shape: 'object' | 'list' = 'object',
): Response {
  const issue =
    version === 'r4'
      ? { severity: 'error', code, details: { text }, diagnostics: text }
      : { severity: 'error', code, details: { text } };
  const body = { resourceType: 'OperationOutcome', issue: [issue] };
  return jsonResponse(shape === 'list' ? [body] : body, status, {
    'Content-Type':
      version === 'r4' ? 'application/fhir+json' : 'application/json+fhir; charset=utf-8',
  });
}
