import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import { asResource } from './fhir-resource.ts';
import { mapDocument } from './map-document.ts';
import type { MappingContext } from './mapping-context.ts';

const base = 'https://ehr.example.org/r4/t';

const context: MappingContext = {
  base,
  refusedHost: (url) => (url.startsWith(`${base}/`) ? undefined : new URL(url).host),
};

function map(version: 'dstu2' | 'r4', json: unknown): ClinicalDocument {
  const resource = asResource(json);
  const document = resource && mapDocument(version, resource, context);
  if (document === undefined) throw new Error('not mapped');
  return document;
}

const reference = (fields: object) => ({ resourceType: 'DocumentReference', id: '1', ...fields });
const report = (fields: object) => ({ resourceType: 'DiagnosticReport', id: '1', ...fields });

describe('the two versions', () => {
  it('agree on a DocumentReference', () => {
    const shared = {
      description: 'Discharge Summary',
      subject: { reference: 'Patient/1', display: 'SMART, NANCY' },
      author: [{ display: 'Dr A' }, { reference: '#b' }],
      contained: [{ resourceType: 'Practitioner', id: 'b', name: { text: 'Dr B' } }],
      custodian: { display: 'General Hospital' },
      status: 'current',
      type: { coding: [{ display: 'Discharge note' }] },
      relatesTo: [
        { code: 'replaces', target: { reference: 'DocumentReference/0' } },
        { code: 'quotes', target: { reference: 'DocumentReference/9' } },
      ],
      securityLabel: [{ coding: [{ code: 'R' }] }],
    };
    const content = [
      { attachment: { contentType: 'text/html', url: `${base}/Binary/1`, size: 10, title: 'a' } },
      { attachment: { contentType: 'application/pdf', url: 'Binary/2' } },
      { attachment: { contentType: 'application/pdf', url: 'Binary/2' } },
    ];
    const dstu2 = map(
      'dstu2',
      reference({
        ...shared,
        class: { text: 'Clinical note' },
        created: '2019-12-26T09:14:00-06:00',
        indexed: '2019-12-26T10:00:00-06:00',
        docStatus: { coding: [{ code: 'amended' }] },
        context: { encounter: { reference: 'Encounter/7' } },
        content: content.map((each) => ({ ...each, format: [{ code: 'x' }] })),
      }),
    );
    const r4 = map(
      'r4',
      reference({
        ...shared,
        category: [{ coding: [{ code: 'x' }] }, { text: 'Clinical note' }],
        date: '2019-12-26T10:00:00-06:00',
        docStatus: 'amended',
        context: {
          encounter: [{ reference: 'Encounter/7' }],
          period: { start: '2019-12-26T09:14:00-06:00' },
        },
        content,
      }),
    );
    expect(dstu2).toEqual(r4);
    expect(r4).toMatchObject({
      id: `${base}/DocumentReference/1`,
      title: 'Discharge Summary',
      type: 'Discharge note',
      category: 'Clinical note',
      date: { raw: '2019-12-26T09:14:00-06:00' },
      filed: { raw: '2019-12-26T10:00:00-06:00' },
      status: { kind: 'amended', raw: 'amended' },
      author: 'Dr A, Dr B',
      organisation: 'General Hospital',
      encounter: 'Encounter/7',
      subject: { kind: 'reference', reference: 'Patient/1' },
      restricted: true,
      relations: [{ code: 'replaces', target: `${base}/DocumentReference/0` }],
      problems: [],
    });
    expect(r4.renditions.map((each) => each.attachment.url)).toEqual([
      `${base}/Binary/1`,
      `${base}/Binary/2`,
    ]);
  });

  it('agree on a DiagnosticReport with several formats', () => {
    const shared = {
      code: { text: 'CHEST XRAY' },
      status: 'corrected',
      effectiveDateTime: '2019-12-26',
      issued: '2019-12-27T00:00:00Z',
      subject: { display: 'SMART, NANCY' },
      presentedForm: [
        { contentType: 'text/html', url: `${base}/Binary/TR-1` },
        { contentType: 'application/pdf', url: `${base}/Binary/XR-1` },
      ],
    };
    const dstu2 = map(
      'dstu2',
      report({ ...shared, category: { text: 'Radiology' }, performer: { display: 'Dr R' } }),
    );
    const r4 = map(
      'r4',
      report({ ...shared, category: [{ text: 'Radiology' }], performer: [{ display: 'Dr R' }] }),
    );
    expect(dstu2).toEqual(r4);
    expect(r4).toMatchObject({
      title: 'CHEST XRAY',
      category: 'Radiology',
      author: 'Dr R',
      status: { kind: 'amended', raw: 'corrected' },
      subject: { kind: 'display', display: 'SMART, NANCY' },
    });
    expect(r4.renditions).toHaveLength(2);
  });
});

