import type { DocumentId } from './clinical-document.ts';

/** Where a resource is. Ids mean nothing without the base they belong to. */
export interface ResourceAddress {
  /** Without trailing slash. */
  readonly base: string;
  readonly type: string;
  readonly id: string;
}

/** The base without trailing slashes, scheme and host in lower case. */
export function normaliseBase(base: string): string {
  const url = URL.canParse(base) ? new URL(base).href : base;
  return url.replace(/\/+$/, '');
}

/** The name of a document across servers: `https://host/r4/tenant/DocumentReference/1`. */
export const documentId = (address: ResourceAddress): DocumentId =>
  `${normaliseBase(address.base)}/${address.type}/${address.id}` as DocumentId;

/**
 * Reads a literal reference (`Patient/1`, absolute, versioned) against the server's base. Undefined for
 * contained (`#p`), logical (`urn:`) and unreadable ones. Source: http://hl7.org/fhir/R4/references.html#literal
 */
export function readReference(reference: string, base: string): ResourceAddress | undefined {
  const path = /^(?:(.*)\/)?([A-Z][A-Za-z]+)\/([A-Za-z0-9\-._]{1,256})(?:\/_history\/[^/]+)?$/.exec(
    reference.trim(),
  );
  if (path === null) return undefined;
  const [, before, type, id] = path;
  if (type === undefined || id === undefined) return undefined;
  if (before === undefined || before === '') return { base: normaliseBase(base), type, id };
  return /^https?:\/\//i.test(before) ? { base: normaliseBase(before), type, id } : undefined;
}

/** Do both name the same resource of the same server? */
export const sameResource = (a: ResourceAddress, b: ResourceAddress): boolean =>
  normaliseBase(a.base) === normaliseBase(b.base) && a.type === b.type && a.id === b.id;
