/** What a bearer token stands for, as the FHIR server sees it. */
export interface Grant {
  /** Granted scopes as the token answer named them. */
  readonly scopes: readonly string[];
  /** Empty when the token has no patient in context. */
  readonly patientId: string;
  /** By the session's clock. */
  readonly expired: boolean;
}

/** v1: `.read`. v2: `c?r?u?d?s?` in this order, with `r`. No wildcards: the vendor refuses them. */
const readScope = /^(?:patient|user)\/([A-Za-z]+)\.(?:read|c?ru?d?s?)(?:\?.*)?$/;

/** Whether one of the grant's scopes lets it read resources of this type. */
export function allows(grant: Grant, resourceType: string): boolean {
  return grant.scopes.some((scope) => readScope.exec(scope)?.[1] === resourceType);
}
