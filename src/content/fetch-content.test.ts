import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../model/attachment.ts';
import { parseMediaType } from '../model/parse-media-type.ts';
import type { FhirVersion } from '../model/patient-context.ts';
import { createNet } from '../net/net.ts';
import { createContentStore, type ContentStore } from './content-store.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin: string;
let answer: Answer;
let accepts: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    accepts.push(request.headers.accept);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  accepts = [];
});

function store(version: FhirVersion = 'r4'): ContentStore {
  const net = createNet({
    base: `${origin}/fhir`,
    authOrigins: [],
    styleOrigins: [],
    resourcePrefixes: [],
    random: () => 0,
  });
  return createContentStore({ net, version });
}

const attachment = (
  contentType: string | undefined,
  more: Partial<Attachment> = {},
): Attachment => ({
  mediaType: parseMediaType(contentType),
  url: `${origin}/fhir/Binary/TR-1`,
  ...more,
});

const send =
  (body: string | Uint8Array, contentType?: string, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, contentType === undefined ? {} : { 'content-type': contentType });
    response.end(body);
  };

const base64 = (text: string) => Buffer.from(text).toString('base64');
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function read(given: Attachment, version: FhirVersion = 'r4') {
  const content = store(version).open(given);
  const bytes = await content.bytes();
  return { content, bytes, text: bytes.ok ? text(bytes.value) : bytes.error };
}

describe('the Accept values sent', () => {
  const envelopes = { dstu2: 'application/json+fhir', r4: 'application/fhir+json' } as const;
  const types = [
    { title: 'PDF', declared: 'application/pdf', first: 'application/pdf' },
    { title: 'HTML', declared: 'text/html', first: 'text/html' },
    { title: 'XHTML', declared: 'application/xhtml+xml', first: 'application/xhtml+xml' },
    { title: 'XML', declared: 'application/xml', first: 'application/xml' },
    { title: 'text', declared: 'text/plain', first: 'text/plain' },
    { title: 'an unknown type', declared: 'application/x-own', first: 'application/x-own' },
    { title: "the vendor's typo", declared: 'aapplication/xml', first: 'application/xml' },
    { title: 'a bare word', declared: 'html', first: 'text/html' },
    { title: 'a charset', declared: 'text/html; charset=iso-8859-1', first: 'text/html' },
    { title: 'JSON', declared: 'application/json', first: 'application/json' },
    { title: 'rubbish', declared: 'a report', first: undefined },
    { title: 'no type', declared: undefined, first: undefined },
  ];
  const rows = (['dstu2', 'r4'] as const).flatMap((version) =>
    types.map((type) => ({ ...type, version })),
  );

  it.each(rows)('are the type alone where it is accepted: $title, $version', async (row) => {
    answer = send('a document', 'application/octet-stream');
    await read(attachment(row.declared), row.version);
    expect(accepts).toEqual([row.first ?? envelopes[row.version]]);
  });

  it.each(rows)('end with the FHIR envelope after a 406: $title, $version', async (row) => {
    answer = send('', undefined, 406);
    const result = await read(attachment(row.declared), row.version);
    const envelope = envelopes[row.version];
    expect(accepts).toEqual(row.first === undefined ? [envelope] : [row.first, envelope]);
    expect(result.text).toMatchObject({
      kind: 'notAcceptable',
      failure: { status: 406, request: 'GET /fhir/Binary/{id}' },
    });
  });

  it.each(['dstu2', 'r4'] as const)(
    'fall back to an envelope that is opened: %s',
    async (version) => {
      answer = (request, response) => {
        if (request.headers.accept !== envelopes[version]) response.writeHead(406).end();
        else {
          const field = version === 'dstu2' ? 'content' : 'data';
          response.writeHead(200, { 'content-type': `${envelopes[version]}; charset=utf-8` });
          response.end(
            JSON.stringify({
              resourceType: 'Binary',
              contentType: 'text/html; charset=utf-8',
              [field]: base64('<p>Größe</p>'),
            }),
          );
        }
      };
      const result = await read(attachment('text/html'), version);
      expect(result.text).toBe('<p>Größe</p>');
      expect(result.content.received()).toMatchObject({ essence: 'text/html', charset: 'utf-8' });
      expect(accepts).toHaveLength(2);
    },
  );
});

