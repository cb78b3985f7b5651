import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config/parse-config.ts';
import { securityHeaders, type ResponseKind } from '../src/config/security-headers.ts';
import { startApp, type RunningApp } from './app-server.ts';

const written = {
  version: 1,
  issuers: [{ name: 'Example', clientId: 'x', iss: 'https://fhir.example.org/r4/1' }],
  frameAncestors: ['https://ehr.example.org'],
};
const parsed = parseConfig(written);
if (!parsed.ok) throw new Error('the configuration of this test is wrong');
const config = parsed.value;

describe('the server of npm start and of the browser tests', () => {
  let folder: string;
  let app: RunningApp;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dossier-app-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!DOCTYPE html>');
    for (const name of ['index-1.js', 'index-1.css', 'cda.worker-1.js', 'pdf.worker.min-1.mjs'])
      await writeFile(join(folder, 'assets', name), '');
    app = await startApp({ folder, path: '/viewer/', config: () => written }, 4950);
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it.each<{ readonly path: string; readonly kind: ResponseKind; readonly type: string }>([
    { path: '', kind: 'document', type: 'text/html; charset=utf-8' },
    { path: '?code=x&state=y', kind: 'document', type: 'text/html; charset=utf-8' },
    { path: 'index.html', kind: 'document', type: 'text/html; charset=utf-8' },
    { path: 'config.json', kind: 'config', type: 'application/json; charset=utf-8' },
    { path: 'assets/index-1.js', kind: 'asset', type: 'text/javascript; charset=utf-8' },
    { path: 'assets/index-1.css', kind: 'asset', type: 'text/css; charset=utf-8' },
    { path: 'assets/cda.worker-1.js', kind: 'worker', type: 'text/javascript; charset=utf-8' },
    { path: 'assets/pdf.worker.min-1.mjs', kind: 'worker', type: 'text/javascript; charset=utf-8' },
  ])('sends the header set byte for byte with "$path"', async ({ path, kind, type }) => {
    const { status, headers } = await fetch(`${app.url}${path}`);
    expect(status).toBe(200);
    const expected = securityHeaders(config, kind);
    const names = Object.keys(expected);
    expect(Object.fromEntries(names.map((name) => [name, headers.get(name)]))).toEqual(expected);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.has('x-frame-options')).toBe(false);
  });

  it('gives nothing from outside its folder', async () => {
    for (const path of ['%2e%2e/%2e%2e/etc/passwd', '..%2f..%2fetc%2fpasswd', 'missing.js'])
      expect((await fetch(`${app.url}${path}`)).status).toBe(404);
  });
});
