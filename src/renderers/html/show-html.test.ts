// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { frameSandbox } from './frame-document.ts';
import { showHtml } from './show-html.ts';

it('A report comes into a caged frame whose listeners are all there before its first node', async () => {
  const host = document.createElement('div');
  document.body.append(host);
  const leaving = new AbortController();
  const shown = new Promise<HTMLElement>((onShown) => {
    const view = { html: '<p>Words</p>', title: 'Report', report() {}, handle() {}, onShown };
    showHtml(host, view, leaving.signal);
  });
  const frame = host.querySelector('iframe');
  const inside = frame?.contentDocument;
  if (!frame || !inside) throw new Error('There is no frame.');
  expect(frame.getAttribute('sandbox')).toBe(frameSandbox);

  /** What is listened to on the way down, with how much of the report is there by then. */
  const heard = new Map<string, number>();
  const listen = inside.addEventListener.bind(inside);
  inside.addEventListener = (type: string, listener: EventListener, options: object): void => {
    const nodes = inside.body.childNodes.length;
    if ('capture' in options && options.capture === true)
      heard.set(type, Math.max(heard.get(type) ?? 0, nodes));
    listen(type, listener, options);
  };
  expect((await shown).textContent).toContain('Words');
  const guarded = 'click auxclick submit dragstart dragover drop keydown'.split(' ');
  expect(guarded.map((type) => [type, heard.get(type)])).toEqual(guarded.map((type) => [type, 0]));

  leaving.abort();
  expect(host.children).toHaveLength(0);
});
