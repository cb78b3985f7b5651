/** Hears every CSP violation of a browser context, in every frame. */
import type { BrowserContext } from '@playwright/test';

export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  readonly source: string;
}

export interface SeenViolations {
  /** Each of these is a defect. */
  readonly ours: Violation[];
  /** Inline styles and handlers that the browser met in DOMPurify's inert parse: it never runs what it parses. */
  readonly ofInertParse: Violation[];
}

/** The name that browsers then give as the source of what the parse raises. */
const inertParse = 'https://tests.invalid/inert-parse.js';

/** From now on, in every frame. */
export async function watchViolations(context: BrowserContext): Promise<SeenViolations> {
  const seen: SeenViolations = { ours: [], ofInertParse: [] };
  await context.exposeFunction('reportViolation', (violation: Violation) => {
    const isInert = violation.blocked === 'inline' && violation.source.startsWith(inertParse);
    (isInert ? seen.ofInertParse : seen.ours).push(violation);
  });
  await context.addInitScript({
    content: `(${reportViolations.toString()})();\n//# sourceURL=${inertParse}`,
  });
  return seen;
}

/**
 * Runs in the page. Violations are told after the script that raised them, with its name: the parser is called
 * from here, so that what it raises carries this script's name. What it parses is inert by its definition, and
 * nobody but DOMPurify calls it.
 */
function reportViolations(): void {
  addEventListener('securitypolicyviolation', (event) => {
    const report: unknown = Reflect.get(globalThis, 'reportViolation');
    if (typeof report !== 'function') return;
    report({
      directive: event.effectiveDirective,
      blocked: event.blockedURI,
      source: `${event.sourceFile}:${event.lineNumber}`,
    });
  });
  const parse = DOMParser.prototype.parseFromString;
  DOMParser.prototype.parseFromString = function parseHere(...input) {
    return parse.apply(this, input);
  };
}
