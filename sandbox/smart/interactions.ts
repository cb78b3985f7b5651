/**
 * An authorization between its request and its code: who signed in, whose chart, what was allowed. Kept on the
 * server under an unguessable id in the form's address, so that it needs no cookies and works in foreign frames.
 */
import type { Chart } from '../charts/chart.ts';
import { seeOther } from '../http.ts';
import { randomHex } from '../random.ts';
import type { FhirVersion, Persona } from '../session.ts';
import { demoTenant, type LiveSession, type Sessions } from '../sessions.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { issuerOf } from './endpoints.ts';
import type { Origins } from '../origins.ts';
import type { GrantStore } from './grants.ts';
import {
  choosePatientPage,
  consentPage,
  problemPage,
  signInPage,
  type PersonChoice,
} from './pages.ts';
import { scopeInWords } from './scopes.ts';
import { patientName, userFor } from './users.ts';

export interface Interactions {
  /** Answers a sound authorization request: a page, or at once the way back to the app. */
  begin(session: LiveSession, version: FhirVersion, request: AuthorizeRequest): Promise<Response>;
  show(id: string): Promise<Response>;
  submit(id: string, form: URLSearchParams): Promise<Response>;
  /** Whose interaction it is, for the log. */
  sessionOf(id: string): LiveSession | undefined;
}

interface Interaction {
  readonly id: string;
  readonly version: FhirVersion;
  readonly request: AuthorizeRequest;
  session: LiveSession;
  persona: Persona;
  signedIn: boolean;
  /** In context, once it is known. */
  chart: Chart | undefined;
  choices: readonly PersonChoice[];
}

export interface InteractionOptions {
  readonly sessions: Sessions;
  readonly grants: GrantStore;
  readonly origins: Origins;
  /** Who may sign in at the demo tenant; ids of charts, or `proxy`. */
  readonly people: readonly PersonChoice[];
  /** Charts a proxy of this session chooses between. */
  childrenOf(session: LiveSession): readonly string[];
}

const interactionsKept = 1000;

