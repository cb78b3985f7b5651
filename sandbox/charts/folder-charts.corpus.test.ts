import { describe, expect, it } from 'vitest';
import { readFolder } from '../adapters/read-folder.ts';
import { ask, createTestSession } from '../fhir/test-chart.ts';
import { folderCharts } from './folder-charts.ts';

const corpus = process.env['CORPUS_DIR'];

describe.runIf(corpus)('folder charts of the corpus', async () => {
  const entries = corpus ? folderCharts(await readFolder(corpus)) : [];
  const charts = await Promise.all(entries.map((entry) => entry.load()));

  it('tells 18 differently written patients apart', () => {
    const people = charts.filter(({ id }) => id !== 'folder');
    expect(people).toHaveLength(18);
    expect(people.flatMap(({ documents }) => documents)).toHaveLength(22);
    expect(people.every(({ patient }) => patient.birthDate !== undefined)).toBe(true);
  });

  it('keeps three people with one id apart', () => {
    const shared = charts.filter(({ patient }) =>
      patient.identifiers.some(({ value }) => value === '998991'),
    );
    expect(shared.map(({ patient }) => patient.names[0]?.family).sort()).toEqual([
      'Crawford',
      'Jennings',
      'Lowe',
    ]);
  });

  it('gives the PDFs to the folder', () => {
    const titles = charts.find(({ id }) => id === 'folder')?.documents.map(({ title }) => title);
    expect(titles).toContain('tracemonkey.pdf');
    expect(titles?.filter((title) => title?.endsWith('.pdf'))).toHaveLength(26);
  });

  it('serves a document about a patient to that patient', async () => {
    const chart = charts.find(({ title }) => title.startsWith('Sharon A Carlson'));
    expect(chart?.documents).toHaveLength(1);
    const session = createTestSession({}, chart);
    const grant = {
      scopes: ['patient/Binary.read', 'patient/DocumentReference.read'],
      patientId: chart?.patient.id ?? '',
      expired: false,
    };
    const search = `DocumentReference?patient=${grant.patientId}`;
    const bundle = await (await ask(search, { session, grant })).json();
    const { url, contentType, size } = bundle.entry[0].resource.content[0].attachment;
    const answer = await ask(url, { session, grant, accept: contentType });
    expect((await answer.arrayBuffer()).byteLength).toBe(size);
  });
});
