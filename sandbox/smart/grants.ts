/** Codes, access tokens and refresh tokens: what was granted to whom, by the clock of the session. */
import type { Chart } from '../charts/chart.ts';
import { randomHex } from '../random.ts';
import type { FhirVersion } from '../session.ts';
import type { LiveSession } from '../sessions.ts';
import type { Grant } from './grant.ts';
import type { SandboxUser } from './users.ts';

/** One approved authorization; all its tokens share it. */
export interface Authorization {
  readonly session: LiveSession;
  readonly version: FhirVersion;
  /** The chart in context: a proxy's choice may differ from the session's. */
  readonly chart: Chart;
  readonly scopes: readonly string[];
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge?: string;
  readonly nonce?: string;
  readonly user: SandboxUser;
}

/** Whether a patient is in context: asked for by `launch` or `launch/patient`. */
export function hasPatient(authorization: Authorization): boolean {
  return authorization.scopes.some((scope) => scope === 'launch' || scope === 'launch/patient');
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
}

export interface GrantStore {
  createCode(authorization: Authorization): string;
  /** Uses the code up; undefined when unknown, used or older than five minutes. */
  takeCode(code: string): Authorization | undefined;
  /** Whose code or refresh token this is, without using it up. */
  sessionOf(credential: string): LiveSession | undefined;
  issue(authorization: Authorization, options: { readonly withRefresh: boolean }): IssuedTokens;
  refreshable(refreshToken: string): Authorization | undefined;
  /** Ends a refresh token. Access tokens live on until they expire, as at the vendor. */
  endRefresh(refreshToken: string): void;
  /** The authorization behind a bearer token and its state now. */
  find(
    accessToken: string,
  ): { readonly authorization: Authorization; readonly grant: Grant } | undefined;
}

const codeLifeMilliseconds = 5 * 60_000;

export function createGrantStore(): GrantStore {
  const codes = new Map<string, { authorization: Authorization; until: number }>();
  const accessTokens = new Map<string, { authorization: Authorization; until: number }>();
  const refreshTokens = new Map<string, Authorization>();
  return {
    createCode(authorization) {
      const code = randomHex(24);
      codes.set(code, { authorization, until: authorization.session.now() + codeLifeMilliseconds });
      return code;
    },
    takeCode(code) {
      const entry = codes.get(code);
      codes.delete(code);
      if (entry === undefined || entry.until < entry.authorization.session.now()) return undefined;
      return entry.authorization;
    },
    sessionOf(credential) {
      const authorization = codes.get(credential)?.authorization ?? refreshTokens.get(credential);
      return authorization?.session;
    },
    issue(authorization, { withRefresh }) {
      const { session } = authorization;
      const accessToken = `at-${randomHex(32)}`;
      const until = session.now() + session.options.tokenSeconds * 1000;
      accessTokens.set(accessToken, { authorization, until });
      if (!withRefresh) return { accessToken };
      const refreshToken = `rt-${randomHex(32)}`;
      refreshTokens.set(refreshToken, authorization);
      return { accessToken, refreshToken };
    },
    refreshable: (refreshToken) => refreshTokens.get(refreshToken),
    endRefresh(refreshToken) {
      refreshTokens.delete(refreshToken);
    },
    find(accessToken) {
      const entry = accessTokens.get(accessToken);
      if (entry === undefined) return undefined;
      const { authorization, until } = entry;
      const grant: Grant = {
        scopes: authorization.scopes,
        patientId: hasPatient(authorization) ? authorization.chart.patient.id : '',
        expired: authorization.session.now() >= until,
      };
      return { authorization, grant };
    },
  };
}
