// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContentStore } from '../content/content-store.ts';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import type { PatientContext } from '../model/patient-context.ts';
import { contentFromBytes } from '../renderers/bytes-content.ts';
import type { Sentence } from '../renderers/renderer.ts';
import { Reader } from './Reader.tsx';

const base = 'https://fhir.test';
const report: ClinicalDocument = {
  id: `${base}/DocumentReference/1` as DocumentId,
  resourceType: 'DocumentReference',
  title: 'Visit note',
  status: { kind: 'final' },
  subject: { kind: 'reference', reference: 'Patient/1' },
  restricted: false,
  renditions: [
    { attachment: { mediaType: { essence: 'text/xml' }, url: `${base}/Binary/1` } },
    { attachment: { mediaType: { essence: 'text/plain' }, url: `${base}/Binary/2` } },
  ],
  relations: [],
  problems: [],
};
const patient: PatientContext = { base, fhirVersion: 'r4', id: '1', linkedIds: [] };

async function show(document_: ClinicalDocument, refusal: Sentence | undefined) {
  const asked: string[] = [];
  const contents: ContentStore = {
    open({ mediaType, url = '' }) {
      asked.push(url);
      return contentFromBytes(new TextEncoder().encode('words'), mediaType);
    },
    clear: () => undefined,
  };
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  await act(async () =>
    root.render(
      <Reader
        document={document_}
        rendition={1}
        onRendition={() => undefined}
        patient={patient}
        refusal={refusal}
        onRefused={() => undefined}
        contents={contents}
        count={1}
        readOnly={false}
        onReloadList={() => undefined}
        onBack={() => undefined}
        onPrevious={undefined}
        onNext={undefined}
      />,
    ),
  );
  return { host, asked, leave: () => act(() => root.unmount()) };
}

describe('The reader', () => {
  beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
  afterEach(() => vi.unstubAllGlobals());

  test('asks for the chosen format of this patient’s document', async () => {
    const { asked, leave } = await show(report, undefined);
    expect(new Set(asked)).toEqual(new Set([`${base}/Binary/2`]));
    await leave();
  });

  test('asks for no other format once one of them named another patient', async () => {
    const { host, asked, leave } = await show(report, { key: 'cda.refused' });
    expect(asked).toEqual([]);
    expect(host.querySelectorAll('button[aria-pressed]')).toHaveLength(0);
    await leave();
  });

  test('asks for nothing where the list entry names another patient', async () => {
    const subject = { kind: 'reference', reference: 'Patient/2' } as const;
    const { asked, leave } = await show({ ...report, subject }, undefined);
    expect(asked).toEqual([]);
    await leave();
  });
});
