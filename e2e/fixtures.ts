/** The test object of every spec: a client of the sandbox, and a page on which no CSP violation goes unseen. */
import { test as base, expect } from '@playwright/test';
import type { Fault } from '../sandbox/faults.ts';
import type { LoggedRequest, SessionOptions } from '../sandbox/session.ts';
import { addressesVariable, type Addresses } from './servers.ts';
import { watchViolations, type SeenViolations } from './watch-violations.ts';

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
  /** From now on the session plays these, and no others. */
  setFaults(session: CreatedSession, faults: readonly Fault[]): Promise<void>;
}

interface Fixtures {
  readonly addresses: Addresses;
  readonly sandbox: SandboxClient;
  /** The CSP violations of the test's context; the test fails if any of ours is left at its end. */
  readonly violations: SeenViolations;
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
      setFaults: async ({ id }, faults) => {
        const url = `${addresses.ehr}/sandbox/sessions/${id}/faults`;
        expect((await request.post(url, { data: { faults } })).ok()).toBe(true);
      },
    });
    await request.dispose();
  },

  violations: [
    async ({ context }, provide) => {
      const seen = await watchViolations(context);
      await provide(seen);
      expect(seen.ours, 'securitypolicyviolation events').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
