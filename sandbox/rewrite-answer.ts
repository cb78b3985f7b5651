/** Faults that change a good answer: cut off, other links, another patient. */
import type { FaultName } from './faults.ts';
import { withHeaders } from './http.ts';
import type { FaultScene } from './play-fault.ts';

type Json = Readonly<Record<string, unknown>>;

/** Names and birth date that no chart has. */
const somebodyElse = {
  id: '99999999',
  display: 'Quimby, Orson',
  given: 'Orson',
  family: 'Quimby',
  birthTime: '19310204',
};

export async function rewriteAnswer(
  name: FaultName,
  response: Response,
  scene: FaultScene,
): Promise<Response> {
  if (name === 'noCors') return forAnotherOrigin(response);
  if (response.status !== 200) return response;
  switch (name) {
    case 'truncated':
      return truncate(response);
    case 'bareBundle':
      return rewriteBundle(response, ({ resourceType, type }) => ({ resourceType, type }));
    case 'duplicatePage':
      return rewriteBundle(response, (bundle) => repeatFirstPage(bundle, scene));
    case 'loopingNext':
      return rewriteBundle(response, (bundle) => withNext(bundle, scene.request.url));
    case 'foreignNext':
      return rewriteBundle(response, (bundle) =>
        withNext(
          bundle,
          `${foreign(scene)}/DocumentReference?pageContext=elsewhere&direction=NEXT`,
        ),
      );
    case 'foreignAttachment':
      return rewriteBundle(response, (bundle) => mapDeep(bundle, foreignUrl(scene)));
    case 'wrongPatient':
      return isXml(response)
        ? rewriteText(response, otherRecordTarget)
        : rewriteBundle(response, otherSubject);
    default:
      return response;
  }
}

/** Readable by pages of another origin than the app's. */
function forAnotherOrigin(response: Response): Response {
  return withHeaders(response, { 'Access-Control-Allow-Origin': 'https://elsewhere.example' });
}

/** Half the body, then the connection breaks: `Content-Length` promised more. */
async function truncate(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('Content-Length', String(Math.max(bytes.length, 2)));
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent || half.length === 0)
        return controller.error(new Error('Connection broken by fault'));
      sent = true;
      return controller.enqueue(half);
    },
  });
  return new Response(body, { status: response.status, headers });
}

async function rewriteText(
  response: Response,
  rewrite: (text: string) => string,
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  return new Response(rewrite(await response.text()), { status: response.status, headers });
}

async function rewriteBundle(
  response: Response,
  rewrite: (bundle: Json) => unknown,
): Promise<Response> {
  if (!isJson(response)) return response;
  return rewriteText(response, (text) => {
    const bundle: unknown = JSON.parse(text);
    if (!isObject(bundle) || bundle['resourceType'] !== 'Bundle') return text;
    return JSON.stringify(rewrite(bundle));
  });
}

/** The entries of a searchset page. */
export function entriesOf(bundle: Json): readonly unknown[] {
  return Array.isArray(bundle['entry']) ? bundle['entry'] : [];
}

/** The page's `next` address. */
export function nextOf(bundle: Json): string | undefined {
  const links: readonly unknown[] = Array.isArray(bundle['link']) ? bundle['link'] : [];
  const next = links.find((link) => isObject(link) && link['relation'] === 'next');
  return isObject(next) && typeof next['url'] === 'string' ? next['url'] : undefined;
}

function withNext(bundle: Json, url: string): Json {
  const links: readonly unknown[] = Array.isArray(bundle['link']) ? bundle['link'] : [];
  const others = links.filter((link) => !isObject(link) || link['relation'] !== 'next');
  return { ...bundle, link: [...others, { relation: 'next', url }] };
}

/** Page 2 brings page 1 once more, then its own entries. */
function repeatFirstPage(bundle: Json, { request, session }: FaultScene): Json {
  const first = session.firstPages.get(addressOf(request));
  return first === undefined ? bundle : { ...bundle, entry: [...first, ...entriesOf(bundle)] };
}

function foreignUrl(scene: FaultScene) {
  return (value: Json): Json =>
    isObject(value['attachment']) || typeof value['url'] !== 'string' || !('contentType' in value)
      ? value
      : { ...value, url: `${foreign(scene)}/docs/${value['url'].split('/').at(-1) ?? ''}` };
}

/** The first entry of the page becomes another patient's. */
function otherSubject(bundle: Json): Json {
  let done = false;
  return mapDeep(bundle, (value) => {
    if (done || !isObject(value['subject'])) return value;
    done = true;
    const subject = { reference: `Patient/${somebodyElse.id}`, display: somebodyElse.display };
    return { ...value, subject };
  });
}

function otherRecordTarget(text: string): string {
  return text.replace(/<recordTarget[\s\S]*?<\/recordTarget>/, (target) =>
    target
      .replace(/(<given[^>]*>)[^<]*/g, `$1${somebodyElse.given}`)
      .replace(/(<family[^>]*>)[^<]*/g, `$1${somebodyElse.family}`)
      .replace(/(<birthTime[^>]*value=")[^"]*/g, `$1${somebodyElse.birthTime}`)
      .replace(/(<id [^>]*extension=")[^"]*/g, `$1${somebodyElse.id}`),
  );
}

function foreign({ origins, session }: FaultScene): string {
  return `${origins.storage}/${session.id}`;
}

/** Path and query, the key under which pages are remembered. */
export function addressOf(request: Request | string): string {
  const url = new URL(typeof request === 'string' ? request : request.url);
  return `${url.pathname}${url.search}`;
}

export function isJson(response: Response): boolean {
  return response.headers.get('Content-Type')?.includes('json') ?? false;
}

function isXml(response: Response): boolean {
  return response.headers.get('Content-Type')?.includes('xml') ?? false;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapDeep(value: Json, change: (value: Json) => Json): Json {
  const changed = change(value);
  return Object.fromEntries(
    Object.entries(changed).map(([key, child]) => [key, mapValue(child, change)]),
  );
}

function mapValue(value: unknown, change: (value: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item) => mapValue(item, change));
  return isObject(value) ? mapDeep(value, change) : value;
}
