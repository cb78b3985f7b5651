import type { DecodedText } from './decode-bytes.ts';
import type { RendererEvent } from './renderer.ts';

/** Says what had to be assumed or could not be decoded; silent where the bytes were clear. */
export function reportDecoding(
  decoded: Omit<DecodedText, 'text'>,
  report: (event: RendererEvent) => void,
): void {
  if (decoded.guessed)
    report({
      kind: 'notice',
      id: 'decoded.guessed',
      sentence: { key: 'renderers.decoded.guessed', values: { encoding: decoded.encoding } },
    });
  if (decoded.undecodable > 0)
    report({
      kind: 'notice',
      id: 'decoded.repaired',
      sentence: { key: 'renderers.decoded.repaired', values: { count: decoded.undecodable } },
    });
}
