import { t } from '../../messages/messages.ts';
import type { CdaHeader } from '../../cda/cda-document.ts';
import type { MatchResult } from '../../match/match-result.ts';
import type { PatientContext, PatientIdentity } from '../../model/patient-context.ts';
import { copyInSlices, type CopyRules } from './copy-in-slices.ts';
import { periodWords } from './hl7-time.ts';
import { identityWords } from './identity-words.ts';
import { codeWords } from './null-words.ts';
import mediaCss from './cda-media.css?inline';
import narrativeCss from './cda-narrative.css?inline';
import printCss from './cda-print.css?inline';

/** What has no meaning on paper. */
const CONTROLS = '.cda-contents, [data-tools], .cda-section-more';

/** The frame that is printed, and how to end before it is. */
export interface PrintedCopy {
  readonly done: Promise<void>;
  cancel(): void;
}

/**
 * Prints a copy of the document in a frame of its own, everything unfolded, patient and document named on every
 * page: a table's head is what all browsers repeat. The frame has no address and no scripts; its style sheet is
 * constructed, so that the page's policy stays strict. The copy is made in slices, and laid out by nobody before
 * it is printed.
 */
export function printDocument(
  root: HTMLElement,
  header: CdaHeader | undefined,
  patient: PatientContext,
  verdict: MatchResult['verdict'] | undefined,
): PrintedCopy {
  removePrintedCopy();
  const frame = document.createElement('iframe');
  frame.className = 'cda-print-frame';
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const view = frame.contentWindow;
  if (view === null) {
    frame.remove();
    return { done: Promise.resolve(), cancel: () => undefined };
  }
  const target = view.document;
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(printCss + narrativeCss + mediaCss);
  target.adoptedStyleSheets = [sheet];
  const sheetOfPaper = target.createElement('table');
  sheetOfPaper.className = 'cda-print-sheet';
  const running = sheetOfPaper.createTHead().insertRow().insertCell();
  for (const line of runningLines(header, patient, verdict)) {
    const row = target.createElement('div');
    row.textContent = line;
    running.append(row);
  }
  const page = sheetOfPaper.createTBody().insertRow().insertCell();
  target.body.append(sheetOfPaper);
  const copying = copyInSlices(root, page, PAPER);
  view.addEventListener('afterprint', () => frame.remove(), { once: true });
  return {
    done: copying.done.then(() => view.print()),
    cancel: copying.cancel,
  };
}

/** On paper everything is open, and nothing can be pressed: of a button its words stay. */
const PAPER: CopyRules = {
  leftOut: CONTROLS,
  unwrapped: 'button',
  change(copy) {
    // A style attribute that enters another document would have to pass that document's policy.
    copy.removeAttribute('style');
    copy.removeAttribute('hidden');
    if (copy instanceof HTMLDetailsElement) copy.open = true;
  },
};

/** Who and what, for the head of every page. */
function runningLines(
  header: CdaHeader | undefined,
  patient: PatientContext,
  verdict: MatchResult['verdict'] | undefined,
): readonly string[] {
  const named = header?.patients[0];
  const identity = named?.identity ?? patient.identity;
  // The chart's number must not stand beside a name that may be another's.
  const number =
    verdict === 'same' || named === undefined ? recordNumber(patient.identity) : undefined;
  const id = named?.ids.find(({ extension }) => extension !== undefined)?.extension;
  const who = [
    identity === undefined
      ? undefined
      : t('cda.print.patient', { identity: identityWords(identity) }),
    number === undefined
      ? id && t('cda.print.id', { value: id })
      : t('cda.print.number', { value: number }),
  ];
  const made = periodWords(header?.effectiveTime);
  const what = [
    header?.title ?? codeWords(header?.code) ?? t('cda.header.untitled'),
    made === undefined ? undefined : t('cda.print.made', { date: made }),
  ];
  return [who, what]
    .map((parts) => parts.filter((part) => part !== undefined).join(' · '))
    .filter((line) => line !== '');
}

const recordNumber = (identity: PatientIdentity | undefined): string | undefined =>
  identity?.identifiers.find(({ type }) => /^MRN?$|medical record/i.test(type?.trim() ?? ''))
    ?.value;

/** Takes the copy away: it holds the whole document, and browsers differ in whether `afterprint` comes. */
export function removePrintedCopy(): void {
  document.querySelector('.cda-print-frame')?.remove();
}
