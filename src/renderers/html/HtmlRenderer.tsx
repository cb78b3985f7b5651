/**
 * Shows an author's HTML as it was laid out, sanitized and caged; as text where it is too large for
 * that. Runs nothing of it, loads nothing for it, follows none of its links, and says what it does not show.
 */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Content } from '../../model/content.ts';
import { locale, t } from '../../messages/messages.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { PlainText } from '../PlainText.tsx';
import { printHeader } from '../print-header.ts';
import { reportDecoding } from '../report-decoding.ts';
import type { RendererProps, Sentence } from '../renderer.ts';
import { usePrepared } from '../use-prepared.ts';
import { openHtml, type HtmlReading, type OpenHtml } from './open-html.ts';
import { showHtml } from './show-html.ts';
import { shownWords } from './shown-words.ts';
import './html.css';

export function Renderer(props: RendererProps) {
  const read = usePrepared(props, readInWorker);
  if (!read) return null;
  const { reading, source } = read;
  if (reading.kind === 'markup') return <HtmlFrame {...props} reading={reading} source={source} />;
  const size = `${(read.bytes / 1024 / 1024).toFixed(1)} MB`;
  const notice: Sentence =
    reading.because === 'tooDeep'
      ? { key: 'renderers.html.deep' }
      : { key: 'renderers.html.large', values: { size } };
  return <PlainText {...props} text={reading.text} notice={notice} />;
}

interface ReadHtml {
  readonly reading: HtmlReading;
  readonly bytes: number;
  /** The worker that knows the source's words. */
  readonly source: OpenHtml;
}

/** A worker of its own for each document; it ends with the renderer. */
async function readInWorker(
  bytes: Uint8Array,
  content: Content,
  signal: AbortSignal,
): Promise<Result<ReadHtml, Sentence>> {
  try {
    const source = openHtml(signal);
    const { charset, essence } = content.mediaType;
    const reading = await source.read(bytes, content.received()?.charset ?? charset, essence);
    return ok({ reading, bytes: bytes.byteLength, source });
  } catch {
    return err({ key: 'renderers.notReadable' });
  }
}

interface HtmlFrameProps extends RendererProps {
  readonly reading: Extract<HtmlReading, { kind: 'markup' }>;
  readonly source: OpenHtml;
}

function HtmlFrame(props: HtmlFrameProps) {
  const host = useRef<HTMLDivElement>(null);
  const show = useEffectEvent((element: HTMLElement, html: string, signal: AbortSignal) => {
    const { document, patient, report, handle, source } = props;
    reportDecoding(props.reading.decoded, report);
    const title = document.title ?? document.type ?? t('renderers.untitled');
    const onShown = (body: HTMLElement): void =>
      void reportLoss(source, body, report, signal).catch(() => {
        if (!signal.aborted)
          report({
            kind: 'notice',
            id: 'html.lost',
            sentence: { key: 'renderers.html.notCompared' },
          });
      });
    showHtml(
      element,
      { html, title, printHeader: printHeader(document, patient), report, handle, onShown },
      signal,
    );
  });
  useEffect(() => {
    const controller = new AbortController();
    if (host.current) show(host.current, props.reading.markup, controller.signal);
    return () => controller.abort();
  }, [props.reading.markup]);
  return <div className="html-paper" ref={host} />;
}

/** Says which words of the source are not among those shown. */
async function reportLoss(
  source: OpenHtml,
  body: HTMLElement,
  report: RendererProps['report'],
  signal: AbortSignal,
): Promise<void> {
  const loss = await source.compare(
    () => body.textContent,
    () => shownWords(body),
  );
  if (loss === undefined || signal.aborted) return;
  const words = new Intl.ListFormat(locale(), { type: 'unit' }).format(loss.words);
  report({
    kind: 'notice',
    id: 'html.lost',
    sentence: {
      key: 'renderers.html.lost',
      values: { count: loss.count, words: loss.count > loss.words.length ? `${words} …` : words },
    },
  });
}
