/**
 * A foreign host. It answers everything kindly, and lets any header through the preflight, so that a request
 * that should never have been made is seen whole in the log.
 */
import { corsHeaders, preflightResponse, textResponse } from './http.ts';
import type { RequestLog } from './request-log.ts';
import type { LiveSession } from './sessions.ts';

export interface StorageOrigin {
  readonly log: RequestLog;
  tenant(id: string): LiveSession | undefined;
}

export async function handleStorage(request: Request, server: StorageOrigin): Promise<Response> {
  const segment = new URL(request.url).pathname.split('/')[1] ?? '';
  return server.log.record(request, 'storage', server.tenant(segment), async () =>
    request.method === 'OPTIONS'
      ? preflightResponse('GET, POST, OPTIONS')
      : textResponse('A document kept on another host.', 200, corsHeaders),
  );
}
