/** A chart whose documents are the cases of one class, for the patient that they name. */
import type { Chart, ChartDocument } from '../../../sandbox/charts/chart.ts';
import type { ChartSource } from '../../../sandbox/sessions.ts';
import { emptyRecord } from '../../../sandbox/charts/empty-record.ts';
import { bodyOf, type DocumentCase } from './document-case.ts';

/** With which an open document looks as it should. */
export const plainTitle = 'Case plain';

const plain: ChartDocument = {
  id: 'DR-plain',
  resourceType: 'DocumentReference',
  title: plainTitle,
  status: 'current',
  docStatus: 'final',
  date: '2026-05-04T10:00:00-05:00',
  renditions: [
    {
      id: 'F-plain',
      contentType: 'text/plain',
      body: () => new TextEncoder().encode('Nothing unusual.'),
    },
  ],
};

/** The chart of these documents; the plain one stands first. */
export function chartOf(name: string, documents: readonly ChartDocument[]): ChartSource {
  const title = `Hostile: ${name}`;
  const chart: Chart = {
    id: name,
    title,
    patient: {
      id: `P-${name}`,
      names: [{ family: 'Target', given: ['Tess'], use: 'official' }],
      birthDate: '1980-01-02',
      gender: 'female',
      identifiers: [],
    },
    encounters: [],
    documents: [plain, ...documents],
    record: emptyRecord,
  };
  return { id: name, title, description: `${documents.length} documents`, load: () => Promise.resolve(chart) }; // prettier-ignore
}

export const documentOf = (one: DocumentCase, sinkUrl: string): ChartDocument => ({
  id: `DR-${one.id}`,
  resourceType: 'DocumentReference',
  title: `Case ${one.id}`,
  status: 'current',
  docStatus: 'final',
  date: '2026-05-04T10:00:00-05:00',
  renditions: [
    {
      id: `F-${one.id}`,
      contentType: one.contentType,
      ...(one.servedAs !== undefined && { servedAs: one.servedAs }),
      body: () => bodyOf(one, sinkUrl),
    },
  ],
});
