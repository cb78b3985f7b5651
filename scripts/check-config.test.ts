import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaints: string;
}

const run = (...options: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const command = ['--import', 'tsx', join(import.meta.dirname, 'check-config.ts'), ...options];
    const child = execFile(process.execPath, command, (_failed, output, complaints) => {
      resolve({ code: child.exitCode ?? -1, output, complaints });
    });
  });

// Each row starts a process, which a busy machine takes its time for.
describe('npm run check-config', { timeout: 30_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dossier-check-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('ends with 0 where there are warnings only, and counts them', async () => {
    const file = join(folder, 'empty.json');
    await writeFile(file, '{"version": 1, "issuers": []}');
    expect(await run('--config', file)).toEqual({
      code: 0,
      output: `${file}\nwarning  issuers  names no server: nobody can open a chart; add one.\n0 errors, 1 warning.\n`,
      complaints: '',
    });
  });

  it('ends with 1 where there is an error, each finding on its line', async () => {
    const file = join(folder, 'wrong.json');
    await writeFile(file, '{"version": 1, "isuers": [], "idleLockMinutes": -1}');
    const { code, output, complaints } = await run('--config', file);
    expect({ code, complaints }).toEqual({ code: 1, complaints: '' });
    expect(output.split('\n').slice(1)).toEqual([
      'error  idleLockMinutes  is -1; it must be a number of at least 0.',
      'error  isuers  is no key of this version; did you mean "issuers"?',
      '2 errors, 0 warnings.',
      '',
    ]);
  });

  it('says what it does not know, without a stack trace', async () => {
    const { code, complaints } = await run('--sit', 'https://app.example.org/');
    expect(code).toBe(1);
    expect(complaints).toMatch(/^Unknown option '--sit'/);
    expect(complaints).not.toMatch(/^\s+at /m);
  });
});
