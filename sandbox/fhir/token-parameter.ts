/** A coded value of a resource. */
export interface Token {
  readonly system?: string;
  readonly code: string;
}

/** FHIR token search: `code`, `system|code`, `|code`, `system|`, several separated by commas. */
export function matchesToken(wanted: string, tokens: readonly Token[]): boolean {
  return wanted.split(',').some((one) => {
    const bar = one.indexOf('|');
    const system = bar < 0 ? undefined : one.slice(0, bar);
    const code = one.slice(bar + 1);
    return tokens.some((token) => {
      const sameSystem = system === undefined || system === (token.system ?? '');
      return sameSystem && (code === '' || code === token.code);
    });
  });
}