export function createInteractions(options: InteractionOptions): Interactions {
  const { sessions, grants, origins } = options;
  const all = new Map<string, Interaction>();

  async function begin(session: LiveSession, version: FhirVersion, request: AuthorizeRequest) {
    const { persona } = session.options;
    const interaction: Interaction = {
      id: randomHex(24),
      version,
      request,
      session,
      persona,
      signedIn: request.launchedByEhr,
      chart: undefined,
      choices: [],
    };
    if (session.id !== demoTenant) await findChart(interaction);
    if (request.launchedByEhr && persona === 'provider') return finish(interaction, request.scopes);
    all.set(interaction.id, interaction);
    for (const old of all.keys()) {
      if (all.size <= interactionsKept) break;
      all.delete(old);
    }
    return render(interaction);
  }

  /** A proxy with several children must choose; all others see the session's chart. */
  async function findChart(interaction: Interaction): Promise<void> {
    const { session, persona } = interaction;
    if (persona !== 'proxy') {
      interaction.chart = session.chart;
      return;
    }
    const charts = await Promise.all(options.childrenOf(session).map((id) => sessions.chart(id)));
    const known = charts.filter((chart) => chart !== undefined);
    interaction.choices = known.map((chart) => ({
      id: chart.id,
      name: patientName(chart),
      description: chart.patient.birthDate === undefined ? '' : `born ${chart.patient.birthDate}`,
    }));
    interaction.chart = known.length === 1 ? known[0] : undefined;
  }

  function render(interaction: Interaction): Response {
    const { id, version, session, persona, chart, choices, request } = interaction;
    const action = `/tenants/${session.id}/fhir/${version}/interactions/${id}`;
    const userName = userFor(persona, chart ?? session.chart).name;
    if (!interaction.signedIn) {
      const people = session.key === demoTenant ? { people: options.people } : {};
      return signInPage({ action, userName, ...people });
    }
    if (chart === undefined) return choosePatientPage({ action, userName, people: choices });
    const { scopes } = request;
    return consentPage({ action, userName, patientName: patientName(chart), scopes });
  }

  async function signIn(interaction: Interaction, form: URLSearchParams): Promise<boolean> {
    if (interaction.session.key === demoTenant) {
      const person = options.people.find((candidate) => candidate.id === form.get('person'));
      if (person === undefined) return false;
      const children = options.childrenOf(interaction.session);
      const proxy = person.id === proxyPerson;
      const fresh = await sessions.create(
        {
          chart: proxy ? (children[0] ?? '') : person.id,
          persona: proxy ? 'proxy' : 'patient',
          fhirVersion: interaction.version,
        },
        demoTenant,
      );
      if ('unknownChart' in fresh) return false;
      interaction.session = fresh;
      interaction.persona = fresh.options.persona;
      await findChart(interaction);
    }
    interaction.signedIn = true;
    return true;
  }

  async function submit(id: string, form: URLSearchParams): Promise<Response> {
    const interaction = all.get(id);
    if (interaction === undefined) return overPage();
    const again = `/tenants/${interaction.session.id}/fhir/${interaction.version}/interactions/${id}`;
    const step = form.get('step');
    if (step === 'signIn' && !interaction.signedIn) {
      if (!(await signIn(interaction, form))) return problemPage('Nobody of that name is known.');
      const { persona, request } = interaction;
      if (persona === 'provider') return finish(interaction, request.scopes);
      return seeOther(again);
    }
    if (step === 'choose' && interaction.signedIn && interaction.chart === undefined) {
      const choice = interaction.choices.find((candidate) => candidate.id === form.get('chart'));
      interaction.chart = choice === undefined ? undefined : await sessions.chart(choice.id);
      return seeOther(again);
    }
    if (step === 'consent' && interaction.signedIn && interaction.chart !== undefined) {
      if (form.get('decision') !== 'approve') {
        all.delete(id);
        return redirectError(origins, interaction.request, 'access_denied', 'access was denied');
      }
      const kept = form.getAll('scope');
      const { scopes } = interaction.request;
      return finish(
        interaction,
        scopes.filter((scope) => scopeInWords(scope) === undefined || kept.includes(scope)),
      );
    }
    return seeOther(again);
  }

  function finish(interaction: Interaction, scopes: readonly string[]): Response {
    const { session, version, request, persona, chart = session.chart } = interaction;
    all.delete(interaction.id);
    const code = grants.createCode({
      session,
      version,
      chart,
      scopes,
      clientId: request.clientId,
      redirectUri: request.redirectUri,
      user: userFor(persona, chart),
      ...(request.codeChallenge === undefined ? {} : { codeChallenge: request.codeChallenge }),
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    });
    const back = new URL(request.redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', request.state);
    if (session.options.responseIss) back.searchParams.set('iss', issuerOf(origins, session.id));
    return seeOther(back.href);
  }

  return {
    begin,
    submit,
    show: async (id) => {
      const interaction = all.get(id);
      return interaction === undefined ? overPage() : render(interaction);
    },
    sessionOf: (id) => all.get(id)?.session,
  };
}

/** The id under which `people` offers the parent of the two children. */
export const proxyPerson = 'proxy';

function overPage(): Response {
  return problemPage('This sign-in is over.', 410);
}

/** Sends an error back to the app, with the vendor's `error_uri`. */
export function redirectError(
  origins: Origins,
  to: { readonly redirectUri: string; readonly state: string | undefined },
  error: string,
  description: string,
): Response {
  const back = new URL(to.redirectUri);
  back.searchParams.set('error', error);
  back.searchParams.set('error_description', description);
  back.searchParams.set('error_uri', `${origins.authorization}/errors/${error}`);
  if (to.state !== undefined) back.searchParams.set('state', to.state);
  return seeOther(back.href);
}
