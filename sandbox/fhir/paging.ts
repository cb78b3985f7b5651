import type { SandboxSession } from '../session.ts';
import { resourceAnswer } from './answers.ts';
import type { FhirCall } from './fhir-call.ts';
import type { Resource } from './resource.ts';

/** One search's answer, still to be cut into pages. */
interface Found {
  readonly type: string;
  readonly count: number;
  readonly items: readonly { readonly id: string; make(): Resource | Promise<Resource> }[];
}

interface Page {
  readonly found: Found;
  readonly start: number;
  readonly patientId: string;
}

/**
 * Contexts are kept, not computed: no client can build the address of a page. The request log stands for the session,
 * of which a caller may hand in a copy.
 */
const pages = new WeakMap<SandboxSession['requests'], Map<string, Page>>();

export function firstPage(call: FhirCall, found: Found): Promise<Response> {
  return answerPage(call, { found, start: 0, patientId: call.grant.patientId });
}

/** The page of a `next` link taken exactly as given; undefined for any other address. */
export async function laterPage(call: FhirCall, type: string): Promise<Response | undefined> {
  const names = [...call.params.keys()].sort().join(' ');
  const page = pages.get(call.session.requests)?.get(call.params.get('pageContext') ?? '');
  if (names !== 'direction pageContext' || call.params.get('direction') !== 'NEXT')
    return undefined;
  if (page?.found.type !== type || page.patientId !== call.grant.patientId) return undefined;
  return answerPage(call, page);
}

async function answerPage(call: FhirCall, page: Page): Promise<Response> {
  const { found, start } = page;
  const shown = found.items.slice(start, start + found.count);
  const end = start + shown.length;
  const self = { relation: 'self', url: call.base + selfPath(call, found.type) };
  const next =
    end < found.items.length
      ? [{ relation: 'next', url: nextUrl(call, { ...page, start: end }) }]
      : [];
  const entry = await Promise.all(
    shown.map(async ({ id, make }) => ({
      fullUrl: `${call.base}/${found.type}/${id}`,
      resource: await make(),
      ...(call.version === 'r4' && { search: { mode: 'match' } }),
    })),
  );
  return resourceAnswer(call.version, {
    resourceType: 'Bundle',
    id: crypto.randomUUID(),
    type: 'searchset',
    ...(call.version === 'r4' && { total: found.items.length }),
    link: [self, ...next],
    ...(entry.length > 0 && { entry }),
  });
}

function selfPath(call: FhirCall, type: string): string {
  return `/${type}${new URL(call.request.url).search}`;
}

function nextUrl(call: FhirCall, page: Page): string {
  const context = crypto.randomUUID();
  const known = pages.get(call.session.requests) ?? new Map<string, Page>();
  pages.set(call.session.requests, known.set(context, page));
  return `${call.base}/${page.found.type}?pageContext=${context}&direction=NEXT`;
}
