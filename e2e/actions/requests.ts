import type { CreatedSession, SandboxClient } from '../fixtures.ts';
import type { LoggedRequest } from '../../sandbox/session.ts';

/** The GETs that the FHIR server saw for one Binary, preflights left out. */
export async function binaryRequests(
  sandbox: SandboxClient,
  session: CreatedSession,
  id: string,
): Promise<readonly LoggedRequest[]> {
  return fhirGets(await sandbox.requests(session), `/Binary/${id}`);
}

/** The GETs at the FHIR origin whose address holds `part`. */
export const fhirGets = (
  requests: readonly LoggedRequest[],
  part: string,
): readonly LoggedRequest[] =>
  requests.filter(
    ({ origin, method, url }) => origin === 'fhir' && method === 'GET' && url.includes(part),
  );
