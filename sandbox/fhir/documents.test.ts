import { describe, expect, it } from 'vitest';
import type { Chart } from '../charts/chart.ts';
import { ask, createTestSession, smallChart } from './test-chart.ts';

const base = 'http://127.0.0.1:1001/dstu2/tenant-1';

describe('an attachment', () => {
  it.each([
    ['absolute', `${base}/Binary/B-absolute`],
    ['relative', 'Binary/B-relative'],
    ['rootRelative', '/dstu2/tenant-1/Binary/B-rootRelative'],
    ['foreign', 'http://127.0.0.1:1003/tenant-1/Binary/B-foreign'],
    ['documentReference', `${base}/DocumentReference/B-documentReference`],
    ['inline', undefined],
    ['none', undefined],
  ])('of link %s points to %s', async (link, url) => {
    const resource = await (await ask(`DocumentReference/D-${link}`)).json();
    const { attachment } = resource.content[0];
    expect(attachment.url).toBe(url);
    expect(attachment.data).toBe(link === 'inline' ? btoa('bytes of B-inline') : undefined);
  });

  it('that points at a DocumentReference finds the bytes inline there', async () => {
    const resource = await (await ask('DocumentReference/B-documentReference')).json();
    expect(resource.resourceType).toBe('DocumentReference');
    expect(resource.content[0].attachment.data).toBe(btoa('bytes of B-documentReference'));
  });
});

describe('a document', () => {
  it('has a list of formats in DSTU2 and one format in R4', async () => {
    const dstu2 = await (await ask('DocumentReference/D-absolute')).json();
    const r4 = await (await ask('DocumentReference/D-absolute', { version: 'r4' })).json();
    expect(dstu2.content[0].format).toHaveLength(1);
    expect(r4.content[0].format.code).toBe('urn:ihe:iti:xds:2017:mimeTypeSufficient');
  });

  it('has its dates where each version keeps them', async () => {
    const dstu2 = await (await ask('DocumentReference/D-absolute')).json();
    const r4 = await (await ask('DocumentReference/D-absolute', { version: 'r4' })).json();
    expect([dstu2.created, dstu2.indexed]).toEqual([
      '2021-05-05T12:00:00Z',
      '2021-05-06T12:00:00Z',
    ]);
    expect([r4.context.period.start, r4.date]).toEqual([
      '2021-05-05T12:00:00Z',
      '2021-05-06T12:00:00Z',
    ]);
  });

  it('shows UNK beside a proprietary code', async () => {
    const { type } = await (await ask('DocumentReference/D-own-code')).json();
    expect(type.coding.map(({ code }: { code: string }) => code)).toEqual(['2820507', 'UNK']);
    expect(type.text).toBe('Office Note');
  });

  it('without a code says that its type is unknown', async () => {
    const { type } = await (await ask('DocumentReference/D-absolute')).json();
    expect(type.extension[0].valueCode).toBe('unknown');
  });

  it('is rewritten by its quirk', async () => {
    const [first] = smallChart.documents;
    const chart: Chart = {
      ...smallChart,
      documents: first
        ? [{ ...first, quirk: (resource, version) => ({ ...resource, version }) }]
        : [],
    };
    const resource = await (
      await ask('DiagnosticReport/R1', { session: createTestSession({}, chart) })
    ).json();
    expect(resource.version).toBe('dstu2');
  });

  it.each([
    { persona: 'provider' as const, masked: false },
    { persona: 'patient' as const, masked: true },
    { persona: 'proxy' as const, masked: true },
  ])('made in error is masked for a $persona: $masked', async ({ persona, masked }) => {
    const session = createTestSession({ persona });
    const resource = await (await ask('DocumentReference/D-error', { session })).json();
    const binary = await ask('Binary/B-error', { session, accept: 'text/plain' });
    expect(resource.status).toBe('entered-in-error');
    expect(resource.description).toBe(masked ? undefined : 'Wrong chart');
    expect(resource.type.extension[0].valueCode).toBe(masked ? 'masked' : 'unknown');
    expect(binary.status).toBe(masked ? 404 : 200);
  });
});

describe('a report', () => {
  it.each([
    ['dstu2', 'R1', 'partial'],
    ['dstu2', 'R2', 'corrected'],
    ['r4', 'R1', 'preliminary'],
    ['r4', 'R2', 'amended'],
  ] as const)('of %s names the status of %s as %s', async (version, id, status) => {
    expect((await (await ask(`DiagnosticReport/${id}`, { version })).json()).status).toBe(status);
  });

  it('holds its renditions under one title', async () => {
    const { presentedForm } = await (await ask('DiagnosticReport/R1')).json();
    expect(presentedForm).toEqual([
      {
        contentType: 'text/html',
        url: `${base}/Binary/TR-1`,
        title: 'Chest X-ray',
        creation: '2019-12-26T09:14:00-06:00',
      },
      {
        contentType: 'application/pdf',
        url: `${base}/Binary/XR-1`,
        size: 13,
        title: 'Chest X-ray',
        creation: '2019-12-26T09:14:00-06:00',
      },
    ]);
  });
});
