/** What no other renderer claims: says what it is. The reader's toolbar saves it. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { Content } from '../../model/content.ts';
import { t } from '../../messages/messages.ts';
import type { RendererProps, Sentence } from '../renderer.ts';
import { sniff } from '../sniff.ts';
import './fallback.css';

const sniffedLength = 1024;

export function Renderer(props: RendererProps) {
  const { content } = props;
  const [sentence, setSentence] = useState<Sentence>();
  const look = useEffectEvent(async (source: Content, signal: AbortSignal) => {
    const head = await source.head(sniffedLength);
    if (signal.aborted) return;
    if (!head.ok) {
      props.report({
        kind: 'problem',
        sentence: { key: 'renderers.notFetched' },
        error: head.error,
      });
      return;
    }
    setSentence(describe(head.value, source));
    props.report({ kind: 'ready' });
  });
  useEffect(() => startLooking(content, look), [content]);
  return sentence ? (
    <div className="fallback">
      <h2>{t('renderers.fallback.heading')}</h2>
      <p>{t(sentence.key, sentence.values)}</p>
    </div>
  ) : null;
}

function startLooking(
  content: Content,
  look: (content: Content, signal: AbortSignal) => Promise<void>,
): () => void {
  const controller = new AbortController();
  void look(content, controller.signal);
  return () => {
    controller.abort();
    content.cancel();
  };
}

/** What the document is, in words, as far as its bytes and its declared type tell. */
export function describe(head: Uint8Array, content: Pick<Content, 'mediaType'>): Sentence {
  const kind = sniff(head);
  const type = content.mediaType.essence;
  if (kind === 'tiff' || type === 'image/tiff') return { key: 'renderers.fallback.tiff' };
  if (kind === 'ole' || /msword|wordprocessingml|opendocument\.text/.test(type))
    return { key: 'renderers.fallback.word' };
  return type === '' || type === 'application/octet-stream'
    ? { key: 'renderers.fallback.unknown' }
    : { key: 'renderers.fallback.type', values: { type } };
}
