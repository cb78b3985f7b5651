/**
 * Ends an exhaustive switch: a new member of the union fails to compile here. The value may hold a patient's
 * data and error messages reach the console: it is not named.
 */
export function assertNever(_value: never): never {
  throw new Error('Unexpected variant');
}
