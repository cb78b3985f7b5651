/** The test object of the situations: whatever happens in one, no request carries the token anywhere but to FHIR. */
import { expect, test as base } from '../fixtures.ts';

interface Watch {
  /** Addresses that the browser sent an `Authorization` header to. */
  readonly toldTheToken: readonly string[];
}

export const test = base.extend<Watch>({
  toldTheToken: [
    async ({ context, addresses }, provide) => {
      const told: string[] = [];
      context.on('request', (request) => {
        if (request.headers()['authorization'] !== undefined) told.push(request.url());
      });
      await provide(told);
      const bases = [addresses.fhir, addresses.subPathFhir].flatMap((fhir) => [
        `${fhir}/dstu2/`,
        `${fhir}/r4/`,
      ]);
      const others = told.filter((url) => !bases.some((fhir) => url.startsWith(fhir)));
      expect(others, 'addresses outside FHIR that were told the token').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
