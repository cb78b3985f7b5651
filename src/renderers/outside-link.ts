/** Where a link of a document leads, judged by the URL parser and never by its words. */
import { unicodeHost } from '../shared/punycode.ts';

export interface OutsideLink {
  readonly kind: 'web' | 'mail' | 'phone';
  /** The address as the browser will take it. */
  readonly href: string;
  /** What names the target: the host as it is asked for, the mailbox, the number. */
  readonly shown: string;
  /** The host as it is read, where that looks different: letters of other scripts can imitate. */
  readonly unicode?: string;
}

/**
 * An address that a reader may open after confirming it: `https:`, `http:`, `mailto:`, `tel:`. Undefined for all
 * else, relative addresses and addresses with a user's name in front of the host included: those are shown as text.
 */
export function outsideLink(href: string): OutsideLink | undefined {
  const trimmed = href.trim();
  // Without a scheme of its own it is relative to a document that has no address.
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  switch (url.protocol) {
    case 'https:':
    case 'http:': {
      if (url.username !== '' || url.password !== '' || url.hostname === '') return undefined;
      const unicode = unicodeHost(url.hostname);
      return {
        kind: 'web',
        href: url.href,
        shown: url.host,
        ...(unicode === url.hostname ? {} : { unicode }),
      };
    }
    case 'mailto:':
      return { kind: 'mail', href: url.href, shown: readable(url.pathname) };
    case 'tel:':
      return { kind: 'phone', href: url.href, shown: readable(url.pathname) };
    default:
      return undefined;
  }
}

/**
 * Whether a link's own words already say where it leads, whole: `https://evil.test` in "bank.test/evil.test" would
 * hide the target behind another name.
 */
export function saysTarget(text: string, shown: string): boolean {
  if (text.trim() === shown) return true;
  return text
    .split(/[\s"'<>()[\]]+/)
    .map((word) => word.replace(/[.,;:!?]+$/, ''))
    .some((word) => word === shown || hostOf(word) === shown);
}

function hostOf(word: string): string | undefined {
  return /^https?:\/\//i.test(word) && URL.canParse(word) ? new URL(word).host : undefined;
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
