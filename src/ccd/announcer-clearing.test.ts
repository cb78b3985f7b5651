// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letAnnouncerClear } from './announcer-clearing.ts';

const library = readFileSync(
  'node_modules/react-aria/dist/private/live-announcer/LiveAnnouncer.mjs',
  'utf8',
);

describe('the live regions of react-aria', () => {
  it('are made and emptied by the installed version as we expect', () => {
    expect(library).toContain("dataset.liveAnnouncer = 'true'");
    expect(library.match(/\.innerHTML = [^;]*/g)).toEqual([".innerHTML = ''", ".innerHTML = ''"]);
  });

  it('are emptied without a string of markup', async () => {
    letAnnouncerClear();
    const announcer = document.createElement('div');
    announcer.dataset['liveAnnouncer'] = 'true';
    const log = document.createElement('div');
    log.textContent = '2024';
    announcer.append(log);
    document.body.prepend(announcer);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    expect(Object.hasOwn(log, 'innerHTML')).toBe(true);
    Reflect.set(log, 'innerHTML', '');
    expect(log.childNodes).toHaveLength(0);
  });
});
