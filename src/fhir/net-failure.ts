import { assertNever } from '../shared/assert-never.ts';
import type { HttpFailure, RequestError } from '../model/request-error.ts';
import type { NetError } from '../net/net-error.ts';

/** What a request that got no answer means. */
export function fromNetError(error: NetError): RequestError {
  switch (error.kind) {
    case 'cancelled':
    case 'sessionEnded':
    case 'redirected':
    case 'timeout':
    case 'blocked':
      return error;
    case 'offline':
      return { kind: 'offline' };
    case 'refusedAddress':
      return { kind: 'refusedAddress', reason: error.reason, host: error.host };
    default:
      return assertNever(error);
  }
}

/** What a status that is no success means. A 401 here is one that a fresh token did not cure. */
export function fromStatus(failure: HttpFailure): RequestError {
  const { status } = failure;
  if (status >= 300 && status < 400) return { kind: 'redirected' };
  if (status === 401 || status === 403) return { kind: 'forbidden', failure };
  if (status === 404 || status === 410) return { kind: 'notFound', failure };
  if (status === 406) return { kind: 'notAcceptable', failure };
  if (status === 429) return { kind: 'tooManyRequests', failure };
  return { kind: status >= 500 ? 'serverError' : 'clientError', failure };
}