describe('whatever the link returns', () => {
  const binary = (fields: object) => JSON.stringify({ resourceType: 'Binary', ...fields });
  const rows: {
    title: string;
    body: string;
    type: string;
    declared?: string;
    expected: unknown;
  }[] = [
    { title: 'raw bytes', body: '%PDF-1.7', type: 'application/pdf', expected: '%PDF-1.7' },
    {
      title: 'an envelope though the raw type was asked',
      body: binary({ contentType: 'application/pdf', data: base64('%PDF-1.7') }),
      type: 'application/fhir+json',
      expected: '%PDF-1.7',
    },
    {
      title: 'an envelope that says it is plain JSON, its type last',
      body: JSON.stringify({ data: base64('x'.repeat(4000)), resourceType: 'Binary' }),
      type: 'application/json',
      expected: 'x'.repeat(4000),
    },
    {
      title: 'base64 in lines, URL alphabet, no padding',
      body: binary({ content: ' Pz8_\r\n Pg ' }),
      type: 'application/json+fhir',
      expected: '???>',
    },
    {
      title: 'a large envelope in lines with escapes, its type last',
      body: `{"data":"${base64('Größe '.repeat(50_000)).replace(/.{76}/g, '$&\\r\\n').replaceAll('/', '\\/')}","contentType":"text/html","resourceType":"Binary"}`,
      type: 'application/fhir+json',
      expected: 'Größe '.repeat(50_000),
    },
    {
      title: 'a large envelope that is broken inside its data',
      body: `{"resourceType":"Binary","data":"${'A'.repeat(50_000)}\n"}`,
      type: 'application/fhir+json',
      expected: { kind: 'unreadableEnvelope', reason: 'broken JSON' },
    },
    {
      title: 'a large envelope of something else',
      body: binary({ data: `${'A'.repeat(50_000)}!!!!` }),
      type: 'application/fhir+json',
      expected: { kind: 'unreadableEnvelope', reason: 'not base64' },
    },
    {
      title: 'JSON with long strings where JSON was declared',
      body: `{"a":"${'long '.repeat(5000)}"}`,
      type: 'application/json',
      declared: 'application/json',
      expected: `{"a":"${'long '.repeat(5000)}"}`,
    },
    {
      title: 'a large Binary in XML',
      body: `<Binary xmlns="http://hl7.org/fhir"><data value="${base64('%PDF'.repeat(200_000))}"/></Binary>`,
      type: 'application/fhir+xml',
      expected: '%PDF'.repeat(200_000),
    },
    {
      title: 'a DocumentReference with the document inline',
      body: JSON.stringify({
        resourceType: 'DocumentReference',
        content: [
          { attachment: { contentType: 'text/html', data: base64('<p>') } },
          { attachment: { contentType: 'application/pdf', data: base64('%PDF') } },
        ],
      }),
      type: 'application/json+fhir',
      expected: '%PDF',
    },
    {
      title: 'a Binary in XML',
      body: `<?xml version="1.0"?><Binary xmlns="http://hl7.org/fhir"><contentType value="application/pdf"/><data value="${base64('%PDF')}"/></Binary>`,
      type: 'application/fhir+xml',
      expected: '%PDF',
    },
    {
      title: 'an envelope without data',
      body: binary({ contentType: 'application/pdf' }),
      type: 'application/fhir+json',
      expected: { kind: 'empty' },
    },
    {
      title: 'an envelope of something else',
      body: binary({ data: '!!!!' }),
      type: 'application/fhir+json',
      expected: { kind: 'unreadableEnvelope', reason: 'not base64' },
    },
    {
      title: 'broken JSON',
      body: '{"resourceType":"Binary","data":"AAA',
      type: 'application/fhir+json',
      expected: { kind: 'unreadableEnvelope', reason: 'broken JSON' },
    },
    {
      title: 'an OperationOutcome with status 200',
      body: '{"resourceType":"OperationOutcome","issue":[]}',
      type: 'application/fhir+json',
      expected: { kind: 'unreadableEnvelope', reason: 'OperationOutcome' },
    },
    {
      title: 'a login page in place of a PDF',
      body: '\n<!DOCTYPE html><html><title>Sign in</title>',
      type: 'text/html',
      expected: { kind: 'loginPage' },
    },
    {
      title: 'HTML where HTML was declared',
      body: '<!DOCTYPE html><html>',
      type: 'text/html',
      declared: 'text/html',
      expected: '<!DOCTYPE html><html>',
    },
    {
      title: 'JSON where JSON was declared',
      body: '{"a":1}',
      type: 'application/json',
      declared: 'application/json',
      expected: '{"a":1}',
    },
    {
      title: 'a FHIR document Bundle',
      body: '{"resourceType":"Bundle","type":"document"}',
      type: 'application/fhir+json',
      declared: 'application/fhir+json',
      expected: '{"resourceType":"Bundle","type":"document"}',
    },
    {
      title: 'XML whose root is another',
      body: '<ClinicalDocument xmlns="urn:hl7-org:v3"/>',
      type: 'application/xml',
      declared: 'application/xml',
      expected: '<ClinicalDocument xmlns="urn:hl7-org:v3"/>',
    },
    { title: 'nothing', body: '', type: 'application/pdf', expected: { kind: 'empty' } },
  ];
  it.each(rows)('is taken for what it is: $title', async ({ body, type, declared, expected }) => {
    answer = send(body, type);
    const result = await read(attachment(declared ?? 'application/pdf'));
    expect(result.text).toEqual(expected);
  });

  it('is followed from a DocumentReference to its Binary', async () => {
    answer = (request, response) => {
      const isReference = request.url?.includes('DocumentReference') === true;
      const url = `${origin}/fhir/Binary/2`;
      const reference = { resourceType: 'DocumentReference', content: [{ attachment: { url } }] };
      response.writeHead(200, {
        'content-type': isReference ? 'application/fhir+json' : 'text/plain',
      });
      response.end(isReference ? JSON.stringify(reference) : 'words');
    };
    const result = await read(
      attachment('text/plain', { url: `${origin}/fhir/DocumentReference/1` }),
    );
    expect(result.text).toBe('words');
  });
});

