import type { FhirReader } from './fhir-reader.ts';

/** What a mapper must know of the server beside the resource itself. */
export interface MappingContext {
  /** Without trailing slash. */
  readonly base: string;
  /** The host of an address that must not be asked, undefined for allowed ones. */
  readonly refusedHost: (url: string) => string | undefined;
}

/** The context of one reader: its base and its guard. */
export const mappingContext = (reader: Pick<FhirReader, 'base' | 'net'>): MappingContext => ({
  base: reader.base,
  refusedHost: (url) => {
    const allowed = reader.net.classify(url);
    return allowed.ok ? undefined : allowed.error.host;
  },
});
