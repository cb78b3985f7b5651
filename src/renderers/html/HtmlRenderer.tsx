/**
 * Shows an author's HTML as it was laid out, sanitized and caged; as text where it is too large for
 * that. Runs nothing of it, loads nothing for it, follows none of its links.
 */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Content } from '../../model/content.ts';
import { t } from '../../messages/messages.ts';
import { ok, type Result } from '../../shared/result.ts';
import { PlainText } from '../PlainText.tsx';
import type { DecodedText } from '../decode-bytes.ts';
import { reportDecoding } from '../report-decoding.ts';
import type { RendererProps, Sentence } from '../renderer.ts';
import { usePrepared } from '../use-prepared.ts';
import { decodeHtml } from './decode-html.ts';
import { htmlToText } from './html-to-text.ts';
import { showHtml } from './show-html.ts';
import './html.css';

/** Above either the sanitizer would hold the page for seconds: 2 MB, or (measured) 75,000 elements. */
const sanitizeUpToBytes = 2 * 1024 * 1024;
const sanitizeUpToTags = 150_000;

type PreparedHtml =
  | { readonly kind: 'markup'; readonly decoded: DecodedText }
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number };

export function Renderer(props: RendererProps) {
  const prepared = usePrepared(props, prepareHtml);
  if (!prepared) return null;
  if (prepared.kind === 'markup') return <HtmlFrame {...props} decoded={prepared.decoded} />;
  const size = `${(prepared.bytes / 1024 / 1024).toFixed(1)} MB`;
  const notice: Sentence = { key: 'renderers.html.large', values: { size } };
  return <PlainText {...props} text={prepared.text} notice={notice} />;
}

function prepareHtml(bytes: Uint8Array, content: Content): Promise<Result<PreparedHtml, Sentence>> {
  const decoded = decodeHtml(bytes, content.received()?.charset ?? content.mediaType.charset);
  return Promise.resolve(
    ok(
      bytes.byteLength > sanitizeUpToBytes || hasMoreTags(decoded.text, sanitizeUpToTags)
        ? { kind: 'text', text: htmlToText(decoded.text), bytes: bytes.byteLength }
        : { kind: 'markup', decoded },
    ),
  );
}

/** Counts `<`, start and end tags alike, and stops at the limit. */
function hasMoreTags(html: string, limit: number): boolean {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    count += 1;
    if (count > limit) return true;
  }
  return false;
}

function HtmlFrame(props: RendererProps & { readonly decoded: DecodedText }) {
  const host = useRef<HTMLDivElement>(null);
  const show = useEffectEvent((element: HTMLElement, decoded: DecodedText, signal: AbortSignal) => {
    const { document, report, handle } = props;
    reportDecoding(decoded, report);
    const title = document.title ?? document.type ?? t('renderers.untitled');
    showHtml(element, { html: decoded.text, title, report, handle }, signal);
  });
  useEffect(() => {
    const controller = new AbortController();
    if (host.current) show(host.current, props.decoded, controller.signal);
    return () => controller.abort();
  }, [props.decoded]);
  return <div className="html-paper" ref={host} />;
}
