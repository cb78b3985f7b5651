/** The words by which a document is named, in the list, the reader and their accessible names alike. */
import { locale, t, type MessageKey } from '../messages/messages.ts';
import type { ClinicalDocument, DocumentStatusKind, Rendition } from './clinical-document.ts';
import { formatClinicalDate } from './format-date.ts';

const statusKeys: Readonly<Record<DocumentStatusKind, MessageKey>> = {
  final: 'list.status.final',
  preliminary: 'list.status.preliminary',
  amended: 'list.status.amended',
  superseded: 'list.status.superseded',
  cancelled: 'list.status.cancelled',
  'entered-in-error': 'list.status.enteredInError',
  masked: 'list.status.masked',
  unknown: 'list.status.unknown',
};

export const documentTitle = (document: ClinicalDocument): string =>
  document.title ?? document.type ?? t('list.untitled');

/** "26 Dec 2019", "Filed 27 Dec 2019" where only that is known, else a word. */
export function documentDate(
  document: ClinicalDocument,
  options: { readonly time?: boolean } = {},
): string {
  if (document.date !== undefined) return formatClinicalDate(document.date, locale(), options);
  if (document.filed === undefined) return t('list.noDate');
  return t('list.filed', { date: formatClinicalDate(document.filed, locale(), options) });
}

export const statusWord = (kind: DocumentStatusKind): string => t(statusKeys[kind]);

/** "title, date, author, status": the name of a row. */
export const documentName = (document: ClinicalDocument): string =>
  [
    documentTitle(document),
    document.resourceType === 'GeneratedSummary' ? undefined : documentDate(document),
    document.author ?? document.organisation,
    statusWord(document.status.kind),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');

const formats: readonly (readonly [RegExp, MessageKey])[] = [
  [/^application\/(x-)?pdf$/, 'list.format.pdf'],
  [/^(text\/html|application\/xhtml\+xml)$/, 'list.format.html'],
  [/^image\/tiff?$/, 'list.format.tiff'],
  [/^image\/svg\+xml$/, 'list.format.svg'],
  [/^image\//, 'list.format.image'],
  [/^(application|text)\/(x-)?rtf$/, 'list.format.rtf'],
  [/^(application|text)\/(.+\+)?xml$/, 'list.format.xml'],
  [
    /^application\/(msword|vnd\.(openxmlformats-officedocument\.wordprocessingml|ms-word))/,
    'list.format.word',
  ],
  [/^audio\//, 'list.format.audio'],
  [/^video\//, 'list.format.video'],
  [/^application\/dicom$/, 'list.format.dicom'],
  [/^(text\/.+|application\/(.+\+)?json)$/, 'list.format.text'],
];

/** "HTML", "PDF", "XML", …: a small word for a format. */
export function formatWord({ attachment }: Rendition): string {
  const known = formats.find(([pattern]) => pattern.test(attachment.mediaType.essence));
  return t(known?.[1] ?? 'list.format.other');
}

/** "HTML, title, date": the name of a format's button. */
export const renditionName = (document: ClinicalDocument, rendition: Rendition): string =>
  [
    formatWord(rendition),
    documentTitle(document),
    ...(document.resourceType === 'GeneratedSummary' ? [] : [documentDate(document)]),
  ].join(', ');
