import { describe, expect, it } from 'vitest';
import type { Attachment } from '../model/attachment.ts';
import type { Content } from '../model/content.ts';
import { parseMediaType } from '../model/parse-media-type.ts';
import { createNet } from '../net/net.ts';
import { createContentSource } from './content-source.ts';
import { createContentStore, type ContentStore } from './content-store.ts';
import { askAbove, refuseAbove } from './size-limits.ts';

const megabyte = new Uint8Array(1_000_000).fill(0x78);
const base = 'https://ehr.example.org/r4/t';

interface Sending {
  readonly asked: () => number;
  /** Megabytes that were taken from the answer's body. */
  readonly sent: () => number;
  /** Bodies that the reader gave up. */
  readonly broken: () => number;
  readonly store: ContentStore;
  readonly attachment: (size?: number) => Attachment;
}

/** A server that sends `megabytes`, each when it is asked for, with or without telling how many. */
function sends(megabytes: number, telling: 'length' | 'nothing'): Sending {
  let asked = 0;
  let sent = 0;
  let broken = 0;
  const answer = () => {
    let left = megabytes;
    asked += 1;
    return new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (left === 0) return controller.close();
          left -= 1;
          sent += 1;
          return controller.enqueue(megabyte);
        },
        cancel() {
          broken += 1;
        },
      },
      { highWaterMark: 0 },
    );
  };
  const headers = {
    'content-type': 'text/plain',
    ...(telling === 'length' ? { 'content-length': String(megabytes * megabyte.length) } : {}),
  };
  const net = createNet({
    base,
    authOrigins: [],
    styleOrigins: [],
    resourcePrefixes: [],
    fetch: () => Promise.resolve(new Response(answer(), { headers })),
  });
  return {
    asked: () => asked,
    sent: () => sent,
    broken: () => broken,
    store: createContentStore({ net, version: 'r4' }),
    attachment: (size) => ({
      mediaType: parseMediaType('text/plain'),
      url: `${base}/Binary/1`,
      ...(size === undefined ? {} : { size }),
    }),
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve));
}

const isHeld = (content: Content) => () => content.progress().held === true;

async function outcome(content: Content): Promise<string | number> {
  const bytes = await content.bytes();
  return bytes.ok ? bytes.value.length : bytes.error.kind;
}

describe('a large document', () => {
  it('is not asked for before a person wants it, where the list tells its size', async () => {
    const server = sends(1, 'length');
    const content = server.store.open(server.attachment(84_000_000));
    const read = outcome(content);
    await until(isHeld(content));
    expect(server.asked()).toBe(0);
    content.proceed?.();
    expect(await read).toBe(1_000_000);
    expect(content.progress().held).toBeUndefined();
  });

  it('is held at its first bytes where the answer tells its length', async () => {
    const server = sends(60, 'length');
    const content = server.store.open(server.attachment());
    const read = outcome(content);
    await until(isHeld(content));
    expect(content.progress()).toMatchObject({ total: 60_000_000 });
    expect(server.sent()).toBe(1);
    content.proceed?.();
    expect(await read).toBe(60_000_000);
    expect(server.asked()).toBe(1);
  });

  it('is held by what has come where nobody told', async () => {
    const server = sends(60, 'nothing');
    const content = server.store.open(server.attachment());
    const read = outcome(content);
    await until(isHeld(content));
    expect(server.sent()).toBe(51);
    content.proceed?.();
    expect(await read).toBe(60_000_000);
    expect(server.asked()).toBe(1);
  });

  it('is let go by Cancel while it is held, and its connection with it', async () => {
    const server = sends(60, 'length');
    const content = server.store.open(server.attachment());
    const read = outcome(content);
    await until(isHeld(content));
    content.cancel();
    expect(await read).toBe('cancelled');
    await until(() => server.broken() === 1);
    expect(content.progress()).toEqual({ received: 0 });
  });

  it('is asked for once only: who wanted it before a failure wants it after', async () => {
    const server = sends(1, 'length');
    const first = server.store.open(server.attachment(84_000_000));
    const cancelled = outcome(first);
    await until(isHeld(first));
    first.proceed?.();
    first.cancel();
    await cancelled;
    server.store.clear();
    const held = server.store.open(server.attachment(84_000_000));
    void outcome(held);
    await until(isHeld(held));
    held.proceed?.();
    held.cancel();
    expect(await outcome(server.store.open(server.attachment(84_000_000)))).toBe(1_000_000);
  });

  it('that a person asked to be made is not asked about again', async () => {
    const server = sends(51, 'length');
    const content = server.store.open(server.attachment(), { pinned: true });
    expect(await outcome(content)).toBe(51_000_000);
  });

  it('of exactly the measure comes without a question', async () => {
    const server = sends(50, 'length');
    expect(await outcome(server.store.open(server.attachment()))).toBe(askAbove);
  });
});

describe('a document that is too large', () => {
  it('is refused by the length that the answer tells, before its body is read', async () => {
    const server = sends(201, 'length');
    const content = server.store.open(server.attachment(), { pinned: true });
    expect(await content.bytes()).toEqual({
      ok: false,
      error: { kind: 'tooLarge', limit: refuseAbove, size: 201_000_000 },
    });
    await until(() => server.broken() === 1);
    expect(server.sent()).toBe(0);
  });

  it('is refused by what has come where nobody told, its request ended and its bytes let go', async () => {
    const server = sends(230, 'nothing');
    const content = server.store.open(server.attachment(), { pinned: true });
    expect(await content.bytes()).toEqual({
      ok: false,
      error: { kind: 'tooLarge', limit: refuseAbove },
    });
    await until(() => server.broken() === 1);
    expect(server.sent()).toBe(201);
  });

  it('keeps none of its bytes, also where it grew only when unwrapped', async () => {
    const source = createContentSource({
      key: 'grown',
      mediaType: parseMediaType('text/plain'),
      isWanted: true,
      onUse: () => undefined,
      async *read() {
        for (let count = 0; count < 5; count += 1)
          yield { ok: true, value: new Uint8Array(50_000_000) } as const;
      },
    });
    expect(await source.content.bytes()).toMatchObject({ error: { kind: 'tooLarge' } });
    expect(source.bufferedBytes()).toBe(0);
    expect(await source.content.head(4)).toMatchObject({ error: { kind: 'tooLarge' } });
  });
});
