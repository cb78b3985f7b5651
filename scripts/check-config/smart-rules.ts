/** What an authorization server says of itself, held against what is configured for it. */
import type { IssuerConfig } from '../../src/config/config.ts';
import { chooseScopes } from '../../src/session/choose-scopes.ts';
import { foreignOrigin } from '../../src/session/discovery.ts';
import type { SmartConfiguration } from '../../src/session/smart-configuration.ts';
import { error, warning, type Finding } from './finding.ts';

export function endpointFindings(
  smart: SmartConfiguration,
  { authOrigins }: IssuerConfig,
  path: string,
): readonly Finding[] {
  const needed = new Set(
    [smart.authorizationEndpoint, smart.tokenEndpoint].flatMap(
      (endpoint) => foreignOrigin(endpoint, authOrigins) ?? [],
    ),
  );
  const found = [...needed].map((origin) =>
    error(`${path}.authOrigins`, `lacks ${origin}, where the server authorizes; add it.`),
  );
  const revocation = smart.revocationEndpoint;
  const foreign = revocation === undefined ? undefined : foreignOrigin(revocation, authOrigins);
  if (foreign !== undefined && !needed.has(foreign)) {
    found.push(
      warning(
        `${path}.authOrigins`,
        `lacks ${foreign}, so that signing out revokes no token; add it.`,
      ),
    );
  }
  return found;
}

export function pkceFindings(
  { codeChallengeMethods }: SmartConfiguration,
  { pkce }: IssuerConfig,
  path: string,
): readonly Finding[] {
  if (codeChallengeMethods.includes('S256')) return [];
  switch (pkce) {
    case 'required':
      return [
        error(
          `${path}.pkce`,
          'is "required", but the server does not advertise S256; write "always".',
        ),
      ];
    case 'ifAdvertised':
      return [
        warning(
          `${path}.pkce`,
          'is "ifAdvertised" and the server advertises no S256: nothing protects the code; write "always".',
        ),
      ];
    case 'always':
      return [
        warning(
          `${path}.pkce`,
          'is "always" and the server advertises no S256: it is sent all the same; try a launch.',
        ),
      ];
  }
}

export function capabilityFindings(
  smart: SmartConfiguration,
  issuer: IssuerConfig,
  url: string,
): readonly Finding[] {
  const { capabilities, scopesSupported } = smart;
  const wanted: readonly (readonly [string, string])[] = [
    ...issuer.launch.flatMap((way) => [
      [`launch-${way}`, `launches of the kind "${way}" may be refused`] as const,
      [`context-${way}-patient`, 'a launch may name no patient'] as const,
    ]),
    ['client-public', 'an app without a secret may be refused'],
  ];
  const found = wanted
    .filter(([name]) => !capabilities.includes(name))
    .map(([name, loss]) => warning(url, `does not list the capability ${name}: ${loss}.`));
  const asked = new Set(
    issuer.launch.flatMap((way) => chooseScopes(smart, way, issuer.scopes).split(' ')),
  );
  if (!asked.has('online_access')) {
    found.push(
      warning(
        url,
        'does not offer online_access: a session ends with its first token, and the app says so.',
      ),
    );
  }
  const refused = [...asked].filter((scope) => scopesSupported?.includes(scope) === false);
  if (scopesSupported !== undefined && refused.length > 0) {
    found.push(warning(url, `does not list scopes that the app asks for: ${refused.join(' ')}.`));
  }
  return found;
}
