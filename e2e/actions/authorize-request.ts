import type { CreatedSession, SandboxClient } from '../fixtures.ts';

/** The parameters with which the app first asked the authorization server. */
export async function authorizeRequest(
  sandbox: SandboxClient,
  session: CreatedSession,
): Promise<URLSearchParams> {
  const requests = await sandbox.requests(session);
  const asked = requests.find(({ url }) => url.includes('/authorize?'));
  return new URL(asked?.url ?? '', 'http://sandbox.invalid').searchParams;
}
