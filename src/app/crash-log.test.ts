import { describe, expect, it } from 'vitest';
import { crashLines } from './crash-log.ts';

describe('what the console learns of a crash', () => {
  it('is where it happened, never what was shown', () => {
    const lines = crashLines(new RangeError('Nancy Smart\n    at Springfield:1:2'));
    expect(lines[0]).toBe('RangeError');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('\n')).not.toMatch(/Nancy|Springfield/);
  });

  it('is nothing of a thrown value that is no error', () => {
    expect(crashLines('Nancy Smart')).toEqual(['Crash']);
  });
});
