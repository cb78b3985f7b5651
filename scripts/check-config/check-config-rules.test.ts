import { describe, expect, it } from 'vitest';
import { chooseScopes } from '../../src/session/choose-scopes.ts';
import { checkConfiguration } from './check-configuration.ts';
import { lineOf } from './finding.ts';
import { scopeFindings } from './scope-rules.ts';

const issuer = {
  iss: 'https://fhir.example.org/r4/1',
  name: 'Example',
  clientId: 'a1b2',
  launch: ['standalone'],
};
const pattern = { ...issuer, iss: undefined, issPattern: 'https://fhir.example.org/r4/{tenant}' };
const withTop = (top: object): object => ({ version: 1, issuers: [issuer], ...top });
const withIssuer = (change: object): object => withTop({ issuers: [{ ...issuer, ...change }] });
const withIssuers = (...issuers: readonly object[]): object =>
  withTop({ issuers: issuers.map((one, index) => ({ ...issuer, name: `No. ${index}`, ...one })) });

const linesOf = (text: string): readonly string[] => checkConfiguration(text).findings.map(lineOf);

interface Row {
  readonly title: string;
  readonly input: object;
  /** The beginning of the one line to come. */
  readonly expected: string;
}

describe('a text that is not JSON', () => {
  it.each([
    {
      title: 'a comma before a closing brace',
      input: '{\n  "version": 1,\n}',
      expected:
        'error  line 3, column 1  is not JSON: a comma stands before }; take the comma out.',
    },
    {
      title: 'a missing comma',
      input: '{\n  "version": 1\n  "issuers": []\n}',
      expected: 'error  line 3, column 3  is not JSON: a comma is missing before this.',
    },
    {
      title: 'a comment',
      input: '{ // ours\n}',
      expected: 'error  line 1, column 3  is not JSON: it has no comments; take this one out.',
    },
    {
      title: 'single quotes',
      input: "{'version': 1}",
      expected:
        'error  line 1, column 2  is not JSON: text stands between straight double quotes (").',
    },
    {
      title: 'an end that comes too early',
      input: '{"issuers": [',
      expected:
        'error  line 1, column 14  the file ends too early to be JSON; look for a missing } or ].',
    },
    {
      title: 'a page in place of it',
      input: '<!doctype html>',
      expected: 'error  line 1, column 1  is not JSON from "<!doctype html>" on.',
    },
    {
      title: 'a number that begins with 0',
      input: '{"idleLockMinutes": 05}',
      expected: 'error  line 1, column 22  is not JSON from "5}" on.',
    },
  ])('is told with line and column: $title', ({ input, expected }) => {
    expect(linesOf(input)).toEqual([expected]);
  });

  it.each(['{"a": "\t"}', '{"a": "\\x"}', '[1,]', '1 2', '{"a"}', '{"a": .5}', 'nul', '"\\u12"'])(
    'is found wherever JSON.parse refuses: %s',
    (text) => {
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
      expect(linesOf(text)[0]).toMatch(/^error {2}line 1, column \d+ {2}/);
    },
  );

  it('is not seen in a byte order mark, which browsers take off', () => {
    expect(linesOf(`\uFEFF${JSON.stringify(withTop({}))}`)).toEqual([]);
  });
});

