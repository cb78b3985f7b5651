/** Three tiny charts for the sandbox's own tests. */
import type { Chart, ChartDocument } from '../charts/chart.ts';
import { emptyRecord } from '../charts/empty-record.ts';
import type { ChartSource } from '../sessions.ts';

const count = 12;

function smallChart(id: string, given: string, patientId: string): Chart {
  const documents = Array.from({ length: count }, (_, index): ChartDocument => ({
    id: `${id}-doc-${index + 1}`,
    resourceType: 'DocumentReference',
    title: `Note ${index + 1}`,
    type: { system: 'http://loinc.org', code: '11506-3', display: 'Progress note' },
    status: 'current',
    date: `2024-0${1 + (index % 9)}-10T10:00:00Z`,
    renditions: [
      {
        id: `TR-${id}-${index + 1}`,
        contentType: 'text/html',
        body: () => new TextEncoder().encode(`<p>Words of note ${index + 1}</p>`),
      },
    ],
  }));
  return {
    id,
    title: `${given} Small, 40`,
    patient: {
      id: patientId,
      names: [{ family: 'Small', given: [given] }],
      birthDate: '1986-01-02',
      gender: 'female',
      identifiers: [{ system: 'urn:oid:2.16.840.1.113883.19.5', value: patientId }],
    },
    encounters: [],
    documents,
    record: emptyRecord,
  };
}

function source(id: string, given: string, patientId: string): ChartSource {
  const chart = smallChart(id, given, patientId);
  return { id, title: chart.title, description: 'Small', load: async () => chart };
}

export const smallCharts: readonly ChartSource[] = [
  source('ordinary', 'Lea', '1001'),
  source('child-tim', 'Tim', '2001'),
  source('child-ada', 'Ada', '2002'),
];

export const smallChartDocuments = count;