describe('addresses', () => {
  it.each([
    ['Binary/1', `${base}/Binary/1`],
    ['/Binary/1', `${base}/Binary/1`],
    ['/r4/t/Binary/1', `${base}/Binary/1`],
    [`${base}/Binary/$x?a=b%2Bc|d`, `${base}/Binary/$x?a=b%2Bc|d`],
    ['https://files.example.org/x', 'https://files.example.org/x'],
    ['//files.example.org/x', 'https://files.example.org/x'],
  ])('%s leads to %s', (url, expected) => {
    const document = map('r4', reference({ content: [{ attachment: { url } }] }));
    expect(document.renditions[0]?.attachment.url).toBe(expected);
  });
});

describe('problems', () => {
  const attachment = (fields: object) => reference({ content: [{ attachment: fields }] });
  const url = `${base}/Binary/1`;
  it.each([
    { title: 'no attachment', json: reference({}), problems: [{ kind: 'noAttachment' }] },
    {
      title: 'an attachment without address',
      json: attachment({ contentType: 'text/html' }),
      problems: [{ kind: 'attachmentWithoutAddress' }],
    },
    {
      title: 'a foreign address',
      json: attachment({ contentType: 'text/html', url: 'https://x.example.org/1' }),
      problems: [{ kind: 'attachmentAddressOutsideServer', host: 'x.example.org' }],
    },
    {
      title: 'a misspelt type',
      json: attachment({ contentType: 'aapplication/xml', url }),
      problems: [{ kind: 'mediaTypeMisspelt', declared: 'aapplication/xml' }],
    },
    {
      title: 'a missing type',
      json: attachment({ url }),
      problems: [{ kind: 'mediaTypeMissing' }],
    },
    {
      title: 'an unreadable date, once',
      json: { ...attachment({ contentType: 'text/html', url }), date: 'yesterday' },
      problems: [{ kind: 'dateUnreadable', raw: 'yesterday' }],
    },
  ])('are told: $title', ({ json, problems }) => {
    expect(map('r4', json).problems).toEqual(problems);
  });

  it('leave inline data readable', () => {
    const document = map('r4', attachment({ contentType: 'text/plain', data: 'd29yZHM=' }));
    expect(document.problems).toEqual([]);
    expect(document.renditions[0]?.attachment.data).toBe('d29yZHM=');
  });
});

describe('codes', () => {
  it('show a proprietary code by its text, not the null flavor beside it', () => {
    const nullFlavor = {
      system: 'http://hl7.org/fhir/v3/NullFlavor',
      code: 'UNK',
      display: 'Unknown',
    };
    const own = { system: 'https://fhir.example.org/t/codeSet/72', code: '2820507' };
    const type = { coding: [nullFlavor, { ...own, display: 'Admission Note' }] };
    expect(map('dstu2', reference({ type })).type).toBe('Admission Note');
    expect(map('dstu2', reference({ type: { ...type, text: 'ED Note' } })).type).toBe('ED Note');
    expect(map('dstu2', reference({ type: { coding: [nullFlavor] } })).type).toBeUndefined();
  });

  const masked = { extension: [{ url: 'http://x/data-absent-reason', valueCode: 'masked' }] };
  it.each([
    { json: reference({ status: 'current' }), status: { kind: 'final', raw: 'current' } },
    {
      json: reference({ status: 'current', docStatus: 'preliminary' }),
      status: { kind: 'preliminary', raw: 'preliminary' },
    },
    {
      json: reference({ status: 'superseded', docStatus: 'final' }),
      status: { kind: 'superseded', raw: 'superseded' },
    },
    {
      json: reference({ status: 'entered-in-error' }),
      status: { kind: 'entered-in-error', raw: 'entered-in-error' },
    },
    { json: reference({ _status: masked }), status: { kind: 'masked' } },
    { json: report({ status: 'partial' }), status: { kind: 'preliminary', raw: 'partial' } },
    { json: report({ status: 'odd' }), status: { kind: 'unknown', raw: 'odd' } },
    { json: report({ status: 'constructor' }), status: { kind: 'unknown', raw: 'constructor' } },
    { json: report({}), status: { kind: 'unknown' } },
  ])('of status become $status', ({ json, status }) => {
    expect(map('r4', json).status).toEqual(status);
  });
});

it('makes a row of any rubbish that has a type and an id, without throwing', () => {
  const fields = [
    'status',
    '_status',
    'docStatus',
    'code',
    'type',
    'category',
    'class',
    'subject',
    'author',
    'performer',
    'custodian',
    'content',
    'presentedForm',
    'context',
    'date',
    'created',
    'indexed',
    'issued',
    'effectivePeriod',
    'relatesTo',
    'meta',
    'securityLabel',
    'contained',
  ];
  assert(
    property(jsonValue(), (value) => {
      const rubbish = Object.fromEntries(fields.map((field) => [field, value]));
      for (const version of ['dstu2', 'r4'] as const) {
        expect(map(version, reference(rubbish)).id).toBe(`${base}/DocumentReference/1`);
        expect(map(version, report(rubbish)).id).toBe(`${base}/DiagnosticReport/1`);
      }
    }),
  );
});
