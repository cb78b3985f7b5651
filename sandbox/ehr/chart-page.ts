/** An opened chart: the app in a frame, as EHRs embed it. */
import { html, htmlPage } from '../html.ts';
import type { LiveSession } from '../sessions.ts';
import { patientName } from '../smart/users.ts';

/** What a vendor's chart gives its apps; top navigation it does not. */
const frameSandbox = [
  'allow-forms',
  'allow-modals',
  'allow-pointer-lock',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-same-origin',
  'allow-scripts',
  'allow-downloads',
].join(' ');

/** Each frame asks for its own launch, so that a reloaded page launches anew. */
export function chartPage(sessions: readonly LiveSession[]): Response {
  const panes = sessions.map((session) => {
    const name = patientName(session.chart);
    return html`<section class="pane" aria-label="Chart of ${name}">
      <h2>${name}</h2>
      <iframe
        title="Dossier: ${name}"
        src="/sessions/${session.key}/launch"
        sandbox="${frameSandbox}"
      ></iframe>
    </section>`;
  });
  const body = html`<header>
      <h1>Sandbox EHR</h1>
      <a href="/">All charts</a>
    </header>
    <div class="panes">${panes}</div>`;
  const names = sessions.map((session) => patientName(session.chart)).join(' and ');
  return htmlPage({ title: `${names} · Sandbox EHR`, body, className: 'chart' });
}
