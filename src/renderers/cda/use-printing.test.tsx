// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClinicalDocument, DocumentId } from '../../model/clinical-document.ts';
import type { PatientContext } from '../../model/patient-context.ts';
import { nothingRead } from './cda-reading.ts';
import type { PrintedCopy } from './print-document.ts';
import type { Putting } from './put-in-slices.ts';
import { usePrinting } from './use-printing.ts';
import { createReadingView, type ReadingViewStore } from './use-reading-view.ts';

interface TestedCopy {
  cancelled: boolean;
  finish(): void;
}

/** Copies in the order they were begun, and how often what was left of them was taken away. */
const { copies, left } = vi.hoisted(() => ({
  copies: new Array<TestedCopy>(),
  left: { count: 0 },
}));

// What is on the paper is tried in a browser: here there are no frames.
vi.mock('./print-document.ts', () => ({
  printDocument(): PrintedCopy {
    let finish = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const copy: TestedCopy = { cancelled: false, finish: () => finish() };
    copies.push(copy);
    return {
      done,
      cancel() {
        copy.cancelled = true;
      },
    };
  },
  removePrintedCopy() {
    left.count += 1;
  },
}));

const patient: PatientContext = {
  base: 'https://fhir.test',
  fhirVersion: 'r4',
  id: '1',
  linkedIds: [],
};

const listed: ClinicalDocument = {
  id: 'https://fhir.test/DocumentReference/1' as DocumentId,
  resourceType: 'DocumentReference',
  title: 'Summary of Care',
  status: { kind: 'final' },
  subject: { kind: 'reference', reference: 'Patient/1' },
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
};

const report = (): void => undefined;

type Printing = ReturnType<typeof usePrinting>;

/** Everything is in place. */
const atRest: Putting = {
  put: () => undefined,
  forget: () => undefined,
  whenPut(listener) {
    listener();
    return () => undefined;
  },
};

interface PrinterProps {
  readonly view: ReadingViewStore;
  readonly putting: Putting;
  readonly whole: Promise<void>;
  readonly onPrinting: (printing: Printing) => void;
}

function Printer({ view, putting, whole, onPrinting }: PrinterProps) {
  const root = { current: document.querySelector<HTMLElement>('main') };
  onPrinting(
    usePrinting({
      root,
      view,
      putting,
      whole,
      document: listed,
      patient,
      reading: nothingRead,
      report,
    }),
  );
  return null;
}

async function open(whole: Promise<void> = Promise.resolve(), putting = atRest) {
  const view = createReadingView();
  const host = document.createElement('div');
  const source = document.createElement('main');
  source.append('words of the document');
  document.body.append(host, source);
  let now: Printing | undefined;
  const root = createRoot(host);
  await act(async () =>
    root.render(
      <Printer
        view={view}
        putting={putting}
        whole={whole}
        onPrinting={(printing) => void (now = printing)}
      />,
    ),
  );
  return {
    view,
    print: () => act(async () => now?.print()),
    waiting: () => now?.waiting,
    leave: () => act(async () => root.unmount()),
  };
}

describe('Printing a document', () => {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    copies.length = 0;
    left.count = 0;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('shows all of it as its author has it until the copy is made, and then as before', async () => {
    const { view, print, leave } = await open();
    await print();
    expect(view.get().printing).toBe(true);
    expect(copies).toHaveLength(1);
    await act(async () => copies[0]?.finish());
    expect(view.get().printing).toBe(false);
    await leave();
  });

  it('can be asked for again', async () => {
    const { view, print, leave } = await open();
    await print();
    await act(async () => copies[0]?.finish());
    await print();
    expect(view.get().printing).toBe(true);
    expect(copies).toHaveLength(2);
    await leave();
  });

  it('waits for the last section', async () => {
    let arrive = (): void => undefined;
    const whole = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { view, print, leave } = await open(whole);
    await print();
    expect(view.get().printing).toBe(false);
    expect(copies).toHaveLength(0);
    await act(async () => arrive());
    expect(copies).toHaveLength(1);
    await leave();
  });

  it('waits for the last row', async () => {
    let arrive = (): void => undefined;
    const putting: Putting = {
      ...atRest,
      whenPut(listener) {
        arrive = listener;
        return () => undefined;
      },
    };
    const { view, print, leave } = await open(Promise.resolve(), putting);
    await print();
    expect(view.get().printing).toBe(true);
    expect(copies).toHaveLength(0);
    await act(async () => arrive());
    expect(copies).toHaveLength(1);
    await leave();
  });

  it('is said to take long where it does, and no more once the copy is made', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { waiting, print, leave } = await open();
    await print();
    expect(waiting()).toBe(false);
    await act(async () => vi.advanceTimersByTime(1000));
    expect(waiting()).toBe(true);
    await act(async () => copies[0]?.finish());
    expect(waiting()).toBe(false);
    await leave();
  });

  it('says nothing of a copy that is made at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { waiting, print, leave } = await open();
    await print();
    await act(async () => copies[0]?.finish());
    await act(async () => vi.advanceTimersByTime(1000));
    expect(waiting()).toBe(false);
    await leave();
  });

  it('ends with the document, and leaves no copy behind', async () => {
    const { print, leave } = await open();
    await print();
    expect(copies[0]?.cancelled).toBe(false);
    await leave();
    expect(copies[0]?.cancelled).toBe(true);
    expect(left.count).toBe(1);
  });
});