describe('what the app refuses', () => {
  it.each<Row>([
    {
      title: 'a list in place of the object',
      input: [],
      expected: 'error  config.json  is a list; it must be an object.',
    },
    {
      title: 'a misspelt key',
      input: withTop({ frameAncestor: [] }),
      expected: 'error  frameAncestor  is no key of this version; did you mean "frameAncestors"?',
    },
    {
      title: 'a key of the wrong place',
      input: withIssuer({ frameAncestors: [] }),
      expected: 'error  issuers[0].frameAncestors  is no key of this version; take it out.',
    },
    {
      title: 'a misspelt key of a prefix',
      input: withIssuer({ resourcePrefixes: [{ url: 'https://f.example.org/', sendTokn: true }] }),
      expected:
        'error  issuers[0].resourcePrefixes[0].sendTokn  is no key of this version; did you mean "sendToken"?',
    },
    {
      title: 'a misspelt grace',
      input: withTop({ graceMinutes: { her: 1 } }),
      expected: 'error  graceMinutes.her  is no key of this version; did you mean "ehr"?',
    },
    {
      title: 'a secret',
      input: withIssuer({ clientSecret: 'x' }),
      expected: 'error  issuers[0].clientSecret  does not belong here: everybody can read',
    },
    {
      title: 'a redirect address',
      input: withIssuer({ redirectUri: 'https://app.example.org/' }),
      expected: 'error  issuers[0].redirectUri  is no key: the redirect address is always',
    },
    {
      title: 'no client id',
      input: withIssuer({ clientId: undefined }),
      expected: 'error  issuers[0].clientId  is missing; write the client id that the server gave',
    },
    {
      title: 'no name',
      input: withIssuer({ name: undefined }),
      expected: 'error  issuers[0].name  is missing; write what people call this server.',
    },
    {
      title: 'no address',
      input: withIssuer({ iss: undefined }),
      expected: 'error  issuers[0].iss  is missing, and so is issPattern;',
    },
    {
      title: 'an empty name',
      input: withIssuer({ name: ' ' }),
      expected: 'error  issuers[0].name  is empty; it must be a name.',
    },
    {
      title: 'a number where text belongs',
      input: withIssuer({ clientId: 7 }),
      expected: 'error  issuers[0].clientId  is the number 7; it must be a client id.',
    },
    {
      title: 'null',
      input: withTop({ locale: null }),
      expected: 'error  locale  is null; it must be a language tag',
    },
    {
      title: 'another version',
      input: withTop({ version: 2 }),
      expected: 'error  version  is another version of the configuration; this app reads 1.',
    },
    {
      title: 'http',
      input: withIssuer({ iss: 'http://fhir.example.org/r4' }),
      expected: 'error  issuers[0].iss  is http, where anybody on the way can read',
    },
    {
      title: 'another scheme',
      input: withIssuer({ iss: 'ftp://fhir.example.org/r4' }),
      expected: 'error  issuers[0].iss  begins with ftp:, which is no web address; write https.',
    },
    {
      title: 'an address without scheme',
      input: withIssuer({ iss: 'fhir.example.org/r4' }),
      expected: 'error  issuers[0].iss  "fhir.example.org/r4" is no absolute address;',
    },
    {
      title: 'an address with a user',
      input: withIssuer({ iss: 'https://me:pw@fhir.example.org/r4' }),
      expected: 'error  issuers[0].iss  names a user or a password',
    },
    {
      title: 'an address with a query',
      input: withIssuer({ iss: 'https://fhir.example.org/r4?x=1' }),
      expected: 'error  issuers[0].iss  has a query or a fragment;',
    },
    {
      title: 'an address with dots for a path',
      input: withIssuer({ iss: 'https://fhir.example.org/a/../r4' }),
      expected: 'error  issuers[0].iss  has "." or ".." in its path;',
    },
    {
      title: 'an address with a backslash',
      input: withIssuer({ iss: 'https://fhir.example.org\\r4' }),
      expected: 'error  issuers[0].iss  has a space or a backslash in it;',
    },
    {
      title: 'a pattern without a tenant',
      input: withIssuer({ ...pattern, issPattern: 'https://fhir.example.org/r4' }),
      expected: 'error  issuers[0].issPattern  has no {tenant};',
    },
    {
      title: 'a tenant in the host',
      input: withIssuer({ ...pattern, issPattern: 'https://{tenant}.example.org/r4' }),
      expected:
        'error  issuers[0].issPattern  has {tenant} in the host, which would let any host in;',
    },
    {
      title: 'two tenants',
      input: withIssuer({ ...pattern, issPattern: 'https://fhir.example.org/{tenant}/{tenant}' }),
      expected: 'error  issuers[0].issPattern  has {tenant} more than once;',
    },
    {
      title: 'a tenant that is a part of a segment',
      input: withIssuer({ ...pattern, issPattern: 'https://fhir.example.org/r4-{tenant}' }),
      expected: 'error  issuers[0].issPattern  has {tenant} beside other letters;',
    },
    {
      title: 'a star for a tenant',
      input: withIssuer({ ...pattern, issPattern: 'https://fhir.example.org/*' }),
      expected: 'error  issuers[0].issPattern  has a "*"; the one part that may vary is written',
    },
    {
      title: 'a pattern with a port that goes without saying',
      input: withIssuer({ ...pattern, issPattern: 'https://fhir.example.org:443/{tenant}' }),
      expected:
        'error  issuers[0].issPattern  is written otherwise than browsers do; begin it with https://fhir.example.org/',
    },
    {
      title: 'an origin with a port that goes without saying',
      input: withIssuer({ authOrigins: ['https://auth.example.org:443'] }),
      expected:
        'error  issuers[0].authOrigins[0]  is written otherwise than browsers do; write https://auth.example.org',
    },
    {
      title: 'a pattern on another host than iss',
      input: withIssuer({ issPattern: 'https://other.example.org/{tenant}' }),
      expected:
        'error  issuers[0].issPattern  is "https://other.example.org/{tenant}"; it must be the same origin as iss.',
    },
    {
      title: 'a tenant with a slash',
      input: withIssuer({ ...pattern, tenants: ['a/b'] }),
      expected: 'error  issuers[0].tenants[0]  is "a/b"; it must be letters, digits and hyphens.',
    },
    {
      title: 'an origin with a path',
      input: withIssuer({ authOrigins: ['https://auth.example.org/oauth2'] }),
      expected:
        'error  issuers[0].authOrigins[0]  has a path; an origin is scheme and host alone: https://auth.example.org',
    },
    {
      title: 'an origin with a query',
      input: withIssuer({ styleOrigins: ['https://style.example.org?a'] }),
      expected: 'error  issuers[0].styleOrigins[0]  has a query or a fragment;',
    },
    {
      title: 'an origin with a user',
      input: withTop({ frameAncestors: ['https://ehr@evil.example.org'] }),
      expected: 'error  frameAncestors[0]  names a user or a password',
    },
    {
      title: 'everybody as ancestor',
      input: withTop({ frameAncestors: ['*'] }),
      expected: 'error  frameAncestors[0]  "*" would let more sites frame the app',
    },
    {
      title: 'a prefix without its slash',
      input: withIssuer({ resourcePrefixes: [{ url: 'https://files.example.org/docs' }] }),
      expected:
        'error  issuers[0].resourcePrefixes[0].url  must end in a slash, for "https://files.example.org/docs" would also open "https://files.example.org/docs-private";',
    },
    {
      title: 'a launch that is none',
      input: withIssuer({ launch: ['stand-alone'] }),
      expected:
        'error  issuers[0].launch[0]  is "stand-alone"; it must be "ehr", "standalone". Did',
    },
    {
      title: 'no launch',
      input: withIssuer({ launch: [] }),
      expected: 'error  issuers[0].launch  is empty: nobody could start the app from this server;',
    },
    {
      title: 'minutes below zero',
      input: withTop({ idleLockMinutes: -5 }),
      expected: 'error  idleLockMinutes  is -5; it must be a number of at least 0.',
    },
    {
      title: 'minutes as text',
      input: withTop({ graceMinutes: { ehr: '15' } }),
      expected: 'error  graceMinutes.ehr  is the string "15"; it must be a number of minutes.',
    },
    {
      title: 'a script as demo',
      input: withTop({ demo: 'javascript:alert(1)' }),
      expected: 'error  demo  is "javascript:alert(1)"; it must be false, or an address.',
    },
    {
      title: 'a language tag that is none',
      input: withTop({ locale: 'e_n' }),
      expected: 'error  locale  is "e_n"; it must be a language tag: en, de-CH.',
    },
    {
      title: 'a wildcard for a FHIR host',
      input: withIssuer({ iss: 'https://*.example.org/r4' }),
      expected: 'error  issuers[0].iss  has a wildcard; name each address,',
    },
    {
      title: 'a wildcard for an authorization server',
      input: withIssuer({ authOrigins: ['https://*.example.org'] }),
      expected: 'error  issuers[0].authOrigins[0]  has a wildcard; name each address,',
    },
    {
      title: 'a wildcard for a prefix',
      input: withIssuer({ resourcePrefixes: [{ url: 'https://*.example.org/docs/' }] }),
      expected: 'error  issuers[0].resourcePrefixes[0].url  has a wildcard; name each address,',
    },
    {
      title: 'a host that would begin another rule of the policy',
      input: withIssuer({ styleOrigins: ['https://a;script-src'] }),
      expected: 'error  issuers[0].styleOrigins[0]  has punctuation that would begin another rule',
    },
    {
      title: 'every site below a top level as ancestor',
      input: withTop({ frameAncestors: ['https://*.org'] }),
      expected: 'error  frameAncestors[0]  "https://*.org" would let more sites frame the app',
    },
  ])('is told with its place and a way out: $title', ({ input, expected }) => {
    const lines = linesOf(JSON.stringify(input));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.slice(0, expected.length)).toBe(expected);
  });
});

