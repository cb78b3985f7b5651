/** What a link of a document may do. */
export type LinkTarget =
  | { readonly kind: 'inside'; readonly id: string }
  | { readonly kind: 'outside'; readonly href: string; readonly shown: string }
  /** Shown as text: relative, `http:`, `javascript:`, `data:`, anything else. */
  | { readonly kind: 'inert'; readonly shown?: string };

/** Only https, mailto and tel may be followed, judged by the URL parser and never by the text. */
export function linkTarget(href: string | undefined): LinkTarget {
  const trimmed = href?.trim() ?? '';
  if (trimmed === '') return { kind: 'inert' };
  if (trimmed.startsWith('#')) return { kind: 'inside', id: trimmed.slice(1) };
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  switch (url?.protocol) {
    case 'https:':
      return { kind: 'outside', href: url.href, shown: url.host };
    case 'mailto:':
    case 'tel:':
      return { kind: 'outside', href: url.href, shown: decodeURIComponentSafely(url.pathname) };
    default:
      return { kind: 'inert', shown: trimmed.slice(0, 300) };
  }
}

/**
 * Whether a link's own words already say where it leads, whole: `https://evil.test` in "bank.test/evil.test" or
 * in "my-evil.test" would hide the target behind another name.
 */
export function saysTarget(text: string, { shown }: { readonly shown: string }): boolean {
  if (text.trim() === shown) return true;
  return text
    .split(/[\s"'<>()[\]]+/)
    .map((word) => word.replace(/[.,;:!?]+$/, ''))
    .some((word) => word === shown || hostOf(word) === shown);
}

function hostOf(word: string): string | undefined {
  return /^https:\/\//i.test(word) && URL.canParse(word) ? new URL(word).host : undefined;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
