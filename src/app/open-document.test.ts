// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '../model/clinical-document.ts';
import { openLaunchStore } from '../session/stored-launch.ts';
import { pageOf } from '../session/page.ts';
import { handlesKey, parseHandles } from './document-handles.ts';
import { createOpenDocument } from './open-document.ts';

const owner = { iss: 'https://fhir.example.org', patientId: '1', sub: 'u' };
const report = 'https://fhir.example.org/DiagnosticReport/7' as DocumentId;
const note = 'https://fhir.example.org/DocumentReference/8' as DocumentId;

describe('the open document', () => {
  beforeEach(() => {
    sessionStorage.clear();
    history.replaceState(null, '', '/?state=abc');
  });
  afterEach(() => sessionStorage.clear());

  it('is named in the address by a handle that says nothing of it', () => {
    const open = createOpenDocument(sessionStorage, 'k', owner);
    open.open(report);
    expect(open.get()).toBe(report);
    expect(location.search).toBe('?state=abc');
    expect(location.hash).toMatch(/^#[0-9a-f]{12}$/);
    open.stop();
  });

  it('is found again after a reload of the same launch', () => {
    const before = createOpenDocument(sessionStorage, 'k', owner);
    before.open(report);
    before.stop();
    const after = createOpenDocument(sessionStorage, 'k', owner);
    expect(after.get()).toBe(report);
    after.stop();
  });

  it('is forgotten with its launch, wherever that is removed', async () => {
    const open = createOpenDocument(sessionStorage, 'launch', owner);
    open.open(report);
    open.stop();
    sessionStorage.setItem(handlesKey('other'), 'stays');
    const store = await openLaunchStore(pageOf(window), 'launch', false);
    if (store.ok) store.value.remove('launch');
    expect(sessionStorage.length).toBe(1);
  });

  it("is not adopted from another patient's launch, whose handles are deleted", () => {
    const before = createOpenDocument(sessionStorage, 'k', owner);
    before.open(report);
    before.stop();
    const after = createOpenDocument(sessionStorage, 'k', { ...owner, patientId: '2' });
    expect(after.get()).toBeUndefined();
    expect(sessionStorage.getItem('k.open')).toBeNull();
    after.stop();
  });

  it('keeps one handle per document', () => {
    const open = createOpenDocument(sessionStorage, 'k', owner);
    open.open(report);
    const first = location.hash;
    open.open(note);
    open.open(report);
    expect(location.hash).toBe(first);
    open.stop();
  });

  it('forgets its handles when the person signs out', () => {
    const open = createOpenDocument(sessionStorage, 'k', owner);
    open.open(report);
    open.forget();
    expect(sessionStorage.getItem('k.open')).toBeNull();
  });
});

describe('stored handles', () => {
  it.each(['', '{', 'null', '[]', '{"owner":"x"}', '{"handles":{"a":"b"}}'])(
    'refuse %j',
    (stored) => {
      expect(parseHandles(stored, owner)).toBeUndefined();
    },
  );
});
