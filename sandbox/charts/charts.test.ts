import { SaxesParser } from 'saxes';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Chart, ChartDocument } from './chart.ts';
import { charts } from './charts.ts';

async function load(id: string): Promise<Chart> {
  const entry = charts.find((one) => one.id === id);
  if (!entry) throw new Error(`no chart ${id}`);
  return entry.load();
}

const started = (bytes: Uint8Array, length = 5): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, length));

function checkXml(bytes: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(new TextDecoder().decode(bytes)).close();
}

const renditionsOf = (chart: Chart, contentType: string): ChartDocument['renditions'] =>
  chart.documents.flatMap(({ renditions }) =>
    renditions.filter((one) => one.contentType?.startsWith(contentType)),
  );

describe('the charts on offer', () => {
  test('are one per id, and each loads the chart of its id', async () => {
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
    for (const entry of charts) expect((await entry.load()).id).toBe(entry.id);
  });

  test.each(charts.map(({ id }) => id))('%s has unique ids and known encounters', async (id) => {
    const chart = await load(id);
    const ids = chart.documents.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const encounters = new Set(chart.encounters.map((one) => one.id));
    const named = chart.documents.flatMap(({ encounterId }) => encounterId ?? []);
    expect(named.filter((one) => !encounters.has(one))).toEqual([]);
    const renditions = new Set(chart.documents.flatMap((one) => one.renditions));
    expect(new Set([...renditions].map((one) => one.id)).size).toBe(renditions.size);
  });
});

describe('the ordinary chart', () => {
  test('has some sixty documents over ten years, dated within their encounters', async () => {
    const { documents, encounters } = await load('ordinary');
    expect(documents.length).toBeGreaterThanOrEqual(60);
    expect(documents.length).toBeLessThanOrEqual(64);
    const days = new Map(encounters.map(({ id, start }) => [id, start.slice(0, 10)]));
    for (const { date = '', encounterId = '' } of documents) {
      expect(date.slice(0, 10) >= (days.get(encounterId) ?? '9999')).toBe(true);
    }
  });

  test('has PDFs that open, one of them of forty pages', async () => {
    const renditions = renditionsOf(await load('ordinary'), 'application/pdf');
    const pages = await Promise.all(
      renditions.map(async ({ body }) => (await PDFDocument.load(await body())).getPageCount()),
    );
    expect(Math.min(...pages)).toBeGreaterThan(0);
    expect(Math.max(...pages)).toBe(40);
  }, 30_000);

  test('has clinical documents that are well-formed and name the patient', async () => {
    const renditions = renditionsOf(await load('ordinary'), 'application/xml');
    expect(renditions).toHaveLength(4);
    for (const { body } of renditions) {
      const bytes = await body();
      checkXml(bytes);
      expect(new TextDecoder().decode(bytes)).toContain('<family>Smart</family>');
    }
  });

  test('has XHTML that is well-formed, PNG, RTF and text', async () => {
    const chart = await load('ordinary');
    for (const { body } of renditionsOf(chart, 'application/xhtml')) checkXml(await body());
    for (const { body } of renditionsOf(chart, 'image/png')) {
      expect(started(await body(), 4)).toBe('\u0089PNG');
    }
    for (const { body } of renditionsOf(chart, 'text/rtf')) {
      expect(started(await body())).toBe('{\\rtf');
    }
    expect(renditionsOf(chart, 'text/plain').length).toBeGreaterThan(1);
  });

  test('has every HTML layout', async () => {
    const heads = new Set<string>();
    for (const { body } of renditionsOf(await load('ordinary'), 'text/html')) {
      const html = new TextDecoder().decode(await body());
      expect(html).not.toContain('undefined');
      heads.add(
        html
          .replace(/<title>.*?<\/title>/, '')
          .slice(0, 1_500)
          .replaceAll(/[0-9]/g, ''),
      );
    }
    expect(heads.size).toBeGreaterThanOrEqual(12);
  });
});

test('the crowded chart has five thousand documents, the same ones each time', async () => {
  const [first, second] = [await load('crowded'), await load('crowded')];
  expect(first.documents.length).toBeGreaterThanOrEqual(5_000);
  expect(second.documents.map(({ date, title }) => [date, title])).toEqual(
    first.documents.map(({ date, title }) => [date, title]),
  );
  for (const { body } of first.documents.at(-1)?.renditions ?? []) {
    expect((await body()).length).toBeGreaterThan(200);
  }
});

test('every odd document makes its bytes', async () => {
  const { documents } = await load('odd');
  for (const { renditions } of documents) {
    for (const { body } of renditions) expect(await body()).toBeInstanceOf(Uint8Array);
  }
});

test('one document of twin A is about twin B', async () => {
  const bodies = await Promise.all(
    renditionsOf(await load('twin-a'), 'application/xml').map(async ({ body }) =>
      new TextDecoder().decode(await body()),
    ),
  );
  expect(bodies.map((xml) => /<given>(.*?)<\/given>/.exec(xml)?.[1])).toEqual(['Marion', 'Miriam']);
});
