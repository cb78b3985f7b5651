import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { MediaType } from '../model/media-type.ts';

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/plain': 'txt',
  'text/rtf': 'rtf',
  'application/rtf': 'rtf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'image/svg+xml': 'svg',
  'application/json': 'json',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

const words: Readonly<Record<ClinicalDocument['resourceType'], string>> = {
  DiagnosticReport: 'report',
  DocumentReference: 'document',
  GeneratedSummary: 'summary',
};

/**
 * `report-2019-12-26.pdf`: kind, date and format, nothing of the patient. An ending that is not known is
 * `bin`, never one that the server made up. A safe copy is called so.
 */
export function fileName(
  document: ClinicalDocument,
  mediaType: MediaType,
  copy: 'original' | 'safe' = 'original',
): string {
  const day = (document.date ?? document.filed)?.raw.trim().slice(0, 10) ?? '';
  const date = /^\d{4}(-\d{2}){0,2}$/.test(day) ? `-${day}` : '';
  const safe = copy === 'safe' ? '-safe' : '';
  return `${words[document.resourceType]}${date}${safe}.${endings[mediaType.essence] ?? 'bin'}`;
}
