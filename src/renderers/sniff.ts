/** Formats by their first bytes, as far as the bytes are unmistakable. */
import { headText } from './head-text.ts';

export type Sniffed =
  'pdf' | 'html' | 'rtf' | 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'tiff' | 'ole' | 'zip';

interface Signature {
  readonly kind: Sniffed;
  /** Bytes at the start; -1 matches any. */
  readonly magic: readonly number[];
}

const ascii = (text: string): readonly number[] => Array.from(text, (c) => c.charCodeAt(0));
const any4 = [-1, -1, -1, -1] as const;

const signatures: readonly Signature[] = [
  { kind: 'png', magic: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
  { kind: 'jpeg', magic: [0xff, 0xd8, 0xff] },
  { kind: 'gif', magic: ascii('GIF8') },
  { kind: 'webp', magic: [...ascii('RIFF'), ...any4, ...ascii('WEBP')] },
  // Size, then two reserved words that are zero: "BM" alone begins many an English text.
  { kind: 'bmp', magic: [...ascii('BM'), ...any4, 0, 0, 0, 0] },
  { kind: 'tiff', magic: [...ascii('II'), 0x2a, 0] },
  { kind: 'tiff', magic: [...ascii('MM'), 0, 0x2a] },
  { kind: 'rtf', magic: ascii('{\\rtf') },
  { kind: 'ole', magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'zip', magic: [...ascii('PK'), 3, 4] },
];

/** The format that `head` unmistakably is. */
export function sniff(head: Uint8Array): Sniffed | undefined {
  const signature = signatures.find(({ magic }) =>
    magic.every((byte, at) => byte === -1 || head[at] === byte),
  );
  if (signature) return signature.kind;
  const text = headText(head).replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (/^(<!doctype html|<html[\s>])/i.test(start)) return 'html';
  if (start.startsWith('<')) return undefined;
  if (start.startsWith('{\\rtf')) return 'rtf';
  // Readers accept "%PDF-" anywhere in the first 1024 bytes; leading junk is common.
  return text.slice(0, 1024).includes('%PDF-') ? 'pdf' : undefined;
}
