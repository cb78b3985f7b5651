import { locale, t, type MessageKey } from '../messages/messages.ts';
import type { ContentError, HttpFailure } from '../model/content.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { ProblemWords } from '../ui/Alert.tsx';
import { formatBytes } from './format-bytes.ts';

/** Why a document's bytes could not be had, and what to do. */
export function contentErrorWords(error: ContentError): ProblemWords {
  const words = (what: string, todo: MessageKey, lines: readonly string[] = []): ProblemWords => ({
    what,
    todo: t(todo),
    details: [`error: ${error.kind}`, ...lines],
  });
  switch (error.kind) {
    case 'cancelled':
      return { what: t('errors.cancelled') };
    case 'offline':
      return words(t('errors.offline'), 'errors.offlineTodo', optional('cause', error.detail));
    case 'timeout':
      return words(t('errors.timeout', { seconds: error.seconds }), 'errors.tryAgainLater');
    case 'sessionEnded':
      return words(t('errors.sessionEnded'), 'errors.sessionEndedTodo');
    case 'forbidden':
      return words(t('errors.forbidden'), 'errors.forbiddenTodo', failureLines(error.failure));
    case 'notFound':
      return words(
        t('errors.notFoundDocument'),
        'errors.notFoundTodo',
        failureLines(error.failure),
      );
    case 'notAcceptable':
      return words(t('errors.notAcceptable'), 'errors.notFoundTodo', failureLines(error.failure));
    case 'tooManyRequests':
      return words(
        t('errors.tooManyRequests'),
        'errors.tryAgainLater',
        failureLines(error.failure),
      );
    case 'serverError':
      return words(t('errors.serverError'), 'errors.tryAgainLater', failureLines(error.failure));
    case 'refusedAddress':
      return words(
        t('errors.refusedAddress', { host: error.host }),
        'errors.refusedAddressTodo',
        optional('reason', error.reason),
      );
    case 'redirected':
      return words(t('errors.redirected'), 'errors.refusedAddressTodo');
    case 'loginPage':
      return words(t('errors.loginPage'), 'errors.sessionEndedTodo');
    case 'unreadableEnvelope':
      return words(
        t('errors.unreadableEnvelope'),
        'errors.tryAgainLater',
        optional('reason', error.reason),
      );
    case 'truncated':
      return words(
        t('errors.truncated', { received: error.received, expected: error.expected }),
        'errors.tryAgainLater',
      );
    case 'empty':
      return words(t('errors.empty'), 'errors.emptyTodo');
    case 'tooLarge':
      return words(
        t('errors.tooLarge', { limit: formatBytes(error.limit, locale()) }),
        'errors.tooLargeTodo',
        error.size === undefined ? [] : [`size: ${error.size}`],
      );
    case 'noAddress':
      return words(t('errors.noAddress'), 'errors.refusedAddressTodo');
    default:
      return assertNever(error);
  }
}

/** Does asking again stand a chance? */
export function canTryAgain(error: ContentError): boolean {
  return !['noAddress', 'refusedAddress', 'sessionEnded', 'tooLarge'].includes(error.kind);
}

const optional = (name: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`${name}: ${value}`];

const failureLines = (failure: HttpFailure): readonly string[] => [
  `status: ${failure.status}`,
  `request: ${failure.request}`,
  ...optional('request id', failure.requestId),
  ...optional('answer', failure.outcome),
];
