import type { Net } from '../net/net.ts';
import type { StoredLaunch } from './stored-launch.ts';
import { parseTokenResponse } from './token-response.ts';

const TIME_LIMIT_SECONDS = 10;

/**
 * Asks the server to forget the launch's tokens, where it offers that (RFC 7009). Nothing depends on the
 * answer: the tokens are gone from here already.
 */
export async function revokeTokens(net: Net, launch: StoredLaunch): Promise<void> {
  const url = launch.notes.revocationEndpoint;
  if (url === undefined) return;
  const { accessToken, refreshToken } = parseTokenResponse(launch.token);
  const tokens = [
    { token: refreshToken, hint: 'refresh_token' },
    { token: accessToken, hint: 'access_token' },
  ];
  await Promise.all(
    tokens.map(({ token, hint }) => {
      if (token === undefined) return undefined;
      const form = new URLSearchParams({
        token,
        token_type_hint: hint,
        client_id: launch.clientId,
      });
      return net.request({ purpose: 'revoke', url, form, timeoutSeconds: TIME_LIMIT_SECONDS });
    }),
  );
}
