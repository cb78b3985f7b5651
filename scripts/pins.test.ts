import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;
const manifest = read('package.json');
const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

describe('dependencies', () => {
  it.each(wanted)('%s is pinned exactly and installed as pinned', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read(`node_modules/${name}/package.json`).version).toBe(version);
  });

  it('hold a pdf.js without the script-execution hole of 5.6.83 to 6.2.107', () => {
    const { version } = read('node_modules/pdfjs-dist/package.json');
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(6_002_108);
  });
});
