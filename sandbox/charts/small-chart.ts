import { generateCcd } from '../ccd/generate-ccd.ts';
import { utf8 } from './bytes.ts';
import type { Chart, ChartDocument, ChartPatient, ClinicalRecord } from './chart.ts';
import { describe, type Kind } from './document-builder.ts';
import { structuredNote } from './html/clinical-layouts.ts';
import { reportPdf } from './pdf/report-pdf.ts';
import type { Report, ReportPatient, ReportSection } from './report.ts';

const organisation = 'Lakeside Regional Hospital';

/** How reports print a patient. */
export function inPrint(patient: ChartPatient): ReportPatient {
  const [name] = patient.names;
  return {
    name: `${name?.family.toUpperCase() ?? ''}, ${name?.given.join(' ').toUpperCase() ?? ''}`,
    birthDate: patient.birthDate ?? '',
    mrn: patient.identifiers[0]?.value ?? '',
    sex: patient.gender === 'male' ? 'Male' : patient.gender === 'female' ? 'Female' : '',
  };
}

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly date: string;
  readonly author: string;
  readonly department: string;
  readonly sections: readonly ReportSection[];
}

/** A note as HTML and PDF, about the given patient. */
export function noteDocument(patient: ChartPatient, note: Note): ChartDocument {
  const report: Report = {
    title: note.title,
    organisation,
    department: note.department,
    author: note.author,
    date: note.date,
    patient: inPrint(patient),
    status: 'Final Report',
    sections: note.sections,
  };
  return describe({ ...note, organisation }, [
    {
      id: `TR-${note.id}`,
      contentType: 'text/html',
      title: note.title,
      body: () => utf8(structuredNote(report)),
    },
    {
      id: `XR-${note.id}`,
      contentType: 'application/pdf',
      title: note.title,
      body: () => reportPdf(report),
    },
  ]);
}

/** A stored CCD about a patient with a record, made at `date` from all that was known. */
export function ccdDocument(
  about: { readonly patient: ChartPatient; readonly record: ClinicalRecord },
  o: { readonly id: string; readonly title: string; readonly date: string },
): ChartDocument {
  const chart: Chart = { id: o.id, title: o.title, encounters: [], documents: [], ...about };
  const now = Date.parse(o.date);
  return describe({ ...o, kind: 'summary', author: 'Summary Service', organisation }, [
    {
      id: `CD-${o.id}`,
      contentType: 'application/xml',
      title: o.title,
      body: () => utf8(generateCcd(chart, { end: now, now })),
    },
  ]);
}
