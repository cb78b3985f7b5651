/** Where an element can be jumped to, and its language. */
export interface NarrativeAnchor {
  readonly id?: string;
  readonly lang?: string;
}
