import type { Content } from '../../model/content.ts';
import { ok, type Result } from '../../shared/result.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { PlainText } from '../PlainText.tsx';
import type { RendererProps, Sentence } from '../renderer.ts';
import { usePrepared } from '../use-prepared.ts';

/** What could not be read as sections, as it was written. */
export function SourceText(props: RendererProps) {
  const text = usePrepared(props, prepareSource);
  if (text === undefined) return null;
  return <PlainText report={props.report} handle={props.handle} text={text} fixedWidth />;
}

function prepareSource(bytes: Uint8Array, content: Content): Promise<Result<string, Sentence>> {
  const charset = content.received()?.charset ?? content.mediaType.charset;
  return Promise.resolve(ok(decodeBytes(bytes, [charset]).text));
}
