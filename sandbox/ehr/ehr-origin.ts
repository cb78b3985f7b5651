/** The EHR's origin: the chart list, opened charts, launches, and the sandbox's own interface for tests. */
import { faultNames } from '../faults.ts';
import { corsHeaders, jsonResponse, preflightResponse, readForm, seeOther } from '../http.ts';
import type { Origins } from '../origins.ts';
import type { RequestLog } from '../request-log.ts';
import type { SessionOptions } from '../session.ts';
import type { LiveSession } from '../sessions.ts';
import { problemPage } from '../smart/pages.ts';
import { pageStyle } from '../style.ts';
import { chartListPage, type ChartOnOffer } from './chart-list-page.ts';
import { chartPage } from './chart-page.ts';
import { handleSessionApi, type SessionApi } from './session-api.ts';

export interface EhrOrigin extends SessionApi {
  readonly origins: Origins;
  readonly log: RequestLog;
  readonly charts: readonly ChartOnOffer[];
}

export async function handleEhr(request: Request, server: EhrOrigin): Promise<Response> {
  const url = new URL(request.url);
  const key = /^\/sessions\/([a-z0-9-]+)\//.exec(url.pathname)?.[1];
  const session = key === undefined ? undefined : server.session(key);
  if (url.pathname.startsWith('/sandbox/')) {
    if (request.method === 'OPTIONS') return preflightResponse('GET, POST, OPTIONS');
    return handleSessionApi(request, url.pathname.slice('/sandbox/'.length), server);
  }
  return server.log.record(request, 'ehr', session, () => answer(request, url, session, server));
}

async function answer(
  request: Request,
  url: URL,
  session: LiveSession | undefined,
  server: EhrOrigin,
): Promise<Response> {
  if (session !== undefined && url.pathname.endsWith('/launch')) {
    return seeOther(server.launchUrl(session));
  }
  switch (url.pathname) {
    case '/':
      return chartListPage(server.charts, server.origins);
    case '/style.css':
      return pageStyle();
    case '/smart-style.json':
      return jsonResponse(
        { color_background: '#fdfdf8', color_highlight: '#0b5a8f' },
        200,
        corsHeaders,
      );
    case '/open':
      return request.method === 'POST' ? open(request, server) : seeOther('/');
    case '/charts':
      return showCharts(url, server);
    default:
      return problemPage('There is no such page.', 404);
  }
}

/** Makes a session per chart, then shows the frames, or launches right here (a tab of its own). */
async function open(request: Request, server: EhrOrigin): Promise<Response> {
  const form = await readForm(request);
  const [way, chart = ''] = (form?.get('open') ?? '').split(' ');
  if (form === undefined || way === undefined) return seeOther('/');
  const charts = way === 'pair' ? [form.get('left') ?? '', form.get('right') ?? ''] : [chart];
  const keys: string[] = [];
  for (const id of charts) {
    const created = await server.create({ ...optionsOf(form), chart: id });
    if ('unknownChart' in created) return problemPage('There is no such chart.', 404);
    if (way === 'tab') return seeOther(created.launchUrl);
    keys.push(created.id);
  }
  return seeOther(`/charts?${keys.map((key) => `session=${key}`).join('&')}`);
}

/** Patients open the app from their portal: an EHR launch too, with consent. */
function optionsOf(form: URLSearchParams): Partial<SessionOptions> {
  const fault = faultNames.find((name) => name === form.get('fault'));
  const persona = form.get('persona');
  const tokenSeconds = Number(form.get('tokenSeconds'));
  const ccdSeconds = Number(form.get('ccdSeconds') ?? Number.NaN);
  return {
    launch: 'ehr',
    fhirVersion: form.get('fhirVersion') === 'dstu2' ? 'dstu2' : 'r4',
    persona: persona === 'patient' || persona === 'proxy' ? persona : 'provider',
    faults: fault === undefined ? [] : [{ name: fault }],
    ...(tokenSeconds > 0 ? { tokenSeconds } : {}),
    ...(ccdSeconds >= 0 ? { ccdSeconds } : {}),
  };
}

function showCharts(url: URL, server: EhrOrigin): Response {
  const sessions = url.searchParams.getAll('session').map((key) => server.session(key));
  const known = sessions.filter((session) => session !== undefined);
  return known.length === 0 ? problemPage('This chart was closed.', 404) : chartPage(known);
}