describe('what the app takes, and is still wrong', () => {
  it.each<Row>([
    {
      title: 'no version',
      input: withTop({ version: undefined }),
      expected: 'warning  version  is missing; write 1,',
    },
    {
      title: 'no server',
      input: withTop({ issuers: [] }),
      expected: 'warning  issuers  names no server: nobody can open a chart; add one.',
    },
    {
      title: 'a client id that was never filled in',
      input: withIssuer({ clientId: 'YOUR-CLIENT-ID' }),
      expected: 'error  issuers[0].clientId  "YOUR-CLIENT-ID" stands where a client id belongs;',
    },
    {
      title: 'a client id with a space',
      input: withIssuer({ clientId: 'a1b2 ' }),
      expected: 'error  issuers[0].clientId  has a space before or after it;',
    },
    {
      title: 'a slash at the end of iss',
      input: withIssuer({ iss: 'https://fhir.example.org/r4/' }),
      expected: 'warning  issuers[0].iss  ends in a slash, which the app takes off;',
    },
    {
      title: 'a host in capitals',
      input: withIssuer({ iss: 'https://FHIR.example.org/r4' }),
      expected:
        'warning  issuers[0].iss  is compared as text with what the EHR sends, which is most likely https://fhir.example.org/r4.',
    },
    {
      title: 'a port that goes without saying',
      input: withIssuer({ iss: 'https://fhir.example.org:443/r4' }),
      expected:
        'warning  issuers[0].iss  is compared as text with what the EHR sends, which is most likely https://fhir.example.org/r4.',
    },
    {
      title: 'two slashes in a row',
      input: withIssuer({ iss: 'https://fhir.example.org//r4' }),
      expected: 'warning  issuers[0].iss  has two slashes in a row;',
    },
    {
      title: 'an address below the base',
      input: withIssuer({ iss: 'https://fhir.example.org/r4/metadata' }),
      expected: 'error  issuers[0].iss  ends in "/metadata", which lies below the FHIR base;',
    },
    {
      title: 'a tenant in iss',
      input: withIssuer({ iss: 'https://fhir.example.org/r4/{tenant}' }),
      expected: 'error  issuers[0].iss  has {tenant}, which is read in issPattern only;',
    },
    {
      title: 'a pattern that any tenant fits',
      input: {
        ...withIssuer({ ...pattern, launch: ['ehr', 'standalone'] }),
        frameAncestors: ['https://ehr.example.org'],
      },
      expected: 'warning  issuers[0].issPattern  lets every tenant of this host start the app;',
    },
    {
      title: 'a pattern that no tenant fits',
      input: withIssuer({ ...pattern, tenants: [] }),
      expected: 'error  issuers[0].tenants  is empty: no address fits issPattern;',
    },
    {
      title: 'tenants without a pattern',
      input: withIssuer({ tenants: ['1'] }),
      expected: 'warning  issuers[0].tenants  has no effect without issPattern;',
    },
    {
      title: 'a server for patients that only charts may launch from',
      input: {
        ...withIssuer({ iss: 'https://fhir-myrecord.example.org/r4/1', launch: ['ehr'] }),
        frameAncestors: ['https://ehr.example.org'],
      },
      expected: 'warning  issuers[0].launch  allows launches from a chart only,',
    },
    {
      title: 'PKCE that a server can talk the app out of',
      input: withIssuer({ pkce: 'ifAdvertised' }),
      expected: 'warning  issuers[0].pkce  is "ifAdvertised": a server that says nothing of PKCE',
    },
    {
      title: 'no authorization server',
      input: withIssuer({ authOrigins: [] }),
      expected: 'error  issuers[0].authOrigins  is empty: nobody may be asked for a token;',
    },
    {
      title: 'a prefix that is open anyway',
      input: withIssuer({ resourcePrefixes: [{ url: 'https://fhir.example.org/r4/1/Binary/' }] }),
      expected: 'warning  issuers[0].resourcePrefixes[0].url  lies below iss,',
    },
    {
      title: 'a token for a stranger',
      input: withIssuer({
        resourcePrefixes: [{ url: 'https://files.example.com/docs/', sendToken: true }],
      }),
      expected:
        "warning  issuers[0].resourcePrefixes[0].sendToken  sends the patient's token to files.example.com,",
    },
    {
      title: 'a token for a whole host',
      input: withIssuer({
        resourcePrefixes: [{ url: 'https://fhir.example.org/', sendToken: true }],
      }),
      expected: 'warning  issuers[0].resourcePrefixes[0].url  opens the whole host to the token;',
    },
    {
      title: 'two servers of one name',
      input: withTop({ issuers: [issuer, { ...issuer, iss: 'https://fhir.example.org/r4/2' }] }),
      expected: 'warning  issuers  offers "Example" more than once on the front page;',
    },
    {
      title: 'addresses that differ in capitals',
      input: withIssuers({}, { iss: 'https://fhir.example.org/R4/1' }),
      expected: 'warning  issuers[1].iss  differs from issuers[0].iss in capital letters only;',
    },
    {
      title: 'a server that no frame can be opened from',
      input: withIssuer({ launch: ['ehr'] }),
      expected: 'warning  frameAncestors  is empty: an EHR that shows the app in a frame',
    },
    {
      title: 'MPages of a server that no chart launches from',
      input: withIssuer({ mpages: true }),
      expected: 'warning  issuers[0].mpages  has no effect: an MPage launches from a chart;',
    },
    {
      title: 'every host of an organisation as ancestor',
      input: withTop({ frameAncestors: ['https://*.example.org'] }),
      expected: 'warning  frameAncestors[0]  lets every host below example.org frame the app;',
    },
    {
      title: 'seconds taken for minutes, too short',
      input: withTop({ idleLockMinutes: 0.5 }),
      expected: 'warning  idleLockMinutes  closes a chart after 30 seconds,',
    },
    {
      title: 'seconds taken for minutes, too long',
      input: withTop({ idleLockMinutes: 3600 }),
      expected: 'warning  idleLockMinutes  is more than a day:',
    },
    {
      title: 'a grace of hours',
      input: withTop({ graceMinutes: { standalone: 120 } }),
      expected:
        'warning  graceMinutes.standalone  leaves a document on screen for more than an hour',
    },
    {
      title: 'a language that there is no catalogue of',
      input: withTop({ locale: 'eo' }),
      expected: 'warning  locale  is "eo", which this app has no words in; it stays English.',
    },
    {
      title: 'a sentence of no key',
      input: withTop({ texts: { 'app.config.headin': 'x' } }),
      expected:
        'warning  texts.app.config.headin  is no sentence of this app; did you mean "app.config.heading"?',
    },
    {
      title: 'a sentence whose brace is open',
      input: withTop({ texts: { 'app.config.heading': 'Not {set up' } }),
      expected: 'error  texts.app.config.heading  is no ICU message (',
    },
    {
      title: 'scopes with commas',
      input: withIssuer({ scopes: 'patient/Patient.read,patient/Binary.read' }),
      expected: 'error  issuers[0].scopes  has commas;',
    },
  ])('is told: $title', ({ input, expected }) => {
    const lines = linesOf(JSON.stringify(input));
    expect(lines.map((line) => line.slice(0, expected.length))).toEqual([expected]);
  });

  it('a key that stands twice, of which JSON keeps the last', () => {
    const text = `{"version": 1, "issuers": [], "issuers": [${JSON.stringify(issuer)}]}`;
    expect(linesOf(text)).toEqual([
      'error  issuers  stands twice: only the last one counts; take the other out.',
    ]);
  });
});

