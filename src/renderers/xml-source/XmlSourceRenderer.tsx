/** Shows XML that is no clinical document as its source: words before looks, nothing interpreted. */
import type { Content } from '../../model/content.ts';
import { ok, type Result } from '../../shared/result.ts';
import { PlainText } from '../PlainText.tsx';
import { decodeBytes } from '../decode-bytes.ts';
import { declaredInMarkup } from '../html/decode-html.ts';
import { printHeader } from '../print-header.ts';
import type { RendererProps, Sentence } from '../renderer.ts';
import { usePrepared } from '../use-prepared.ts';

const notice: Sentence = { key: 'renderers.xml.source' };

export function Renderer(props: RendererProps) {
  const source = usePrepared(props, prepareSource);
  return source === undefined ? null : (
    <PlainText
      report={props.report}
      handle={props.handle}
      text={source}
      fixedWidth
      notice={notice}
      printHeader={printHeader(props.document, props.patient)}
    />
  );
}

function prepareSource(bytes: Uint8Array, content: Content): Promise<Result<string, Sentence>> {
  const charset = content.received()?.charset ?? content.mediaType.charset;
  return Promise.resolve(ok(decodeBytes(bytes, [charset, declaredInMarkup(bytes)]).text));
}
