/** An address in a FHIR answer, told apart from how it is used. */

export interface AddressCase {
  readonly id: string;
  readonly title: string;
  /**
   * `{{base}}` is the launch's FHIR base, `{{origin}}` its origin without scheme, `{{away}}` an address elsewhere, with
   * scheme, `{{awayHost}}` its host and path.
   */
  readonly url: string;
  readonly says: RegExp;
  /** `told`: a client that adds the token to whatever it asks for tells it to somebody else. */
  readonly control: 'told' | { readonly immune: string };
}

export function addressOf(one: AddressCase, base: string, away: string): string {
  const { host } = new URL(base);
  const values: Readonly<Record<string, string>> = {
    base,
    origin: host,
    away,
    awayHost: away.replace('http://', ''),
  };
  return one.url.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

const refused = /outside the servers that this app may ask|gives no way to get it/;
const noAddress = /no web address that this app may ask/;
const noScheme = { immune: 'No client can send a header to an address of this kind.' };

/** Addresses of attachments; the base ends in `/r4/TENANT`. */
export const addresses: readonly AddressCase[] = [
  { id: 'fhir-url-foreign', title: 'of another server', url: '{{away}}/Binary/1', says: refused, control: 'told' },
  { id: 'fhir-url-protocol-relative', title: 'of another server, scheme left out', url: '//{{awayHost}}/Binary/1', says: refused, control: 'told' },
  { id: 'fhir-url-backslashes', title: 'of another server, with slashes that lean back', url: 'http:\\\\{{awayHost}}\\Binary\\1', says: refused, control: 'told' },
  { id: 'fhir-url-relative-backslashes', title: 'of another server, leaning back, scheme left out', url: '\\\\{{awayHost}}\\Binary\\1', says: /outside the servers|gives no way|does not have this|came/, control: 'told' },
  { id: 'fhir-url-uppercase', title: 'of another server, in capitals', url: 'HTTP://{{awayHost}}/Binary/1', says: refused, control: 'told' },
  { id: 'fhir-url-userinfo', title: 'that names the base as a user', url: 'http://{{origin}}@{{awayHost}}/Binary/1', says: refused, control: 'told' },
  { id: 'fhir-url-tab', title: 'with a tab and line ends inside', url: 'ht\ttp://{{awayHost}}/Bin\nary/1', says: /outside the servers|gives no way|does not have this|was not understood/, control: 'told' },
  { id: 'fhir-url-space', title: 'with blanks before it', url: ' \u0001{{away}}/Binary/1', says: /outside the servers|gives no way|does not have this|was not understood/, control: 'told' },
  { id: 'fhir-url-path-prefix', title: 'of a tenant whose name begins like ours', url: '{{base}}-evil/Binary/1', says: refused, control: 'told' },
  { id: 'fhir-url-dots', title: 'that climbs out of the base', url: '{{base}}/../../logout', says: refused, control: 'told' },
  { id: 'fhir-url-encoded-dots', title: 'that climbs out, encoded', url: '{{base}}/%2e%2E/%2e%2e/admin', says: refused, control: 'told' },
  { id: 'fhir-url-relative-dots', title: 'that climbs out of the base, relative to it', url: '../../logout', says: refused, control: 'told' },
  { id: 'fhir-url-encoded-slash', title: 'that climbs out with an encoded slash', url: '{{base}}/..%2f..%2fadmin', says: refused, control: { immune: 'A browser decodes no slash: only the server behind would climb.' } },
  { id: 'fhir-url-other-version', title: 'of another version’s base', url: '{{base}}/../../dstu2/x/Binary/1', says: refused, control: 'told' },
  { id: 'fhir-url-port', title: 'of another port', url: 'http://127.0.0.1:9/r4/x/Binary/1', says: refused, control: { immune: 'Chromium asks nobody at this port.' } },
  { id: 'fhir-url-https', title: 'of the same host under another scheme', url: 'ftp://{{origin}}/r4/x/Binary/1', says: refused, control: noScheme },
  { id: 'fhir-url-javascript', title: 'that is code', url: 'javascript:self.__pwned=1,console.log(/pwned-fhir-url-javascript-/)', says: noAddress, control: noScheme },
  { id: 'fhir-url-data', title: 'that is its own content', url: 'data:text/html,<script>console.log(/pwned-fhir-url-data-/)</script>', says: noAddress, control: noScheme },
  { id: 'fhir-url-blob', title: 'of an object in the page', url: 'blob:{{away}}/5f0c7b3e', says: noAddress, control: noScheme },
  { id: 'fhir-url-file', title: 'of a file of the machine', url: 'file:///etc/passwd', says: noAddress, control: noScheme },
]; // prettier-ignore
