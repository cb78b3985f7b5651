/** The test object of every spec: a client of the sandbox, and a page on which no CSP violation goes unseen. */
import { test as base, expect, type BrowserContext } from '@playwright/test';
import type { LoggedRequest, SessionOptions } from '../sandbox/session.ts';
import { addressesVariable, type Addresses } from './servers.ts';

export interface CreatedSession {
  readonly id: string;
  /** The app's address with `iss` and `launch`, as an EHR would open it. */
  readonly launchUrl: string;
  /** The FHIR base of this session. */
  readonly iss: string;
}

export interface SandboxClient {
  createSession(options?: Partial<SessionOptions>): Promise<CreatedSession>;
  /** The same for the app that lies in a sub-path. */
  createSubPathSession(options?: Partial<SessionOptions>): Promise<CreatedSession>;
  requests(session: CreatedSession): Promise<readonly LoggedRequest[]>;
  /** Moves the session's clock. */
  advance(session: CreatedSession, milliseconds: number): Promise<void>;
}

export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  readonly source: string;
}

interface Fixtures {
  readonly addresses: Addresses;
  readonly sandbox: SandboxClient;
  /** Every violation seen in the test's context; the test fails if any is left at its end. */
  readonly violations: Violation[];
}

export const test = base.extend<Fixtures>({
  // A value, not a function: set up once for the whole run, before the test processes start.
  addresses: [JSON.parse(process.env[addressesVariable] ?? '{}') as Addresses, { option: true }],

  sandbox: async ({ addresses, playwright }, provide) => {
    const request = await playwright.request.newContext();
    const create = async (
      ehr: string,
      options: Partial<SessionOptions>,
    ): Promise<CreatedSession> => {
      const answer = await request.post(`${ehr}/sandbox/sessions`, { data: options });
      expect(answer.ok(), await answer.text()).toBe(true);
      return (await answer.json()) as CreatedSession;
    };
    await provide({
      createSession: (options = {}) => create(addresses.ehr, options),
      createSubPathSession: (options = {}) => create(addresses.subPathEhr, options),
      requests: async ({ id }) => {
        const answer = await request.get(`${addresses.ehr}/sandbox/sessions/${id}/requests`);
        return (await answer.json()) as LoggedRequest[];
      },
      advance: async ({ id }, milliseconds) => {
        await request.post(`${addresses.ehr}/sandbox/sessions/${id}/advance`, {
          data: { milliseconds },
        });
      },
    });
    await request.dispose();
  },

  violations: [
    async ({ context }, provide) => {
      const seen: Violation[] = [];
      await watchViolations(context, seen);
      await provide(seen);
      expect(seen, 'securitypolicyviolation events').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Listens in every frame. Violations of kind `inline` that the browser reports while DOMPurify parses (it
 * never runs what it parses) carry the app's mark and are left out.
 */
async function watchViolations(context: BrowserContext, seen: Violation[]): Promise<void> {
  await context.exposeFunction('reportViolation', (violation: Violation) => seen.push(violation));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(globalThis, 'reportViolation');
      if (typeof report !== 'function') return;
      report({
        directive: event.effectiveDirective,
        blocked: event.blockedURI,
        source: `${event.sourceFile}:${event.lineNumber}`,
      });
    });
  });
}
