import { assert, array, asyncProperty, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../model/attachment.ts';
import type { Content } from '../model/content.ts';
import { parseMediaType } from '../model/parse-media-type.ts';
import { createNet } from '../net/net.ts';
import { createContentStore } from './content-store.ts';
import { createContentSource } from './content-source.ts';
import { joinChunks } from './byte-chunks.ts';

const base = 'https://ehr.example.org/r4/t';

/** A server whose answers are written piece by piece. */
function slowServer() {
  const writers: WritableStreamDefaultWriter<Uint8Array>[] = [];
  const aborted: boolean[] = [];
  const net = createNet({
    base,
    authOrigins: [],
    styleOrigins: [],
    resourcePrefixes: [],
    fetch: (_, init) => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const writer = writable.getWriter();
      const index = writers.push(writer) - 1;
      aborted[index] = false;
      init?.signal?.addEventListener('abort', () => {
        aborted[index] = true;
        void writer.abort().catch(() => undefined);
      });
      return Promise.resolve(new Response(readable, { headers: { 'content-type': 'text/plain' } }));
    },
  });
  const write = (index: number, text: string) =>
    void writers[index]?.write(new TextEncoder().encode(text)).catch(() => undefined);
  const close = (index: number) => void writers[index]?.close().catch(() => undefined);
  return { net, write, close, aborted, requests: () => writers.length };
}

const attachment = (id: string): Attachment => ({
  mediaType: parseMediaType('text/plain'),
  url: `${base}/Binary/${id}`,
});

const turn = () => new Promise((resolve) => setTimeout(resolve));

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}

async function textOf(content: Content): Promise<string> {
  const bytes = await content.bytes();
  return bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.error.kind;
}

async function collect(content: Content): Promise<string> {
  let text = '';
  for await (const chunk of content.chunks()) {
    text += chunk.ok ? new TextDecoder().decode(chunk.value) : `[${chunk.error.kind}]`;
  }
  return text;
}

/** More than is needed to tell what an answer is. */
const long = 'x'.repeat(2000);

describe('a Content', () => {
  it('asks for nothing before it is read', async () => {
    const server = slowServer();
    createContentStore({ net: server.net, version: 'r4' }).open(attachment('1'));
    await turn();
    expect(server.requests()).toBe(0);
  });

  it('gives all readers every chunk out of one request, late ones included', async () => {
    const server = slowServer();
    const store = createContentStore({ net: server.net, version: 'r4' });
    const content = store.open(attachment('1'));
    const head = content.head(4);
    const first = collect(content);
    await waitFor(() => server.requests() === 1);
    server.write(0, long);
    expect((await head).ok).toBe(true);
    const second = collect(store.open(attachment('1')));
    server.write(0, 'end');
    server.close(0);
    expect(await first).toBe(`${long}end`);
    expect(await second).toBe(`${long}end`);
    expect(await textOf(content)).toBe(`${long}end`);
    expect(server.requests()).toBe(1);
    expect(content.progress().received).toBe(2003);
    expect(content.received()?.essence).toBe('text/plain');
  });

  it('survives a reader that transfers what it was given', async () => {
    const server = slowServer();
    const content = createContentStore({ net: server.net, version: 'r4' }).open(attachment('1'));
    const reading = content.bytes();
    await waitFor(() => server.requests() === 1);
    server.write(0, long);
    server.close(0);
    const bytes = await reading;
    if (bytes.ok) structuredClone(bytes.value, { transfer: [bytes.value.buffer] });
    for await (const chunk of content.chunks()) {
      if (chunk.ok) structuredClone(chunk.value, { transfer: [chunk.value.buffer] });
    }
    expect(await textOf(content)).toBe(long);
  });

  it('ends its request and its readers on Cancel, and starts anew for the next reader', async () => {
    const server = slowServer();
    const content = createContentStore({ net: server.net, version: 'r4' }).open(attachment('1'));
    const first = collect(content);
    await waitFor(() => server.requests() === 1);
    server.write(0, long);
    await content.head(1);
    content.cancel();
    expect(await first).toBe(`${long}[cancelled]`);
    expect(server.aborted).toEqual([true]);
    const second = collect(content);
    await waitFor(() => server.requests() === 2);
    server.write(1, 'again');
    server.close(1);
    expect(await second).toBe('again');
  });

  it('keeps what is complete through a Cancel', async () => {
    const server = slowServer();
    const content = createContentStore({ net: server.net, version: 'r4' }).open(attachment('1'));
    const reading = textOf(content);
    await waitFor(() => server.requests() === 1);
    server.write(0, 'all');
    server.close(0);
    await reading;
    content.cancel();
    expect(await textOf(content)).toBe('all');
    expect(server.requests()).toBe(1);
  });

  it('replays any bytes to any reader', async () => {
    await assert(
      asyncProperty(array(uint8Array({ maxLength: 50 })), async (chunks) => {
        const { content } = createContentSource({
          key: 'k',
          mediaType: parseMediaType('text/plain'),
          onUse: () => undefined,
          async *read() {
            for (const value of chunks) yield { ok: true, value };
          },
        });
        const all = joinChunks(chunks);
        const head = await content.head(7);
        const bytes = await content.bytes();
        expect(head.ok && head.value).toEqual(all.slice(0, 7));
        expect(bytes.ok && bytes.value).toEqual(all);
      }),
    );
  });
});

