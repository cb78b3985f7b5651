/** Pictures and recordings of a document, and marks on them. */

/** `observationMedia` with its data, or a `regionOfInterest` with the media it marks. */
export interface CdaMedia {
  readonly id: string;
  readonly data?: EncapsulatedData;
  readonly refersTo: readonly string[];
  readonly region?: CdaRegion;
  /** Addresses or ids of what a region marks outside this document. */
  readonly outside?: readonly string[];
}

/** A mark on a picture, in its own pixels from the upper left corner. */
export type CdaRegion =
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: 'ellipse';
      readonly x: number;
      readonly y: number;
      /** Half of each axis. */
      readonly major: number;
      readonly minor: number;
      /** Of the major axis, clockwise from the horizontal. */
      readonly degrees: number;
    }
  /** Single points, or lines from each to the next: closed where the last is the first. */
  | {
      readonly kind: 'points' | 'lines';
      readonly points: readonly (readonly [x: number, y: number])[];
    }
  | { readonly kind: 'unreadable'; readonly code?: string; readonly values: readonly string[] };

/** HL7 `ED`: text or base64, or an address that is never followed by itself. */
export interface EncapsulatedData {
  readonly mediaType?: string;
  readonly representation: 'TXT' | 'B64';
  readonly compression?: string;
  readonly text: string;
  readonly reference?: string;
  /** Why there is nothing. */
  readonly nullFlavor?: string;
}
