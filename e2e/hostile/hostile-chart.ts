/** A chart whose documents are hostile cases: the way in which they really come. */
import type { ChartEntry } from '../../sandbox/charts/charts.ts';
import { emptyRecord } from '../../sandbox/charts/empty-record.ts';
import { bytesOf, fillIn, type HostileCase } from './hostile-case.ts';

/** With which an open document looks as it should. */
export const harmless: HostileCase = {
  id: 'harmless',
  class: 'harmless',
  title: 'a document that means no harm',
  html: '<p>Nothing unusual.</p>',
  harmless: 'Nothing unusual.',
  control: { immune: 'It asks for nothing.' },
};

/** One chart of a class, named by it; each document is titled by the id of its case. */
export function hostileChart(
  name: string,
  cases: readonly HostileCase[],
  sinkUrl: string,
): ChartEntry {
  const title = `Hostile: ${name}`;
  const documents = [harmless, ...cases];
  return {
    id: name,
    title,
    description: `${cases.length} documents`,
    load: () =>
      Promise.resolve({
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
        documents: documents.map((one) => ({
          id: `DR-${one.id}`,
          resourceType: 'DocumentReference',
          title: `Case ${one.id}`,
          status: 'current',
          docStatus: 'final',
          date: '2026-05-04T10:00:00-05:00',
          renditions: [
            {
              id: `F-${one.id}`,
              contentType: 'text/html',
              title: `${one.id}.html`,
              body: () => bytesOf(fillIn(one.html, one.id, sinkUrl), one.encoding),
            },
          ],
        })),
        record: emptyRecord,
      }),
  };
}
