import { err, ok, type Result } from '../../src/shared/result.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long an answer may take, in milliseconds. */
  readonly patience: number;
}

/** Asks without following redirects. What goes wrong on the way is a sentence. */
export async function ask(
  url: string,
  { method = 'GET', headers = {}, patience }: Asking,
): Promise<Result<Answer, string>> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    return ok({ status: response.status, headers: response.headers, text: await response.text() });
  } catch (thrown) {
    return err(networkSentence(thrown, new URL(url).host, patience));
  }
}

/** A status other than 200, in words; undefined for 200. */
export function statusSentence({ status, headers }: Answer): string | undefined {
  if (status === 200) return undefined;
  const location = headers.get('location');
  return status >= 300 && status < 400 && location !== null
    ? `answers with a redirect to ${location}, which the app does not follow; give the address that answers itself.`
    : `answers with status ${status} in place of 200.`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'has no address in DNS; look for a slip in the name.',
  EAI_AGAIN: 'could not be looked up in DNS; is this computer connected?',
  ECONNREFUSED: 'does not listen at this port.',
  ECONNRESET: 'cut the connection.',
  UND_ERR_SOCKET: 'cut the connection.',
  CERT_HAS_EXPIRED: 'has a certificate that has run out.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that it signed itself.',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate whose signer is not known here.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'does not send the certificates between its own and the root.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another name.',
};

function networkSentence(thrown: unknown, host: string, patience: number): string {
  if (thrown instanceof Error && thrown.name === 'TimeoutError') {
    return `${host} did not answer within ${patience / 1000} s.`;
  }
  const code = codeOf(thrown);
  return `${host} ${reasons[code] ?? `could not be reached (${code || 'no reason given'}).`}`;
}

/** Node keeps the reason in the error's cause, and where several addresses were tried, in each of its errors. */
function codeOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return isCoded(first) ? first.code : '';
}

const isCoded = (value: unknown): value is { readonly code: string } =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
