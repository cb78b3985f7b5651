import { base64Url } from '../random.ts';

/** Whether the verifier is what the S256 challenge was made of (RFC 7636 section 4.6). */
export async function verifiesChallenge(verifier: string, challenge: string): Promise<boolean> {
  if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier)) return false;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64Url(new Uint8Array(digest)) === challenge;
}
