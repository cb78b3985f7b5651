// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

/** The module makes its policy once: each test has a module of its own. */
async function loaded() {
  vi.resetModules();
  return import('./frame-document.ts');
}

afterEach(() => vi.unstubAllGlobals());

describe('The frame of a report', () => {
  it('may have its nodes moved in and ask to print, and nothing else', async () => {
    const { frameSandbox } = await loaded();
    expect(frameSandbox).toBe('allow-same-origin allow-modals');
  });

  it('begins with what sends a link nowhere, then with its own policy, and has no words', async () => {
    const { frameDocument } = await loaded();
    const inside = new DOMParser().parseFromString(frameDocument, 'text/html');
    expect([...inside.head.children].map(({ outerHTML }) => outerHTML)).toEqual([
      '<meta charset="utf-8">',
      '<base target="_blank">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'">`,
      '<meta name="color-scheme" content="only light">',
    ]);
    expect(inside.body.outerHTML).toBe('<body></body>');
  });
});

describe('The policy that trusts the document of the frame', () => {
  /** A browser's trusted types, with the rules that it was given. */
  function stubTrustedTypes() {
    const rules = new Map<string, (text: string) => string>();
    vi.stubGlobal('trustedTypes', {
      createPolicy(name: string, { createHTML }: { createHTML(text: string): string }) {
        rules.set(name, createHTML);
        return { createHTML: (text: string) => `trusted ${createHTML(text)}` };
      },
    });
    return rules;
  }

  it('trusts it', async () => {
    stubTrustedTypes();
    const { frameDocument, trustedFrameDocument } = await loaded();
    expect(trustedFrameDocument()).toBe(`trusted ${frameDocument}`);
  });

  it('trusts no other, not even one that begins with it', async () => {
    const rules = stubTrustedTypes();
    const { frameDocument, trustedFrameDocument } = await loaded();
    trustedFrameDocument();
    expect([...rules.keys()]).toEqual(['dossier-frame']);
    expect(() => rules.get('dossier-frame')?.(`${frameDocument}<p>`)).toThrow(TypeError);
  });

  it('is not needed where a browser has no trusted types', async () => {
    const { frameDocument, trustedFrameDocument } = await loaded();
    expect(trustedFrameDocument()).toBe(frameDocument);
  });
});
