import { assertNever } from '../shared/assert-never.ts';
import type { DocumentsState, SearchName, SearchState } from '../documents/documents-state.ts';
import { t } from '../messages/messages.ts';
import { Alert, type ProblemWords } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { useBackOnline } from '../ui/use-back-online.ts';
import { fhirErrorWords } from './fhir-error-words.ts';

export interface LoadNoticesProps {
  readonly state: DocumentsState;
  /** The session ended: nothing can be asked again. */
  readonly readOnly: boolean;
  readonly onRetry: (search: SearchName) => void;
}

const names: readonly SearchName[] = ['DiagnosticReport', 'DocumentReference'];

/** Says which search left the list incomplete, and offers to run that one again. */
export function LoadNotices({ state, readOnly, onRetry }: LoadNoticesProps) {
  return names.map((name) => (
    <SearchNotice
      key={name}
      name={name}
      search={state.searches[name]}
      readOnly={readOnly}
      onRetry={onRetry}
    />
  ));
}

interface SearchNoticeProps {
  readonly name: SearchName;
  readonly search: SearchState;
  readonly readOnly: boolean;
  readonly onRetry: (search: SearchName) => void;
}

function SearchNotice({ name, search, readOnly, onRetry }: SearchNoticeProps) {
  const what = t(`list.search.${name}`);
  const isOffline = 'error' in search && search.error.kind === 'offline';
  useBackOnline(isOffline && !readOnly, () => onRetry(name));
  switch (search.kind) {
    case 'loading':
    case 'complete':
      return null;
    case 'notGranted':
      return (
        <Alert
          tone="info"
          words={{ what: t('list.notGranted', { what }), todo: t('list.notGrantedTodo') }}
        />
      );
    case 'partial':
    case 'failed': {
      const key = search.kind === 'partial' ? 'list.partial' : 'list.failed';
      const words = withCause(t(key, { what }), fhirErrorWords(search.error));
      return (
        <Alert tone="warning" words={words}>
          <Button disabled={readOnly} onClick={() => onRetry(name)}>
            {t('ui.tryAgain')}
          </Button>
        </Alert>
      );
    }
    default:
      return assertNever(search);
  }
}

const withCause = (what: string, cause: ProblemWords): ProblemWords => ({
  ...cause,
  what,
  todo: [cause.what, cause.todo].filter(Boolean).join(' '),
});
