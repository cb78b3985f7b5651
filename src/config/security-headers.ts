import type { Config, IssuerConfig } from './config.ts';
import { mpagesOrigins } from './mpages-origins.ts';

/** What a response holds: the page itself, a worker's script, another built file, or config.json. */
export type ResponseKind = 'document' | 'worker' | 'asset' | 'config';

/** Trusted Types policies of the app, each made once. */
const trustedTypesPolicies = ['dossier-worker', 'dossier-frame', 'dompurify'];

const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * The response headers for one kind of file: a pure function of the configuration, so that preview, tests
 * and shipped servers are byte-equal. `frame-ancestors` and nosniff cannot be said in a meta element.
 *
 * @param nonce of the development server only, whose client injects styles and a script.
 */
export function securityHeaders(
  config: Pick<Config, 'issuers' | 'frameAncestors'>,
  kind: ResponseKind,
  nonce?: string,
): Record<string, string> {
  return {
    'Content-Security-Policy': kind === 'worker' ? workerPolicy() : documentPolicy(config, nonce),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': permissionsPolicy,
    'Cache-Control':
      kind === 'document' || kind === 'config' ? 'no-store' : 'public, max-age=31536000, immutable',
  };
}

/** Every origin that the configuration lets the page contact, sorted, without repetition. */
export function connectOrigins(issuers: readonly IssuerConfig[]): readonly string[] {
  const origins = new Set<string>();
  for (const issuer of issuers) {
    const base = issuer.iss ?? issuer.issPattern?.replace('{tenant}', 'tenant');
    if (base !== undefined) origins.add(new URL(base).origin);
    for (const origin of issuer.authOrigins) origins.add(origin);
    for (const origin of issuer.styleOrigins) origins.add(origin);
    for (const prefix of issuer.resourcePrefixes) origins.add(new URL(prefix.url).origin);
  }
  return [...origins].sort();
}

function documentPolicy(
  config: Pick<Config, 'issuers' | 'frameAncestors'>,
  nonce: string | undefined,
): string {
  const self = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    // pdf.js compiles its ICC and JPEG 2000 decoders; nothing else is loosened.
    `script-src ${self} 'wasm-unsafe-eval'`,
    "worker-src 'self'",
    `style-src ${self}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ['connect-src', "'self'", ...connectOrigins(config.issuers)].join(' '),
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ['frame-ancestors', "'self'", ...frameAncestors(config)].join(' '),
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicies.join(' ')}`,
  ].join('; ');
}

function frameAncestors(config: Pick<Config, 'issuers' | 'frameAncestors'>): readonly string[] {
  const isInMpages = config.issuers.some(({ mpages }) => mpages);
  return [...new Set([...config.frameAncestors, ...(isInMpages ? mpagesOrigins : [])])];
}

function workerPolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "font-src 'self'",
  ].join('; ');
}
