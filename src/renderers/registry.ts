/** The formats that can be shown: one line each. A new format is one folder and one entry here. */
import { isClinicalDocument } from './content-traits.ts';
import { headText } from './head-text.ts';
import type { ContentTraits, RendererEntry } from './renderer.ts';
import { sniff, type Sniffed } from './sniff.ts';

/** Ranks: unmistakable bytes beat the root element, that beats the declared type, that beats a guess. */
const bytes = 40;
const root = 30;
const declared = 20;
const guess = 10;

const xmlType = /^(application|text)\/(.+\+)?xml$/;
const pdfType = /^application\/(x-)?pdf$/;
const imageType = /^image\/(png|jpe?g|pjpeg|gif|webp|bmp|x-ms-bmp)$/;

const sniffed = (traits: ContentTraits): Sniffed | undefined => sniff(traits.head);

/** Bytes that are unmistakably another format leave a declared type without weight. */
const byType = (traits: ContentTraits, type: RegExp, rank = declared): number | undefined =>
  sniffed(traits) === undefined && type.test(traits.mediaType.essence) ? rank : undefined;

/** Whatever its namespace and declared type: only its own reader compares whose it is. */
const isCda = ({ root }: ContentTraits): boolean => root !== undefined && isClinicalDocument(root);

/** Readers of PDF accept its mark anywhere in the first 1024 bytes, also in a page's comment. */
const isPdfBehindMarkup = (traits: ContentTraits): boolean =>
  pdfType.test(traits.mediaType.essence) &&
  !isCda(traits) &&
  headText(traits.head).slice(0, 1024).includes('%PDF-');

const isHtmlRoot = ({ root }: ContentTraits): boolean =>
  root !== undefined && root.localName.toLowerCase() === 'html';

export const renderers: readonly RendererEntry[] = [
  {
    id: 'cda',
    match: (traits) => (isCda(traits) ? root + 1 : undefined),
    load: () => import('./cda/CdaRenderer.tsx'),
  },
  {
    id: 'pdf',
    match: (traits) =>
      sniffed(traits) === 'pdf' || isPdfBehindMarkup(traits)
        ? bytes
        : traits.root === undefined
          ? byType(traits, pdfType)
          : undefined,
    load: () => import('./pdf/PdfRenderer.tsx'),
  },
  {
    id: 'html',
    match: (traits) =>
      isHtmlRoot(traits)
        ? root
        : sniffed(traits) === 'html'
          ? root
          : isCda(traits)
            ? undefined
            : byType(traits, /^(text\/html|application\/xhtml\+xml)$/),
    load: () => import('./html/HtmlRenderer.tsx'),
  },
  {
    id: 'image',
    match: (traits) => {
      const kind = sniffed(traits);
      return kind === 'png' ||
        kind === 'jpeg' ||
        kind === 'gif' ||
        kind === 'webp' ||
        kind === 'bmp'
        ? bytes
        : byType(traits, imageType);
    },
    load: () => import('./image/ImageRenderer.tsx'),
  },
  {
    id: 'rtf',
    match: (traits) =>
      sniffed(traits) === 'rtf' ? bytes : byType(traits, /^(application|text)\/(x-)?rtf$/),
    load: () => import('./rtf/RtfRenderer.tsx'),
  },
  {
    id: 'xml-source',
    match: (traits) =>
      headText(traits.head)
        .replace(/^\uFEFF/, '')
        .trimStart()
        .startsWith('<?xml')
        ? root - 1
        : (byType(traits, xmlType) ?? byType(traits, /^image\/svg\+xml$/)),
    load: () => import('./xml-source/XmlSourceRenderer.tsx'),
  },
  {
    id: 'text',
    match: (traits) =>
      byType(traits, /^(text\/.+|application\/json|.+\+json)$/) ??
      (sniffed(traits) === undefined && looksLikeText(traits.head) ? guess : undefined),
    load: () => import('./text/TextRenderer.tsx'),
  },
  { id: 'fallback', match: () => 0, load: () => import('./fallback/FallbackRenderer.tsx') },
];

/** Every renderer that claims the content, best first; never empty. */
export function chooseRenderers(traits: ContentTraits): readonly RendererEntry[] {
  return renderers
    .flatMap((entry) => {
      const rank = entry.match(traits);
      return rank === undefined ? [] : [{ entry, rank }];
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry);
}

/** No control characters but white space, and something there at all. */
function looksLikeText(head: Uint8Array): boolean {
  const text = headText(head);
  // oxlint-disable-next-line no-control-regex
  return text.trim() !== '' && !/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text);
}
