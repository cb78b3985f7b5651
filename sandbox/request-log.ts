/** Writes down who asked for what, preflights included: in the session's log, else in the sandbox's own. */
import type { LoggedRequest, SandboxSession } from './session.ts';
import type { OriginRole } from './origins.ts';

/** What is noted of a token request; never a code or a token. */
interface TokenForm {
  readonly grantType?: string | undefined;
  readonly activeAt?: string | undefined;
}

export interface RequestLog {
  /** Requests that named no session. */
  readonly strays: LoggedRequest[];
  /** Logs the request before it is answered and its status after. */
  record(
    request: Request,
    origin: OriginRole,
    session: SandboxSession | undefined,
    answer: () => Promise<Response>,
    form?: TokenForm,
  ): Promise<Response>;
}

const kept = 20_000;

export function createRequestLog(
  time: () => number,
  listener?: (request: LoggedRequest) => void,
): RequestLog {
  const strays: LoggedRequest[] = [];
  return {
    strays,
    async record(request, origin, session, answer, { grantType, activeAt } = {}) {
      const url = new URL(request.url);
      const accept = request.headers.get('Accept');
      const entry: LoggedRequest = {
        at: session?.now() ?? time(),
        origin,
        method: request.method,
        url: `${url.pathname}${url.search}`,
        authorization: request.headers.has('Authorization'),
        ...(accept === null ? {} : { accept }),
        ...(grantType === undefined ? {} : { grantType }),
        ...(activeAt === undefined ? {} : { activeAt }),
      };
      const list = session?.requests ?? strays;
      list.push(entry);
      if (list.length > kept) list.shift();
      const response = await answer();
      entry.status = response.status;
      listener?.(entry);
      return response;
    },
  };
}
