/** What stands at the head of every printed page, whatever the format: whose document it is, and which. Pure. */
import { locale, t } from '../messages/messages.ts';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import { displayName } from '../model/display-name.ts';
import { documentDate, documentTitle, statusWord } from '../model/document-words.ts';
import { formatClinicalDate } from '../model/format-date.ts';
import { parseClinicalDate } from '../model/parse-clinical-date.ts';
import type { PatientContext, PatientIdentity } from '../model/patient-context.ts';

/** Two lines: name, birth date and record number; title, date and status. */
export function printHeader(
  document: ClinicalDocument,
  patient: PatientContext,
): readonly string[] {
  const generated = document.resourceType === 'GeneratedSummary';
  const what = [
    documentTitle(document),
    generated ? document.requestedPeriod?.words : documentDate(document, { time: true }),
    statusWord(document.status.kind),
  ];
  return [who(patient.identity), what].map((parts) =>
    parts.filter((part) => part !== undefined && part !== '').join(' · '),
  );
}

function who(identity: PatientIdentity | undefined): readonly (string | undefined)[] {
  if (identity === undefined) return [t('app.patient.unavailable')];
  const number = recordNumber(identity);
  return [
    displayName(identity) ?? t('app.patient.unavailable'),
    bornWords(identity.birthDate),
    number === undefined ? undefined : t('app.patient.mrn', { value: number }),
  ];
}

function bornWords(birthDate: string | undefined): string {
  if (birthDate === undefined) return t('app.patient.bornUnknown');
  const parsed = parseClinicalDate(birthDate);
  return t('app.patient.born', {
    date: parsed === undefined ? birthDate : formatClinicalDate(parsed, locale()),
  });
}

const recordNumber = ({ identifiers }: PatientIdentity): string | undefined =>
  identifiers.find(({ type }) => /^MRN?$|medical record/i.test(type?.trim() ?? ''))?.value;

/**
 * The page rule with "Page 2 of 5" in the margin; browsers without margin boxes (before Chromium 131) print
 * without it. Source: https://www.w3.org/TR/css-page-3/#margin-boxes
 */
export function pageRule(): string {
  const [before = '', between = '', after = ''] = t('reader.print.page', {
    page: mark,
    pages: mark,
  }).split(mark);
  const content = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`;
  return `@page { margin: 14mm 12mm 16mm; @bottom-right { content: ${content}; font: 9pt system-ui, sans-serif; } }`;
}

const mark = '\u0000';

const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\\n]/g, (each) => `\\${each.codePointAt(0)?.toString(16)} `)}"`;
