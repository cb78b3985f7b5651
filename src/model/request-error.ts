/** What a server said when it refused; goes to the foldable details. */
export interface HttpFailure {
  readonly status: number;
  /** Text of OperationOutcome issues, never a patient's data. */
  readonly outcome?: string;
  readonly requestId?: string;
  /** Method and path without query. */
  readonly request: string;
}

/** Why a request brought no usable answer, whatever was asked for. Decided on tags, never on message text. */
export type RequestError =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'sessionEnded' }
  | { readonly kind: 'forbidden'; readonly failure: HttpFailure }
  | { readonly kind: 'notFound'; readonly failure: HttpFailure }
  | { readonly kind: 'notAcceptable'; readonly failure: HttpFailure }
  | { readonly kind: 'tooManyRequests'; readonly failure: HttpFailure }
  | { readonly kind: 'clientError'; readonly failure: HttpFailure }
  | { readonly kind: 'serverError'; readonly failure: HttpFailure }
  | { readonly kind: 'refusedAddress'; readonly reason: string; readonly host: string }
  | { readonly kind: 'redirected' }
  /** The page's own security header does not let it connect to `host`. */
  | { readonly kind: 'blocked'; readonly host: string }
  | { readonly kind: 'loginPage'; readonly requestId?: string };
