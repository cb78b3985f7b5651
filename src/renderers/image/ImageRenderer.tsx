/** Shows a raster image. Its address is a blob of this page with a type from its own bytes, never the server's. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { t } from '../../messages/messages.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createZoom } from '../create-zoom.ts';
import { printHeader } from '../print-header.ts';
import { createPrintSheet } from '../print-sheet.ts';
import type { RendererProps, Sentence } from '../renderer.ts';
import { sniff, type Sniffed } from '../sniff.ts';
import { usePrepared } from '../use-prepared.ts';
import './image.css';

const imageTypes: Partial<Record<Sniffed, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};

export function Renderer(props: RendererProps) {
  const blob = usePrepared(props, prepareImage);
  const image = useRef<HTMLImageElement>(null);
  const { report, handle } = props;
  const show = useEffectEvent((shown: Blob) => {
    const element = image.current;
    if (!element) return undefined;
    const address = URL.createObjectURL(shown);
    element.src = address;
    handle({
      zoom: createZoom((level) => element.style.setProperty('width', `${level * 100}%`)),
      print: () => void printImage(element, printHeader(props.document, props.patient), report),
    });
    return () => {
      handle(undefined);
      URL.revokeObjectURL(address);
    };
  });
  useEffect(() => (blob ? show(blob) : undefined), [blob]);
  if (!blob) return null;
  const { title, type } = props.document;
  return (
    <div className="image-paper">
      <img
        ref={image}
        alt={title ?? type ?? t('renderers.untitled')}
        onLoad={() => report({ kind: 'ready' })}
        onError={() => report({ kind: 'problem', sentence: { key: 'renderers.image.broken' } })}
      />
    </div>
  );
}

async function printImage(
  shown: HTMLImageElement,
  header: readonly string[],
  report: RendererProps['report'],
): Promise<void> {
  const sheet = createPrintSheet(header);
  const copy = document.createElement('img');
  copy.alt = shown.alt;
  copy.src = shown.src;
  sheet.body.append(copy);
  await copy.decode().catch(() => undefined);
  sheet.print(report);
}

function prepareImage(bytes: Uint8Array): Promise<Result<Blob, Sentence>> {
  const kind = sniff(bytes.subarray(0, 1024));
  const type = kind === undefined ? undefined : imageTypes[kind];
  return Promise.resolve(
    type === undefined
      ? err({ key: 'renderers.image.broken' })
      : ok(new Blob([new Uint8Array(bytes)], { type })),
  );
}
