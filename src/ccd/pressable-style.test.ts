import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pressableStyleId } from './pressable-style.ts';

const library = readFileSync(
  'node_modules/react-aria/dist/private/interactions/usePress.mjs',
  'utf8',
);
const sheet = readFileSync('src/ccd/summary-dialog.css', 'utf8');

describe('the rule that react-aria would inject', () => {
  it('is skipped by the installed version when an element has the id we reserve', () => {
    expect(library).toContain(`'${pressableStyleId}'`);
    expect(library).toMatch(/getElementById\(\S+STYLE_ID\)\) return;/);
  });

  it('stands in our own sheet, with the attribute and value of the installed version', () => {
    expect(library).toContain("'data-react-aria-pressable'");
    expect(library).toContain('touch-action: pan-x pan-y pinch-zoom;');
    expect(sheet).toContain('[data-react-aria-pressable]');
    expect(sheet).toContain('touch-action: pan-x pan-y pinch-zoom;');
  });
});
