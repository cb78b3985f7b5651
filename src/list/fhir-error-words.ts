import type { FhirError } from '../fhir/fhir-error.ts';
import { t } from '../messages/messages.ts';
import { errorWords, requestErrorWords, requestIdLine } from '../model/request-error-words.ts';
import type { ProblemWords } from '../ui/Alert.tsx';

/** Why a read or a search of the record system failed, and what to do. */
export function fhirErrorWords(error: FhirError): ProblemWords {
  switch (error.kind) {
    case 'notFhir':
      return errorWords(error.kind, t('errors.notFhir'), 'errors.tryAgainLater', [
        `reason: ${error.reason}`,
        ...requestIdLine(error.requestId),
      ]);
    case 'pagesLoop':
      return errorWords(error.kind, t('errors.pagesLoop'), 'errors.tryAgainLater');
    case 'tooManyPages':
      return errorWords(
        error.kind,
        t('errors.tooManyPages', { limit: error.limit }),
        'errors.refusedAddressTodo',
      );
    default:
      return requestErrorWords(error, 'list');
  }
}