describe('the store', () => {
  /** Every document is answered with 100 bytes. */
  function hundredByteStore(limitBytes: number) {
    const asked: string[] = [];
    const net = createNet({
      base,
      authOrigins: [],
      styleOrigins: [],
      resourcePrefixes: [],
      fetch: (input) => {
        asked.push(String(input).slice(-1));
        const headers = { 'content-type': 'text/plain' };
        return Promise.resolve(new Response('x'.repeat(100), { headers }));
      },
    });
    return { store: createContentStore({ net, version: 'r4', limitBytes }), asked };
  }

  it('forgets the least recently used beyond its bound', async () => {
    const { store, asked } = hundredByteStore(250);
    for (const id of ['1', '2', '1', '3', '1', '2']) await textOf(store.open(attachment(id)));
    expect(asked).toEqual(['1', '2', '3', '2']);
  });

  it('keeps the document that is larger than its bound while it is the last', async () => {
    const { store, asked } = hundredByteStore(50);
    await textOf(store.open(attachment('1')));
    await textOf(store.open(attachment('1')));
    expect(asked).toEqual(['1']);
  });

  it('neither counts nor forgets what is pinned', async () => {
    const { store, asked } = hundredByteStore(250);
    await textOf(store.open(attachment('1'), { pinned: true }));
    for (const id of ['2', '3', '4', '1', '3']) await textOf(store.open(attachment(id)));
    expect(asked).toEqual(['1', '2', '3', '4']);
  });

  it('opens a new Content after a failure', async () => {
    let status = 404;
    const net = createNet({
      base,
      authOrigins: [],
      styleOrigins: [],
      resourcePrefixes: [],
      fetch: () => Promise.resolve(new Response('words', { status })),
    });
    const store = createContentStore({ net, version: 'r4' });
    const failed = store.open(attachment('1'));
    expect(await textOf(failed)).toBe('notFound');
    status = 200;
    expect(await textOf(failed)).toBe('notFound');
    expect(await textOf(store.open(attachment('1')))).toBe('words');
  });

  it('ends all requests when cleared', async () => {
    const server = slowServer();
    const store = createContentStore({ net: server.net, version: 'r4' });
    const reading = textOf(store.open(attachment('1')));
    await waitFor(() => server.requests() === 1);
    store.clear();
    expect(await reading).toBe('cancelled');
    expect(server.aborted).toEqual([true]);
  });
});
