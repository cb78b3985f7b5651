/**
 * A media type as written by a server, and what we take it to mean.
 * Source: RFC 9110 section 8.3.1; the vendor's own examples hold `aapplication/xml`.
 */
export interface MediaType {
  /** Exactly as the server wrote it, parameters included; absent when it said nothing. */
  readonly declared?: string;
  /** Lower-case type/subtype without parameters, spelling mended; `application/octet-stream` when unknown. */
  readonly essence: string;
  /** Lower-case charset parameter, where there is one. */
  readonly charset?: string;
}
