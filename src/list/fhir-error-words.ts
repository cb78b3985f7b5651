import type { FhirError } from '../fhir/fhir-error.ts';
import { t, type MessageKey } from '../messages/messages.ts';
import type { HttpFailure } from '../model/content.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { ProblemWords } from '../ui/Alert.tsx';

/** Why a read or a search of the record system failed, and what to do. */
export function fhirErrorWords(error: FhirError): ProblemWords {
  const words = (what: string, todo: MessageKey, lines: readonly string[] = []): ProblemWords => ({
    what,
    todo: t(todo),
    details: [`error: ${error.kind}`, ...lines],
  });
  switch (error.kind) {
    case 'cancelled':
      return words(t('errors.cancelled'), 'errors.tryAgainLater');
    case 'offline':
      return words(t('errors.offline'), 'errors.offlineTodo');
    case 'timeout':
      return words(t('errors.timeout', { seconds: error.seconds }), 'errors.tryAgainLater');
    case 'sessionEnded':
      return words(t('errors.sessionEnded'), 'errors.sessionEndedTodo');
    case 'forbidden':
      return words(t('errors.forbidden'), 'errors.forbiddenTodo', failureLines(error.failure));
    case 'notFound':
      return words(t('errors.notFound'), 'errors.tryAgainLater', failureLines(error.failure));
    case 'notAcceptable':
      return words(t('errors.notAcceptable'), 'errors.tryAgainLater', failureLines(error.failure));
    case 'tooManyRequests':
      return words(
        t('errors.tooManyRequests'),
        'errors.tryAgainLater',
        failureLines(error.failure),
      );
    case 'clientError':
      return words(t('errors.clientError'), 'errors.tryAgainLater', failureLines(error.failure));
    case 'serverError':
      return words(t('errors.serverError'), 'errors.tryAgainLater', failureLines(error.failure));
    case 'refusedAddress':
      return words(t('errors.refusedAddress', { host: error.host }), 'errors.refusedAddressTodo', [
        `reason: ${error.reason}`,
      ]);
    case 'redirected':
      return words(t('errors.redirected'), 'errors.tryAgainLater');
    case 'loginPage':
      return words(t('errors.loginPage'), 'errors.sessionEndedTodo');
    case 'notFhir':
      return words(t('errors.notFhir'), 'errors.tryAgainLater', [`reason: ${error.reason}`]);
    case 'pagesLoop':
      return words(t('errors.pagesLoop'), 'errors.tryAgainLater');
    case 'tooManyPages':
      return words(t('errors.tooManyPages', { limit: error.limit }), 'errors.refusedAddressTodo');
    default:
      return assertNever(error);
  }
}

function failureLines(failure: HttpFailure): readonly string[] {
  return [
    `status: ${failure.status}`,
    `request: ${failure.request}`,
    ...(failure.requestId === undefined ? [] : [`request id: ${failure.requestId}`]),
    ...(failure.outcome === undefined ? [] : [`answer: ${failure.outcome}`]),
  ];
}
