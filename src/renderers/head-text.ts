import { encodingOfBytes } from './decode-bytes.ts';

/** The head as text, good enough to find markup in: any ASCII-compatible encoding, or UTF-16. */
export function headText(head: Uint8Array): string {
  const encoding = encodingOfBytes(head);
  return new TextDecoder(encoding ?? 'windows-1252').decode(head);
}
