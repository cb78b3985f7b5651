import { locale, t } from '../messages/messages.ts';
import type { ContentError } from '../model/content.ts';
import { errorWords, requestErrorWords, requestIdLine } from '../model/request-error-words.ts';
import type { ProblemWords } from '../ui/Alert.tsx';
import { formatBytes } from './format-bytes.ts';

/** Why a document's bytes could not be had, and what to do. */
export function contentErrorWords(error: ContentError): ProblemWords {
  switch (error.kind) {
    case 'unreadableEnvelope':
      return errorWords(error.kind, t('errors.unreadableEnvelope'), 'errors.tryAgainLater', [
        `reason: ${error.reason}`,
        ...requestIdLine(error.requestId),
      ]);
    case 'truncated':
      return errorWords(
        error.kind,
        t('errors.truncated', { received: error.received, expected: error.expected }),
        'errors.tryAgainLater',
        requestIdLine(error.requestId),
      );
    case 'empty':
      return errorWords(
        error.kind,
        t('errors.empty'),
        'errors.emptyTodo',
        requestIdLine(error.requestId),
      );
    case 'tooLarge':
      return errorWords(
        error.kind,
        t('errors.tooLarge', { limit: formatBytes(error.limit, locale()) }),
        'errors.tooLargeTodo',
        error.size === undefined ? [] : [`size: ${error.size}`],
      );
    case 'noAddress':
      return errorWords(error.kind, t('errors.noAddress'), 'errors.refusedAddressTodo');
    default:
      return requestErrorWords(error, 'document');
  }
}

/** Does asking again stand a chance? */
export function canTryAgain(error: ContentError): boolean {
  return ![
    'noAddress',
    'refusedAddress',
    'blocked',
    'sessionEnded',
    'tooLarge',
    'forbidden',
    'loginPage',
  ].includes(error.kind);
}
