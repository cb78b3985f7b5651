/** Shows the words of a rich-text document; its layout needs the program that made it. */
import { useEffect, useEffectEvent } from 'react';
import { err, ok, type Result } from '../../shared/result.ts';
import { PlainText } from '../PlainText.tsx';
import { printHeader } from '../print-header.ts';
import type { RendererProps, Sentence } from '../renderer.ts';
import { usePrepared } from '../use-prepared.ts';
import { rtfToText, type RtfText } from './rtf-to-text.ts';

const notice: Sentence = { key: 'renderers.rtf.plain' };

export function Renderer(props: RendererProps) {
  const { report, handle } = props;
  const read = usePrepared(props, prepareRtf);
  const sayPictures = useEffectEvent((count: number) =>
    report({
      kind: 'notice',
      id: 'rtf.pictures',
      sentence: { key: 'renderers.rtf.pictures', values: { count } },
    }),
  );
  useEffect(() => {
    if (read && read.pictures > 0) sayPictures(read.pictures);
  }, [read]);
  return read ? (
    <PlainText
      report={report}
      handle={handle}
      text={read.text}
      notice={notice}
      printHeader={printHeader(props.document, props.patient)}
    />
  ) : null;
}

function prepareRtf(bytes: Uint8Array): Promise<Result<RtfText, Sentence>> {
  const source = new TextDecoder('windows-1252').decode(bytes);
  return Promise.resolve(
    source.includes('{\\rtf') ? ok(rtfToText(source)) : err({ key: 'renderers.notReadable' }),
  );
}
