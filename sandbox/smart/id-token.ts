/** OpenID Connect id tokens, really signed, with a key pair made when first needed. */
import { base64Url } from '../random.ts';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const keyId = 'sandbox-1';

export interface TokenSigner {
  /** A compact RS256 JWT of the claims. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** The public key as a JWK set. */
  keys(): Promise<{ readonly keys: readonly (JsonWebKey & { readonly kid: string })[] }>;
}

export function createTokenSigner(): TokenSigner {
  let pair: Promise<CryptoKeyPair> | undefined;
  const keyPair = (): Promise<CryptoKeyPair> => {
    pair ??= crypto.subtle.generateKey(
      { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ['sign', 'verify'],
    );
    return pair;
  };
  const encode = (value: unknown): string =>
    base64Url(new TextEncoder().encode(JSON.stringify(value)));
  return {
    async sign(claims) {
      const input = `${encode({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${encode(claims)}`;
      const { privateKey } = await keyPair();
      const bytes = new TextEncoder().encode(input);
      const signature = await crypto.subtle.sign(algorithm.name, privateKey, bytes);
      return `${input}.${base64Url(new Uint8Array(signature))}`;
    },
    async keys() {
      const { publicKey } = await keyPair();
      const jwk = await crypto.subtle.exportKey('jwk', publicKey);
      return { keys: [{ ...jwk, alg: 'RS256', use: 'sig', kid: keyId }] };
    },
  };
}
