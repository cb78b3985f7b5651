// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '../model/clinical-document.ts';
import { openLaunchStore } from '../session/stored-launch.ts';
import { pageOf } from '../session/page.ts';
import { handlesKey, parseHandles, type HandleOwner } from './document-handles.ts';
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

  describe('of a session that ended', () => {
    /** A sign-in in the same tab found these handles of the launch before it. */
    const signedInAgain = (who: HandleOwner = owner, former: HandleOwner = owner) => {
      const before = createOpenDocument(sessionStorage, 'k', former);
      before.open(note);
      before.open(report);
      before.stop();
      const left = sessionStorage.getItem('k.open') ?? '';
      sessionStorage.clear();
      sessionStorage.setItem('n.former.open', left);
      history.replaceState(null, '', '/?state=n');
      return createOpenDocument(sessionStorage, 'n', who);
    };

    it('is opened again for the same person and patient, and survives a reload', () => {
      const after = signedInAgain();
      expect(after.get()).toBe(report);
      expect(location.search).toBe('?state=n');
      after.stop();
      expect(Object.keys(sessionStorage)).toEqual(['n.open']);
      const reloaded = createOpenDocument(sessionStorage, 'n', owner);
      expect(reloaded.get()).toBe(report);
      reloaded.stop();
    });

    it('stays closed where the list was what was open', () => {
      const before = createOpenDocument(sessionStorage, 'k', owner);
      before.open(report);
      history.replaceState(null, '', '/?state=abc');
      window.dispatchEvent(new PopStateEvent('popstate'));
      before.stop();
      sessionStorage.setItem('n.former.open', sessionStorage.getItem('k.open') ?? '');
      const after = createOpenDocument(sessionStorage, 'n', owner);
      expect(after.get()).toBeUndefined();
      expect(location.hash).toBe('');
      after.stop();
    });

    it.each([
      { title: 'another person', who: { ...owner, sub: 'v' } },
      { title: 'a person who is not named', who: { iss: owner.iss, patientId: owner.patientId } },
      {
        title: 'somebody where neither sign-in named the person',
        who: { iss: owner.iss, patientId: owner.patientId },
        former: { iss: owner.iss, patientId: owner.patientId },
      },
      { title: 'another patient', who: { ...owner, patientId: '2' } },
      { title: 'another server', who: { ...owner, iss: 'https://other.example.org' } },
    ])('is deleted, and not opened, for $title', ({ who, former }) => {
      const after = signedInAgain(who, former);
      expect(after.get()).toBeUndefined();
      expect(location.hash).toBe('');
      expect(sessionStorage.length).toBe(0);
      after.stop();
    });
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
