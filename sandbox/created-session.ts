/** What whoever makes a session gets to know. */
export interface CreatedSession {
  readonly id: string;
  /** Opens the app with this session: `?iss=…&launch=…`, or `?iss=…` alone. */
  readonly launchUrl: string;
  /** FHIR base. */
  readonly iss: string;
}
