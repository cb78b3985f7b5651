/** What a person sees on the authorization server: sign-in, choice of a child, consent. Forms only, no scripts. */
import { html, htmlPage, type Markup } from '../html.ts';
import { scopeInWords } from './scopes.ts';

export interface PersonChoice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

function card(title: string, content: Markup, status = 200): Response {
  const body = html`<main class="card">
    <h1>${title}</h1>
    ${content}
  </main>`;
  return htmlPage({ title: `${title} · Sandbox sign-in`, body }, status);
}

/** An error that can be told to nobody but the person. */
export function problemPage(problem: string, status = 400): Response {
  return card(
    'This cannot go on',
    html`<p role="alert">${problem}</p>
      <p>Close this page and open the app again.</p>`,
    status,
  );
}

/** More about an error of the authorization server: where `error_uri` leads. */
export function errorInfoPage(error: string): Response {
  return card(
    'About this error',
    html`<p>The authorization server answered <code>${error}</code>.</p>
      <p>
        If you refused access, sign in again to allow it. If your session is over, open the app
        anew.
      </p>`,
  );
}

function radios(name: string, choices: readonly PersonChoice[]): readonly Markup[] {
  return choices.map(
    (choice, index) =>
      html`<label class="choice">
        <input
          type="radio"
          name="${name}"
          value="${choice.id}"
          ${index === 0 ? html` checked` : ''}
        />
        <span><strong>${choice.name}</strong> <small>${choice.description}</small></span></label
      >`,
  );
}

/** `people`: at the demo, who may sign in; else the one user whose name is filled in. */
export function signInPage(form: {
  readonly action: string;
  readonly userName: string;
  readonly people?: readonly PersonChoice[];
}): Response {
  const who =
    form.people === undefined
      ? html`<label class="field"
          >User name <input name="user" value="${form.userName}" autocomplete="off" readonly
        /></label>`
      : html`<fieldset>
          <legend>Who are you?</legend>
          ${radios('person', form.people)}
        </fieldset>`;
  return card(
    'Sign in',
    html`<form method="post" action="${form.action}">
      <input type="hidden" name="step" value="signIn" />
      ${who}
      <p class="actions"><button type="submit">Sign in</button></p>
    </form>`,
  );
}

/** A proxy, or a clinician without a launch, chooses whose chart it will be. */
export function choosePatientPage(form: {
  readonly action: string;
  readonly userName: string;
  readonly people: readonly PersonChoice[];
}): Response {
  return card(
    'Choose a patient',
    html`<form method="post" action="${form.action}">
      <input type="hidden" name="step" value="choose" />
      <p>Signed in as ${form.userName}.</p>
      <fieldset>
        <legend>Whose record will the app see?</legend>
        ${radios('chart', form.people)}
      </fieldset>
      <p class="actions"><button type="submit">Continue</button></p>
    </form>`,
  );
}

/** Every scope that says something to a person can be unchecked by itself. */
export function consentPage(form: {
  readonly action: string;
  readonly userName: string;
  readonly patientName: string;
  readonly scopes: readonly string[];
}): Response {
  const boxes = form.scopes.flatMap((scope) => {
    const words = scopeInWords(scope);
    if (words === undefined) return [];
    return [
      html`<label class="choice"
        ><input type="checkbox" name="scope" value="${scope}" checked />
        <span>${words} <code>${scope}</code></span></label
      >`,
    ];
  });
  return card(
    'Allow access?',
    html`<form method="post" action="${form.action}">
      <input type="hidden" name="step" value="consent" />
      <p>
        <strong>Dossier</strong> asks to see the record of <strong>${form.patientName}</strong>.
        Signed in as ${form.userName}.
      </p>
      <fieldset>
        <legend>The app may see</legend>
        ${boxes}
      </fieldset>
      <p class="actions">
        <button type="submit" name="decision" value="approve">Approve</button>
        <button type="submit" name="decision" value="deny" class="quiet">Deny</button>
      </p>
    </form>`,
  );
}
