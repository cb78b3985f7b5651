/** A client of the sandbox for its own tests: one SMART launch over real HTTP, step by step. */
import { base64Url, randomHex } from '../random.ts';
import { startSandbox, type RunningSandbox } from '../adapters/node.ts';
import { smallCharts } from './small-charts.ts';

export const testApp = 'http://127.0.0.1:9999/app/';

export function startTestSandbox(): Promise<RunningSandbox> {
  return startSandbox({ appUrl: testApp, charts: smallCharts });
}

export type Json = Readonly<Record<string, unknown>>;

export async function getJson(url: string, token?: string): Promise<Json> {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return parseObject(await (await fetch(url, { headers })).text());
}

export function parseObject(text: string): Json {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('Not a JSON object');
  return Object.fromEntries(Object.entries(value));
}

/** The default scopes of an EHR launch and of a standalone one. */
export const readScopes =
  'openid fhirUser online_access patient/Patient.read patient/DocumentReference.read patient/DiagnosticReport.read patient/Binary.read';
export const ehrScopes = `launch ${readScopes}`;
export const standaloneScopes = `launch/patient ${readScopes}`;

export interface Dance {
  readonly verifier: string;
  readonly iss: string;
  /** GETs the authorization endpoint; `undefined` leaves a parameter out. */
  authorize(changes?: Readonly<Record<string, string | undefined>>): Promise<Response>;
  /** POSTs to the token endpoint. */
  token(form: Readonly<Record<string, string>>): Promise<Response>;
  /** Exchanges the code of a redirect. */
  exchange(back: URL, changes?: Readonly<Record<string, string>>): Promise<Response>;
  revoke(token: string): Promise<Response>;
}

/** Discovers the base that `launchUrl` names and prepares a request with PKCE. */
export async function prepareDance(launchUrl: string): Promise<Dance> {
  const query = new URL(launchUrl).searchParams;
  const iss = query.get('iss') ?? '';
  const launch = query.get('launch') ?? undefined;
  const discovery = await getJson(`${iss}/.well-known/smart-configuration`);
  const verifier = randomHex(32);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const post = (endpoint: unknown, form: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(String(endpoint), { method: 'POST', body: new URLSearchParams(form) });
  const token = (form: Readonly<Record<string, string>>): Promise<Response> =>
    post(discovery['token_endpoint'], form);
  return {
    verifier,
    iss,
    authorize(changes = {}) {
      const url = new URL(String(discovery['authorization_endpoint']));
      const params = {
        response_type: 'code',
        client_id: 'dossier',
        redirect_uri: testApp,
        scope: launch === undefined ? standaloneScopes : ehrScopes,
        state: 'state-1',
        aud: iss,
        launch,
        code_challenge: base64Url(new Uint8Array(digest)),
        code_challenge_method: 'S256',
        ...changes,
      };
      for (const [name, value] of Object.entries(params)) {
        if (value !== undefined) url.searchParams.set(name, value);
      }
      return fetch(url, { redirect: 'manual' });
    },
    token,
    exchange: (back, changes = {}) =>
      token({
        grant_type: 'authorization_code',
        code: back.searchParams.get('code') ?? '',
        redirect_uri: testApp,
        client_id: 'dossier',
        code_verifier: verifier,
        ...changes,
      }),
    revoke: (value) => post(discovery['revocation_endpoint'], { token: value }),
  };
}

/** Where a redirect leads. */
export function locationOf(response: Response): URL {
  return new URL(response.headers.get('Location') ?? '', response.url);
}

/** A form as a browser would fill it in: hidden fields, first radios, checked boxes. */
export async function submitForm(
  page: Response,
  change: (form: URLSearchParams) => void = () => undefined,
): Promise<Response> {
  const text = await page.text();
  const action = /action="([^"]*)"/.exec(text)?.[1] ?? '';
  const form = new URLSearchParams();
  for (const [input] of text.matchAll(/<input[^>]*>/g)) {
    const value = (name: string): string | undefined =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1];
    const choice = value('type') === 'radio' || value('type') === 'checkbox';
    if (!choice || input.includes(' checked')) {
      form.append(value('name') ?? '', value('value') ?? '');
    }
  }
  change(form);
  const url = new URL(action, page.url);
  const answer = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  const next = answer.status === 303 ? locationOf(answer) : undefined;
  return next?.origin === url.origin ? fetch(next) : answer;
}

/** The scopes a consent page asks about. */
export function scopesOf(page: string): readonly string[] {
  return [...page.matchAll(/name="scope"\s+value="([^"]*)"/g)].map((match) => match[1] ?? '');
}
