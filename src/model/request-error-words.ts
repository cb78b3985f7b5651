import { assertNever } from '../shared/assert-never.ts';
import { t, type MessageKey } from '../messages/messages.ts';
import type { HttpFailure, RequestError } from './request-error.ts';

/** What happened, what to do, and the lines to copy for a support desk. */
export interface RequestErrorWords {
  readonly what: string;
  readonly todo?: string;
  readonly details?: readonly string[];
}

/** The words for a request that failed; a document that is gone has other ways out than a list. */
export function requestErrorWords(
  error: RequestError,
  asked: 'list' | 'document',
): RequestErrorWords {
  const ofDocument = asked === 'document';
  switch (error.kind) {
    case 'cancelled':
      return ofDocument
        ? { what: t('errors.cancelled') }
        : errorWords(error.kind, t('errors.cancelled'), 'errors.tryAgainLater');
    case 'offline':
      return isOffline()
        ? errorWords(error.kind, t('errors.noNetwork'), 'errors.noNetworkTodo')
        : errorWords(error.kind, t('errors.offline'), 'errors.offlineTodo');
    case 'blocked':
      return errorWords(
        error.kind,
        t('errors.blocked', { host: error.host }),
        'errors.blockedTodo',
      );
    case 'timeout':
      return errorWords(
        error.kind,
        t('errors.timeout', { seconds: error.seconds }),
        'errors.tryAgainLater',
      );
    case 'sessionEnded':
      return errorWords(error.kind, t('errors.sessionEnded'), 'errors.sessionEndedTodo');
    case 'forbidden':
      return refused(error, 'errors.forbidden', 'errors.forbiddenTodo');
    case 'notFound':
      return ofDocument
        ? refused(error, 'errors.notFoundDocument', 'errors.notFoundTodo')
        : refused(error, 'errors.notFound', 'errors.tryAgainLater');
    case 'notAcceptable':
      return refused(
        error,
        'errors.notAcceptable',
        ofDocument ? 'errors.notFoundTodo' : 'errors.tryAgainLater',
      );
    case 'tooManyRequests':
      return refused(error, 'errors.tooManyRequests', 'errors.tryAgainLater');
    case 'clientError':
      return refused(error, 'errors.clientError', 'errors.clientErrorTodo');
    case 'serverError':
      return refused(error, 'errors.serverError', 'errors.tryAgainLater');
    case 'refusedAddress':
      return errorWords(
        error.kind,
        error.host === ''
          ? t('errors.refusedAddressUnnamed')
          : t('errors.refusedAddress', { host: error.host }),
        ofDocument ? 'errors.refusedAddressTodo' : 'errors.refusedAddressListTodo',
        [`reason: ${error.reason}`],
      );
    case 'redirected':
      return errorWords(
        error.kind,
        t('errors.redirected'),
        ofDocument ? 'errors.refusedAddressTodo' : 'errors.tryAgainLater',
      );
    case 'loginPage':
      return errorWords(
        error.kind,
        t('errors.loginPage'),
        'errors.sessionEndedTodo',
        requestIdLine(error.requestId),
      );
    default:
      return assertNever(error);
  }
}

/** The line by which a support desk finds the request. */
export const requestIdLine = (requestId: string | undefined): readonly string[] =>
  requestId === undefined ? [] : [`request id: ${requestId}`];

/** Does the browser itself know of no network? What else keeps a request from its server it does not tell. */
const isOffline = (): boolean => globalThis.navigator?.onLine === false;

/** One error in words; its tag is the first line of the details. */
export function errorWords(
  kind: string,
  what: string,
  todo: MessageKey,
  lines: readonly string[] = [],
): RequestErrorWords {
  return {
    what,
    todo: t(todo),
    details: [`error: ${kind}`, ...lines],
  };
}

function refused(
  { kind, failure }: { readonly kind: string; readonly failure: HttpFailure },
  what: MessageKey,
  todo: MessageKey,
): RequestErrorWords {
  return errorWords(kind, t(what), todo, [
    `status: ${failure.status}`,
    `request: ${failure.request}`,
    ...requestIdLine(failure.requestId),
    ...(failure.outcome === undefined ? [] : [`answer: ${failure.outcome}`]),
  ]);
}
