import { withoutIds } from '../fhir/without-ids.ts';
import type { LaunchError } from '../session/session-state.ts';
import { t, type MessageKey } from '../messages/messages.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { ProblemWords } from '../ui/Alert.tsx';

export interface LaunchErrorWords extends ProblemWords {
  /** The authorization server's own page about the error. */
  readonly more?: string;
}

/** What happened and what to do about a launch that failed; details name no patient and no token. */
export function launchErrorWords(error: LaunchError): LaunchErrorWords {
  const details = (lines: readonly (string | undefined)[] = []): readonly string[] => [
    `launch: ${error.kind}`,
    // What a server wrote may name whom it refused.
    ...lines.filter((line) => line !== undefined).map(withoutIds),
  ];
  const words = (what: string, todo: MessageKey, lines?: readonly (string | undefined)[]) => ({
    what,
    todo: t(todo),
    details: details(lines),
  });
  switch (error.kind) {
    case 'repeatedParameter':
      return words(t('session.repeatedParameter', { name: error.name }), 'session.openAgain');
    case 'issuerNotConfigured':
      return words(t('session.issuerNotConfigured', { host: error.host }), 'session.askConfigure');
    case 'discoveryFailed':
      return words(t('session.discoveryFailed', { host: error.host }), 'session.tryLater', [
        statusLine(error.status),
        `cause: ${error.cause}`,
      ]);
    case 'endpointOutsideConfiguration':
      return words(
        t('session.endpointOutsideConfiguration', { origin: error.origin, key: error.configKey }),
        'session.askConfigure',
      );
    case 'connectionBlocked':
      return words(t('errors.blocked', { host: error.host }), 'errors.blockedTodo');
    case 'pkceNotSupported':
      return words(t('session.pkceNotSupported'), 'session.askConfigure');
    case 'authorizationRefused':
      return {
        ...(error.error === 'access_denied'
          ? words(t('session.accessDenied'), 'session.accessDeniedTodo', [line(error)])
          : words(t('session.authorizationRefused'), 'session.openAgain', [line(error)])),
        ...more(error.uri),
      };
    case 'issuerMismatch':
      return words(t('session.issuerMismatch'), 'session.openAgain');
    case 'unknownState':
      return words(t('session.unknownState'), 'session.openAgain');
    case 'alreadyUsed':
      return words(t('session.alreadyUsed'), 'session.openAgain');
    case 'exchangeFailed':
      return {
        ...words(t('session.exchangeFailed'), 'session.openAgain', [
          statusLine(error.status),
          error.error === undefined ? undefined : line({ ...error, error: error.error }),
        ]),
        ...more(error.uri),
      };
    case 'noPatient':
      return words(t('session.noPatient'), 'session.noPatientTodo');
    case 'noAccessToken':
      return words(t('session.noAccessToken'), 'session.openAgain');
    case 'idTokenRefused':
      return words(t('session.idTokenRefused'), 'session.idTokenRefusedTodo', [
        `id token: ${error.problem}`,
      ]);
    case 'fhirVersionUnsupported':
      return words(
        t('session.fhirVersionUnsupported', { version: error.version }),
        'session.askConfigure',
      );
    case 'storageRefused':
      return words(t('session.storageRefused'), 'session.storageRefusedTodo');
    case 'storedStateUnreadable':
      return words(t('session.storedStateUnreadable'), 'session.openAgain');
    case 'offline':
      return words(t('session.offline'), 'session.offlineTodo');
    default:
      return assertNever(error);
  }
}

const statusLine = (status: number | undefined): string | undefined =>
  status === undefined ? undefined : `status: ${status}`;

function line(error: { readonly error: string; readonly description?: string }): string {
  return error.description === undefined
    ? `error: ${error.error}`
    : `error: ${error.error}: ${error.description}`;
}

/** The session gives an `error_uri` only if it is https, or http on loopback. */
const more = (uri: string | undefined): { readonly more?: string } =>
  uri === undefined ? {} : { more: uri };