describe('what goes wrong', () => {
  it.each([
    { status: 401, kind: 'forbidden' },
    { status: 403, kind: 'forbidden' },
    { status: 404, kind: 'notFound' },
    { status: 410, kind: 'notFound' },
    { status: 429, kind: 'tooManyRequests' },
    { status: 500, kind: 'serverError' },
  ])('is told by its tag: $status is $kind', async ({ status, kind }) => {
    answer = (_, response) => {
      response.writeHead(status, {
        'content-type': 'application/fhir+json',
        'x-request-id': 'r-1',
      });
      const issue = [{ code: 'required', details: { text: 'a field is missing' } }];
      response.end(JSON.stringify([{ resourceType: 'OperationOutcome', issue }]));
    };
    const result = await read(attachment('text/html'));
    expect(result.text).toEqual({
      kind,
      failure: {
        status,
        requestId: 'r-1',
        outcome: 'a field is missing',
        request: 'GET /fhir/Binary/{id}',
      },
    });
  });

  it('tells a body that is shorter than its length', async () => {
    answer = (_, response) => {
      response.writeHead(200, {
        'content-type': 'application/pdf',
        'content-length': '5000',
        'x-request-id': 'r-2',
      });
      response.write('x'.repeat(2000), () => response.destroy());
    };
    const result = await read(attachment('application/pdf'));
    expect(result.text).toEqual({
      kind: 'truncated',
      expected: 5000,
      received: 2000,
      requestId: 'r-2',
    });
    const head = await result.content.head(4);
    expect(head.ok && text(head.value)).toBe('xxxx');
  });

  it('tells a body that is shorter than the attachment says, unless that is the size of its base64', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' });
      response.write('x'.repeat(300));
      response.end();
    };
    expect((await read(attachment('application/pdf', { size: 900 }))).text).toEqual({
      kind: 'truncated',
      expected: 900,
      received: 300,
    });
    expect((await read(attachment('application/pdf', { size: 400 }))).bytes.ok).toBe(true);
    expect((await read(attachment('application/pdf', { size: 100 }))).bytes.ok).toBe(true);
  });

  it('asks nothing of another server', async () => {
    const result = await read(
      attachment('text/html', { url: 'https://evil.example.org/Binary/1' }),
    );
    expect(result.text).toMatchObject({ kind: 'refusedAddress', host: 'evil.example.org' });
    expect(accepts).toEqual([]);
  });

  it('has no address without url and data', async () => {
    const result = await read({ mediaType: parseMediaType('text/html') });
    expect(result.text).toEqual({ kind: 'noAddress' });
  });
});

it('reads inline data without a request', async () => {
  const result = await read(attachment('text/plain', { data: base64('words') }));
  expect(result.text).toBe('words');
  expect(accepts).toEqual([]);
  const empty = await read({ mediaType: parseMediaType('text/plain'), data: ' ' });
  expect(empty.text).toEqual({ kind: 'empty' });
});
