import type { MediaType } from './media-type.ts';

/** FHIR `Attachment`: where the bytes of one rendition are. DSTU2 and R4 alike. */
export interface Attachment {
  readonly mediaType: MediaType;
  /** `Attachment.url` exactly as given: "modifying the link has undefined consequences". */
  readonly url?: string;
  /** Inline `Attachment.data`, base64 as written. */
  readonly data?: string;
  readonly title?: string;
  /** Bytes, as the server claims; never trusted. */
  readonly size?: number;
  readonly language?: string;
  /** Tells apart documents that one address makes anew each time: a summary generated twice. */
  readonly instance?: string;
  /** `Attachment.creation`, as written. */
  readonly creation?: string;
}