describe('issuers that clash', () => {
  it.each([
    {
      title: 'the same address for the same launches',
      input: withIssuers({}, {}),
      expected: [
        'error  issuers[1].iss  is issuers[0].iss again, which takes all its standalone launches;',
      ],
    },
    {
      title: 'the same address for other launches',
      input: withIssuers({ launch: ['ehr'] }, { launch: ['standalone'] }),
      expected: [],
    },
    {
      title: 'an address behind a pattern that it fits',
      input: withIssuers({ ...pattern, tenants: ['1', '2'] }, {}),
      expected: ['error  issuers[1].iss  is never reached: issuers[0].issPattern comes first'],
    },
    {
      title: 'an address before the pattern that it fits',
      input: withIssuers({}, { ...pattern, tenants: ['1', '2'] }),
      expected: [],
    },
    {
      title: 'an address behind a pattern whose tenants it is not among',
      input: withIssuers({ ...pattern, tenants: ['2'] }, {}),
      expected: [],
    },
    {
      title: 'two patterns that share a tenant',
      input: withIssuers({ ...pattern, tenants: ['1', '2'] }, { ...pattern, tenants: ['2', '3'] }),
      expected: ['warning  issuers[1].issPattern  shares addresses with issuers[0].issPattern,'],
    },
    {
      title: 'a pattern whose tenants are all taken',
      input: withIssuers({ ...pattern, tenants: ['1', '2'] }, { ...pattern, tenants: ['2'] }),
      expected: ['error  issuers[1].issPattern  is issuers[0].issPattern again,'],
    },
    {
      title: 'two patterns without a common tenant',
      input: withIssuers({ ...pattern, tenants: ['1'] }, { ...pattern, tenants: ['2'] }),
      expected: [],
    },
    {
      title: 'patterns that vary in different places',
      input: withIssuers(
        { ...pattern, issPattern: 'https://fhir.example.org/{tenant}/r4', tenants: ['a'] },
        { ...pattern, issPattern: 'https://fhir.example.org/a/{tenant}', tenants: ['r4'] },
      ),
      expected: ['warning  issuers[1].issPattern  shares addresses with issuers[0].issPattern,'],
    },
    {
      title: 'patterns of different depths',
      input: withIssuers(
        { ...pattern, tenants: ['a'] },
        { ...pattern, issPattern: 'https://fhir.example.org/r4/{tenant}/fhir', tenants: ['a'] },
      ),
      expected: [],
    },
  ])('are told, and only those: $title', ({ input, expected }) => {
    const lines = linesOf(
      JSON.stringify({ ...input, frameAncestors: ['https://ehr.example.org'] }),
    ).filter((line) => !line.startsWith('warning  issuers  '));
    expect(lines.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
  });
});

describe('scopes of one’s own', () => {
  const all = ['Patient', 'DiagnosticReport', 'DocumentReference', 'Binary'];
  const enough = all.map((type) => `patient/${type}.read`).join(' ');

  it.each([
    {
      title: 'writing',
      input: 'patient/Observation.write',
      expected: 'error  which is more than reading',
    },
    {
      title: 'all rights',
      input: 'patient/Binary.*',
      expected: 'error  which is more than reading',
    },
    {
      title: 'creating',
      input: 'patient/DocumentReference.crs',
      expected: 'error  which is more than reading',
    },
    {
      title: 'a whole system',
      input: 'system/Patient.read',
      expected: 'error  which is for servers without a user',
    },
    {
      title: 'all that a user sees',
      input: 'user/Patient.read',
      expected: 'warning  all that the user may see',
    },
    { title: 'every type', input: 'patient/*.rs', expected: 'warning  every kind of data' },
    {
      title: 'a type that is never read',
      input: 'patient/Condition.read',
      expected: 'warning  which the app never reads',
    },
    {
      title: 'offline access',
      input: 'offline_access',
      expected: 'warning  a token that outlives the session',
    },
    {
      title: 'a launch scope',
      input: 'launch/patient',
      expected: 'warning  which the app adds by itself',
    },
    {
      title: 'something else',
      input: 'email',
      expected: 'warning  "email", which is no SMART scope',
    },
  ])('are refused where they ask for more than is needed: $title', ({ input, expected }) => {
    const [level = '', ...words] = expected.split('  ');
    const found = scopeFindings(`${enough} ${input}`, 'scopes');
    expect(found.map((finding) => finding.level)).toEqual([level]);
    expect(found[0]?.sentence).toContain(words.join('  '));
  });

  it.each(all)('are missed where %s is not among them', (type) => {
    const rest = enough.replace(`patient/${type}.read`, '');
    expect(scopeFindings(rest, 'scopes').map(lineOf)).toEqual([
      expect.stringContaining(`does not ask for patient/${type}.read: `),
    ]);
  });

  it.each(['permission-v1', 'permission-v2'])(
    'are right as the app chooses them (%s)',
    (version) => {
      const smart = {
        authorizationEndpoint: '',
        tokenEndpoint: '',
        capabilities: [version, 'permission-online'],
        codeChallengeMethods: [],
        namesIssuer: false,
      };
      const chosen = chooseScopes(smart, 'ehr').replace(/^launch /, '');
      expect(scopeFindings(chosen, 'scopes')).toEqual([]);
    },
  );
});

describe('what is right', () => {
  it('is left alone: a whole configuration', () => {
    const whole = {
      version: 1,
      issuers: [
        {
          ...issuer,
          launch: ['ehr', 'standalone'],
          issPattern: 'https://fhir.example.org/r4/{tenant}',
          tenants: ['2', '3'],
          scopes:
            'openid fhirUser online_access patient/Patient.rs patient/Encounter.rs patient/DiagnosticReport.rs patient/DocumentReference.rs patient/Binary.rs',
          pkce: 'required',
          authOrigins: ['https://authorization.example.org'],
          styleOrigins: ['https://fhir.example.org'],
          resourcePrefixes: [{ url: 'https://files.example.org/docs/', sendToken: false }],
        },
      ],
      frameAncestors: ['https://ehr.example.org'],
      demo: false,
      locale: 'en',
      texts: { 'app.config.heading': 'The page is not set up correctly' },
      idleLockMinutes: 10,
      graceMinutes: { ehr: 15, standalone: 2 },
    };
    expect(linesOf(JSON.stringify(whole))).toEqual([]);
  });

  it('is left alone: an app that is framed by MPages only', () => {
    expect(linesOf(JSON.stringify(withIssuer({ launch: ['ehr'], mpages: true })))).toEqual([]);
  });

  it('is left alone: http on this machine', () => {
    expect(linesOf(JSON.stringify(withIssuer({ iss: 'http://127.0.0.1:4410/r4/demo' })))).toEqual(
      [],
    );
  });
});
