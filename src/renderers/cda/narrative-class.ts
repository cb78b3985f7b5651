import type { NarrativeStyle } from '../../cda/narrative.ts';

/** Class names for what the author asked for; only known styles become one. */
export function narrativeClass(
  styles: readonly NarrativeStyle[] | undefined,
  ...more: readonly (string | undefined)[]
): { className?: string } {
  const names = [...more, ...(styles ?? []).map((style) => `cda-${style}`)].filter(
    (name) => name !== undefined,
  );
  return names.length === 0 ? {} : { className: names.join(' ') };
}
