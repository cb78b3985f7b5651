/** Charts whose list itself is hostile: addresses, people and words of FHIR answers. */
import type { ChartDocument } from '../../../sandbox/charts/chart.ts';
import { chartOf } from '../documents/document-chart.ts';
import type { ChartSource } from '../../../sandbox/sessions.ts';
import { fillFor } from '../documents/document-case.ts';
import { addresses, addressOf } from './address-case.ts';
import { listCases, type ListCase } from './list-cases.ts';

type Json = Record<string, unknown>;

/** @param sinkUrl where whatever leads elsewhere leads to */
export const fhirCharts = (sinkUrl: string): readonly ChartSource[] => [
  chartOf(
    'fhir-addresses',
    addresses.map((one) =>
      documentOf(one.id, (resource) => withUrl(resource, (base) => addressOf(one, base, `${sinkUrl}/${one.id}`))),
    ),
  ),
  ...listCases.map((one) => chartOf(one.id, [listed(one, sinkUrl)])),
]; // prettier-ignore

const documentOf = (id: string, quirk: (resource: Json) => Json): ChartDocument => ({
  id: `DR-${id}`,
  resourceType: 'DocumentReference',
  title: `Case ${id}`,
  status: 'current',
  docStatus: 'final',
  date: '2026-05-04T10:00:00-05:00',
  author: 'Zoë Brandt, MD',
  renditions: [
    {
      id: `F-${id}`,
      contentType: 'text/plain',
      body: () => new TextEncoder().encode('Never to be read this way.'),
    },
  ],
  quirk,
});

const listed = (one: ListCase, sinkUrl: string): ChartDocument =>
  documentOf(one.id, (resource) => one.change(resource, fillFor(one.id, sinkUrl)));

/** The resource with another address of its attachment, made from the base of the old one. */
function withUrl(resource: Json, make: (base: string) => string): Json {
  const change = (_key: string, value: unknown): unknown =>
    typeof value === 'string' && /\/Binary\/F-[\w-]+$/.test(value) ? make(value.replace(/\/Binary\/.*$/, '')) : value; // prettier-ignore
  return JSON.parse(JSON.stringify(resource), change) as Json;
}
