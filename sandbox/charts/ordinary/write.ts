import { utf8, windows1252 } from '../bytes.ts';
import type { ChartDocument, ChartRendition } from '../chart.ts';
import { describe, type Kind } from '../document-builder.ts';
import { plainText, richText } from '../plain-formats.ts';
import type { Report, ReportSection } from '../report.ts';
import { hospital, nancyInPrint, people, type Person } from './people.ts';
import { encounterId, shifted, visits, type Visit, type VisitName } from './visits.ts';

export interface Piece {
  /** Number in the chart, part of its ids. */
  readonly number: number;
  readonly title: string;
  readonly kind: Kind;
  readonly by: Person;
  readonly visit: VisitName;
  /** dateTime with offset; default: 35 minutes into the visit. */
  readonly date?: string;
  readonly status?: string;
  readonly sections: readonly ReportSection[];
  readonly addendum?: Report['addendum'];
}

export function reportOf(piece: Piece): Report {
  const [author, department] = people[piece.by];
  return {
    title: piece.title,
    organisation: hospital,
    department,
    author,
    date: piece.date ?? shifted(visits[piece.visit].start, 35),
    patient: nancyInPrint,
    status: piece.status ?? 'Final Report',
    sections: piece.sections,
    ...(piece.addendum === undefined ? {} : { addendum: piece.addendum }),
  };
}

export type Format = (piece: Piece, report: Report) => ChartRendition;

const idOf = (prefix: string, piece: Piece): string =>
  `${prefix}-${197_198_000 + piece.number * 13}`;

export const html =
  (layout: (report: Report) => string): Format =>
  (piece, report) => ({
    id: idOf('TR', piece),
    contentType: 'text/html',
    title: piece.title,
    body: () => utf8(layout(report)),
  });

export const xhtml =
  (layout: (report: Report) => string): Format =>
  (piece, report) => ({
    id: idOf('TR', piece),
    contentType: 'application/xhtml+xml',
    title: piece.title,
    body: () => utf8(layout(report)),
  });

export const html1252 =
  (layout: (report: Report) => string): Format =>
  (piece, report) => ({
    id: idOf('TR', piece),
    contentType: 'text/html; charset=windows-1252',
    title: piece.title,
    body: () => windows1252(layout(report)),
  });

export const pdf =
  (shape: (report: Report) => Promise<Uint8Array>): Format =>
  (piece, report) => ({
    id: idOf('XR', piece),
    contentType: 'application/pdf',
    title: piece.title,
    body: () => shape(report),
  });

export const text: Format = (piece, report) => ({
  id: idOf('TX', piece),
  contentType: 'text/plain',
  title: piece.title,
  body: () => utf8(plainText(report)),
});

export const rtf: Format = (piece, report) => ({
  id: idOf('RT', piece),
  contentType: 'text/rtf',
  title: piece.title,
  body: () => utf8(richText(report)),
});

export const png =
  (draw: () => Promise<Uint8Array>): Format =>
  (piece) => ({ id: idOf('IM', piece), contentType: 'image/png', title: piece.title, body: draw });

export const xml =
  (write: () => string): Format =>
  (piece) => ({
    id: idOf('CD', piece),
    contentType: 'application/xml',
    title: piece.title,
    body: () => utf8(write()),
  });

/** A document of the chart in the given formats. */
export function document(
  piece: Piece,
  formats: readonly Format[],
  more: Partial<ChartDocument> = {},
): ChartDocument {
  const report = reportOf(piece);
  return describe(
    {
      id: String(17_300_000 + piece.number * 7),
      title: piece.title,
      kind: piece.kind,
      date: report.date,
      filed: shifted(report.date, 25),
      author: report.author,
      organisation: hospital,
      encounterId: encounterId(piece.visit),
    },
    formats.map((format) => format(piece, report)),
    more,
  );
}

/** The measurements of a visit in one line. */
export function vitalsLine(name: VisitName): string {
  const visit: Visit = visits[name];
  return [
    visit.bp === undefined ? undefined : `BP ${visit.bp[0]}/${visit.bp[1]} mmHg`,
    visit.pulse === undefined ? undefined : `pulse ${visit.pulse}`,
    visit.spo2 === undefined ? undefined : `SpO2 ${visit.spo2} % on room air`,
    visit.kg === undefined ? undefined : `weight ${visit.kg} kg`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
