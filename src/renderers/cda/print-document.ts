import { t } from '../../messages/messages.ts';
import type { CdaHeader } from '../../cda/cda-document.ts';
import type { PatientContext } from '../../model/patient-context.ts';
import { identityWords } from './identity-words.ts';
import printCss from './cda-print.css?inline';

/**
 * Prints a copy of the document in a frame of its own, everything unfolded, the patient named on top. The
 * frame has no address and no scripts; its style sheet is constructed, so that the page's policy stays strict.
 */
export function printDocument(
  root: HTMLElement,
  header: CdaHeader | undefined,
  patient: PatientContext,
): void {
  removePrintedCopy();
  const frame = document.createElement('iframe');
  frame.className = 'cda-print-frame';
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const view = frame.contentWindow;
  if (view === null) {
    frame.remove();
    return;
  }
  const target = view.document;
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(printCss);
  target.adoptedStyleSheets = [sheet];
  const named = header?.patients[0]?.identity ?? patient.identity;
  if (named !== undefined) {
    const line = target.createElement('p');
    line.className = 'cda-print-patient';
    line.textContent = t('cda.print.patient', { identity: identityWords(named) });
    target.body.append(line);
  }
  const copy = root.cloneNode(true);
  if (copy instanceof HTMLElement) {
    // A style attribute that enters another document would have to pass that document's policy.
    for (const styled of [copy, ...copy.querySelectorAll('[style]')])
      styled.removeAttribute('style');
    for (const details of copy.querySelectorAll('details')) details.open = true;
    copy.querySelector('.cda-contents')?.remove();
    target.body.append(target.adoptNode(copy));
  }
  view.addEventListener('afterprint', () => frame.remove(), { once: true });
  view.print();
}

/** Takes the copy away: it holds the whole document, and browsers differ in whether `afterprint` comes. */
export function removePrintedCopy(): void {
  document.querySelector('.cda-print-frame')?.remove();
}
