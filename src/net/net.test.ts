import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { err, ok } from '../shared/result.ts';
import { createNet } from './net.ts';
import type { Bearer, NetOptions } from './net.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on loopback that keeps what it was asked. */
async function serve(
  answer: RequestListener,
): Promise<{ origin: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${address.port}`, asked };
}

const netFor = (origin: string, options: Partial<NetOptions> = {}) =>
  createNet({
    base: `${origin}/r4`,
    authOrigins: [],
    styleOrigins: [],
    resourcePrefixes: [],
    random: () => 0,
    ...options,
  });

function bearerOf(...tokens: string[]): Bearer & { renewals: number } {
  let current = 0;
  return {
    renewals: 0,
    token: async () => ok(tokens[current] ?? ''),
    async renew() {
      this.renewals += 1;
      current += 1;
      const token = tokens[current];
      return token === undefined ? err({ kind: 'sessionEnded' }) : ok(token);
    },
  };
}

describe('Net', () => {
  it('sends the token and the Accept asked for, and hands the answer over as a value', async () => {
    const { origin, asked } = await serve((_, response) => {
      response.writeHead(404, { 'content-type': 'text/plain', 'x-request-id': 'r-1' });
      response.end('nöt here');
    });
    const net = netFor(origin, { bearer: bearerOf('secret') });
    const answer = await net.request({
      purpose: 'fhir',
      url: `${origin}/r4/Binary/1`,
      accept: 'text/html',
    });
    expect(asked[0]?.headers).toMatchObject({
      authorization: 'Bearer secret',
      accept: 'text/html',
    });
    expect(asked[0]?.headers).not.toHaveProperty('referer');
    expect(answer).toMatchObject({
      ok: true,
      value: {
        status: 404,
        contentType: 'text/plain',
        requestId: 'r-1',
        url: `${origin}/r4/Binary/1`,
      },
    });
    expect(answer.ok && (await answer.value.text())).toEqual({ ok: true, value: 'nöt here' });
  });

  it('gives the bytes of a body, and none for an empty one', async () => {
    const { origin } = await serve((request, response) => {
      response.end(request.url === '/r4/empty' ? undefined : Buffer.from([0, 255]));
    });
    const net = netFor(origin);
    const full = await net.request({ purpose: 'fhir', url: `${origin}/r4/full` });
    const empty = await net.request({ purpose: 'fhir', url: `${origin}/r4/empty` });
    expect(full.ok && (await full.value.bytes())).toEqual({
      ok: true,
      value: new Uint8Array([0, 255]),
    });
    expect(empty.ok && (await empty.value.bytes())).toEqual({ ok: true, value: new Uint8Array() });
  });

  it('asks no other server, whatever the purpose', async () => {
    const { origin } = await serve((_, response) => response.end());
    const foreign = await serve((_, response) => response.end());
    const net = netFor(origin, { bearer: bearerOf('secret') });
    for (const purpose of [
      'fhir',
      'discovery',
      'token',
      'revoke',
      'style',
      'resourcePrefix',
    ] as const) {
      expect(await net.request({ purpose, url: `${foreign.origin}/r4/Binary/1` })).toMatchObject({
        ok: false,
        error: { kind: 'refusedAddress', reason: 'outside' },
      });
    }
    expect(foreign.asked).toEqual([]);
  });

  it('keeps the token from discovery, the token endpoint and prefixes that are not to have it', async () => {
    const { origin, asked } = await serve((_, response) => response.end());
    const net = netFor(origin, {
      authOrigins: [origin],
      styleOrigins: [origin],
      resourcePrefixes: [
        { url: `${origin}/open/`, sendToken: false },
        { url: `${origin}/files/`, sendToken: true },
        { url: `${origin}/files/public/`, sendToken: false },
      ],
      bearer: bearerOf('secret'),
    });
    const form = new URLSearchParams({ grant_type: 'refresh_token' });
    await net.request({ purpose: 'discovery', url: `${origin}/r4/metadata` });
    await net.request({ purpose: 'token', url: `${origin}/token`, form });
    await net.request({ purpose: 'style', url: `${origin}/style.json` });
    await net.request({ purpose: 'resourcePrefix', url: `${origin}/open/1` });
    await net.request({ purpose: 'resourcePrefix', url: `${origin}/files/1` });
    await net.request({ purpose: 'resourcePrefix', url: `${origin}/files/public/1` });
    expect(asked.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ['GET', '/r4/metadata', undefined],
      ['POST', '/token', undefined],
      ['GET', '/style.json', undefined],
      ['GET', '/open/1', undefined],
      ['GET', '/files/1', 'Bearer secret'],
      ['GET', '/files/public/1', undefined],
    ]);
    expect(asked[1]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it('follows no redirect where no further prefix is listed', async () => {
    const foreign = await serve((_, response) => response.end('x'));
    const { origin } = await serve((_, response) => {
      response.writeHead(302, { location: `${foreign.origin}/x` }).end();
    });
    const answer = await netFor(origin).request({ purpose: 'fhir', url: `${origin}/r4/Binary/1` });
    expect(answer).toEqual({ ok: false, error: { kind: 'redirected' } });
    expect(foreign.asked).toEqual([]);
  });

  it('follows no redirect within its own server either', async () => {
    const { origin, asked } = await serve((_, response) => {
      response.writeHead(307, { location: '/r4/Binary/2' }).end();
    });
    const answer = await netFor(origin, { bearer: bearerOf('secret') }).request({
      purpose: 'fhir',
      url: `${origin}/r4/Binary/1`,
    });
    expect(answer).toEqual({ ok: false, error: { kind: 'redirected' } });
    expect(asked.map(({ url }) => url)).toEqual(['/r4/Binary/1']);
  });

  it('follows a redirect to a listed prefix without the token, and refuses any other end', async () => {
    const storage = await serve((_, response) => response.end('stored'));
    const { origin } = await serve((request, response) => {
      const folder = request.url?.endsWith('good') === true ? 'docs' : 'other';
      response.writeHead(302, { location: `${storage.origin}/${folder}/1` }).end();
    });
    const net = netFor(origin, {
      bearer: bearerOf('secret'),
      resourcePrefixes: [{ url: `${storage.origin}/docs/`, sendToken: false }],
    });
    const good = await net.request({ purpose: 'fhir', url: `${origin}/r4/good` });
    const bad = await net.request({ purpose: 'fhir', url: `${origin}/r4/bad` });
    expect(good).toMatchObject({ ok: true, value: { url: `${storage.origin}/docs/1` } });
    expect(bad).toMatchObject({ ok: false, error: { kind: 'refusedAddress', reason: 'outside' } });
    expect(storage.asked.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each([
    {
      title: 'a 503 twice, then gives the answer',
      failures: 2,
      status: 503,
      expected: 200,
      requests: 3,
    },
    {
      title: 'a 429 three times, then gives up',
      failures: 9,
      status: 429,
      expected: 429,
      requests: 3,
    },
    { title: 'nothing after a 404', failures: 9, status: 404, expected: 404, requests: 1 },
  ])('repeats $title', async ({ failures, status, expected, requests }) => {
    const { origin, asked } = await serve((_, response) => {
      response.writeHead(asked.length <= failures ? status : 200).end();
    });
    const answer = await netFor(origin).request({ purpose: 'fhir', url: `${origin}/r4/x` });
    expect(answer).toMatchObject({ ok: true, value: { status: expected } });
    expect(asked).toHaveLength(requests);
  });

  it.each([
    { title: 'a POST', purpose: 'token' as const, options: {} },
    { title: 'what may take minutes', purpose: 'fhir' as const, options: { timeoutSeconds: 300 } },
    { title: 'what is not to be repeated', purpose: 'fhir' as const, options: { retry: false } },
  ])('never repeats $title', async ({ purpose, options }) => {
    const { origin, asked } = await serve((_, response) => response.writeHead(503).end());
    const net = netFor(origin, { authOrigins: [origin] });
    await net.request({ purpose, url: `${origin}/r4/x`, ...options });
    expect(asked).toHaveLength(1);
  });

  it('renews the token once after a 401 and tries once more', async () => {
    const { origin, asked } = await serve((request, response) => {
      response.writeHead(request.headers.authorization === 'Bearer new' ? 200 : 401).end();
    });
    const bearer = bearerOf('old', 'new');
    const answer = await netFor(origin, { bearer }).request({
      purpose: 'fhir',
      url: `${origin}/r4/x`,
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
    expect([asked.length, bearer.renewals]).toEqual([2, 1]);
  });

  it('takes a token that another request has renewed meanwhile', async () => {
    const { origin } = await serve((request, response) => {
      response.writeHead(request.headers.authorization === 'Bearer new' ? 200 : 401).end();
    });
    const tokens = ['old', 'new'];
    const bearer: Bearer = {
      token: async () => ok(tokens.shift() ?? 'new'),
      renew: () => Promise.reject(new Error('not needed')),
    };
    const answer = await netFor(origin, { bearer }).request({
      purpose: 'fhir',
      url: `${origin}/r4/x`,
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it('hands a second 401 over and renews no further', async () => {
    const { origin, asked } = await serve((_, response) => response.writeHead(401).end());
    const bearer = bearerOf('old', 'new', 'newer');
    const answer = await netFor(origin, { bearer }).request({
      purpose: 'fhir',
      url: `${origin}/r4/x`,
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 401 } });
    expect([asked.length, bearer.renewals]).toEqual([2, 1]);
  });

  it('says that the session ended, and sends nothing then', async () => {
    const { origin, asked } = await serve((_, response) => response.writeHead(401).end());
    const ended: Bearer = {
      token: async () => err({ kind: 'sessionEnded' }),
      renew: async () => err({ kind: 'sessionEnded' }),
    };
    const url = `${origin}/r4/x`;
    expect(await netFor(origin, { bearer: ended }).request({ purpose: 'fhir', url })).toEqual(
      err({ kind: 'sessionEnded' }),
    );
    expect(asked).toHaveLength(0);
    expect(
      await netFor(origin, { bearer: bearerOf('only') }).request({ purpose: 'fhir', url }),
    ).toEqual(err({ kind: 'sessionEnded' }));
  });

  it('repeats nothing once the session has ended during the wait', async () => {
    let ended = false;
    const { origin, asked } = await serve((_, response) => {
      ended = true;
      response.writeHead(503, { 'retry-after': '0' });
      response.end();
    });
    const token = async () => (ended ? err({ kind: 'sessionEnded' } as const) : ok('secret'));
    const net = netFor(origin, { bearer: { token, renew: token } });
    const answer = await net.request({ purpose: 'fhir', url: `${origin}/r4/Patient/1` });
    expect(answer).toEqual(err({ kind: 'sessionEnded' }));
    expect(asked).toHaveLength(1);
  });

  it('tells a hanging server from a Cancel', async () => {
    const { origin } = await serve(() => undefined);
    const net = netFor(origin);
    const url = `${origin}/r4/x`;
    expect(await net.request({ purpose: 'fhir', url, timeoutSeconds: 0.05 })).toEqual(
      err({ kind: 'timeout', seconds: 0.05 }),
    );
    const controller = new AbortController();
    const hanging = net.request({ purpose: 'fhir', url, signal: controller.signal });
    controller.abort();
    expect(await hanging).toEqual(err({ kind: 'cancelled' }));
    expect(await net.request({ purpose: 'fhir', url, signal: controller.signal })).toEqual(
      err({ kind: 'cancelled' }),
    );
  });

  it('takes a body that stops coming for a hanging server, and lets a slow one come', async () => {
    const { origin } = await serve((request, response) => {
      response.write('{');
      if (request.url === '/r4/stalled') return;
      const more = setInterval(() => response.write(' '), 20);
      setTimeout(() => {
        clearInterval(more);
        response.end('}');
      }, 1600);
    });
    const read = async (url: string) => {
      const answer = await netFor(origin).request({ purpose: 'fhir', url, timeoutSeconds: 1 });
      return answer.ok ? answer.value.text() : answer;
    };
    const [stalled, slow] = await Promise.all(
      ['stalled', 'slow'].map((way) => read(`${origin}/r4/${way}`)),
    );
    expect(stalled).toEqual(err({ kind: 'timeout', seconds: 1 }));
    expect(slow?.ok === true && JSON.parse(slow.value)).toEqual({});
  });

  it('leaves the session alone where a file server beside the record system refuses the token', async () => {
    const { origin, asked } = await serve((_, response) => response.writeHead(401).end());
    const bearer = bearerOf('old', 'new');
    const url = `${origin}/docs/1`;
    const resourcePrefixes = [{ url: `${origin}/docs/`, sendToken: true }];
    const answer = await netFor(origin, { bearer, resourcePrefixes }).request({
      purpose: 'resourcePrefix',
      url,
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 401 } });
    expect(bearer.renewals).toBe(0);
    expect(asked).toHaveLength(1);
  });

  it('ends the wait before a repetition when cancelled', async () => {
    const controller = new AbortController();
    const { origin, asked } = await serve((_, response) => {
      response.writeHead(503, { 'retry-after': '9' }).end();
    });
    const answer = netFor(origin, {
      now: () => {
        controller.abort();
        return 0;
      },
    }).request({ purpose: 'fhir', url: `${origin}/r4/x`, signal: controller.signal });
    expect(await answer).toEqual(err({ kind: 'cancelled' }));
    expect(asked).toHaveLength(1);
  });

  it('reads a body that breaks off as a lost connection, and one that was cancelled as cancelled', async () => {
    const { origin } = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half');
      if (request.url === '/r4/broken') setImmediate(() => response.destroy());
    });
    const net = netFor(origin);
    const broken = await net.request({ purpose: 'fhir', url: `${origin}/r4/broken` });
    expect(broken.ok && (await broken.value.bytes())).toMatchObject({
      ok: false,
      error: { kind: 'offline' },
    });
    const controller = new AbortController();
    const slow = await net.request({
      purpose: 'fhir',
      url: `${origin}/r4/slow`,
      signal: controller.signal,
    });
    const bytes = slow.ok ? slow.value.bytes() : undefined;
    controller.abort();
    expect(await bytes).toEqual(err({ kind: 'cancelled' }));
  });

  it('says offline when nobody listens', async () => {
    const { origin } = await serve((_, response) => response.end());
    servers[0]?.close();
    servers[0]?.closeAllConnections();
    expect(await netFor(origin).request({ purpose: 'fhir', url: `${origin}/r4/x` })).toMatchObject({
      ok: false,
      error: { kind: 'offline' },
    });
  });

  it('classifies addresses of answers by base and listed prefix', () => {
    const net = createNet({
      base: 'https://fhir.example.org/r4',
      authOrigins: ['https://auth.example.org'],
      styleOrigins: [],
      resourcePrefixes: [{ url: 'https://files.example.org/docs/', sendToken: false }],
    });
    const kindOf = (url: string) => {
      const result = net.classify(url);
      return result.ok ? result.value.purpose : result.error.reason;
    };
    expect(kindOf('https://fhir.example.org/r4/Binary/1')).toBe('fhir');
    expect(kindOf('https://files.example.org/docs/1')).toBe('resourcePrefix');
    expect(kindOf('https://auth.example.org/token')).toBe('outside');
    expect(kindOf('Binary/1')).toBe('unreadable');
  });
});
