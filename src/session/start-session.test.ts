// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { parseConfig } from '../config/parse-config.ts';
import { startSession } from './session.ts';

it('a window has one session, however often React asks for it: a code is exchanged once', () => {
  const config = parseConfig({ version: 1, issuers: [] });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const first = startSession({ config: config.value });
  expect(startSession({ config: config.value })).toBe(first);
});
