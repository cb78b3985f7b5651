/** Shows plain text as written, columns kept. */
import { useEffect, useEffectEvent } from 'react';
import type { Content } from '../../model/content.ts';
import { ok, type Result } from '../../shared/result.ts';
import { PlainText } from '../PlainText.tsx';
import { decodeBytes, type DecodedText } from '../decode-bytes.ts';
import { printHeader } from '../print-header.ts';
import { reportDecoding } from '../report-decoding.ts';
import type { RendererProps, Sentence } from '../renderer.ts';
import { usePrepared } from '../use-prepared.ts';

export function Renderer(props: RendererProps) {
  const decoded = usePrepared(props, prepareText);
  const say = useEffectEvent((text: DecodedText) => reportDecoding(text, props.report));
  useEffect(() => {
    if (decoded) say(decoded);
  }, [decoded]);
  return decoded ? (
    <PlainText
      report={props.report}
      handle={props.handle}
      text={decoded.text}
      printHeader={printHeader(props.document, props.patient)}
      fixedWidth
    />
  ) : null;
}

export function prepareText(
  bytes: Uint8Array,
  content: Content,
): Promise<Result<DecodedText, Sentence>> {
  const charset = content.received()?.charset ?? content.mediaType.charset;
  return Promise.resolve(ok(decodeBytes(bytes, [charset])));
}
