import { describe, expect, it } from 'vitest';
import { loadConfig } from './load-config.ts';

const answering = (body: string, status = 200) => {
  const asked: { url: string; cache: RequestCache | undefined }[] = [];
  const fetchImpl: typeof fetch = async (input, init) => {
    asked.push({ url: String(input), cache: init?.cache });
    return new Response(body, { status });
  };
  return { asked, fetchImpl };
};

describe('loadConfig', () => {
  it('reads the file beside index.html and never a cached one', async () => {
    const { asked, fetchImpl } = answering('{"issuers": []}');
    const result = await loadConfig(fetchImpl, 'https://app.example.org/viewer/index.html?state=1');
    expect(result.ok).toBe(true);
    expect(asked).toEqual([
      { url: 'https://app.example.org/viewer/config.json', cache: 'no-store' },
    ]);
  });

  it.each([
    { title: 'a missing file', body: '', status: 404, error: { kind: 'unreachable', status: 404 } },
    {
      title: 'a page instead of JSON',
      body: '<!doctype html>',
      status: 200,
      error: { kind: 'notJson' },
    },
  ])('tells $title', async ({ body, status, error }) => {
    const result = await loadConfig(answering(body, status).fetchImpl, 'https://app.example.org/');
    expect(result).toEqual({ ok: false, error });
  });

  it('tells that nothing answered', async () => {
    const result = await loadConfig(
      () => Promise.reject(new TypeError('x')),
      'https://app.example.org/',
    );
    expect(result).toEqual({ ok: false, error: { kind: 'unreachable' } });
  });
});
