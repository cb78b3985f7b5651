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

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
