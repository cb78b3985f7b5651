import { describe, expect, it } from 'vitest';
import { withoutIds } from './without-ids.ts';

describe('a server’s words in the details', () => {
  it.each([
    { said: 'Resource Patient/12724066 is not known', shown: 'Resource Patient/{id} is not known' },
    {
      said: 'No such resource: https://fhir.test/r4/t/Binary/XR-197198663?patient=4711020',
      shown: 'No such resource: https://fhir.test/r4/t/Binary/{id}',
    },
    { said: 'patient 4711020 is merged', shown: 'patient {number} is merged' },
    { said: 'TR-197198663 could not be rendered', shown: '{number} could not be rendered' },
    { said: 'born 1980-08-11 (08/11/1980)', shown: 'born {date} ({date})' },
    { said: 'before 2019-12-26T10:00:00.000Z', shown: 'before {date}' },
    {
      said: 'trace 0a1b2c3d-0000-4000-8000-0123456789ab',
      shown: 'trace {id}',
    },
    { said: 'HTTP 404: see rule R-12', shown: 'HTTP 404: see rule R-12' },
    {
      said: 'no supported search parameters provided',
      shown: 'no supported search parameters provided',
    },
    { said: 'The rule <b>max-range</b> failed', shown: 'The rule <b>max-range</b> failed' },
    { said: 'and/or, 1.0.2, read/write', shown: 'and/or, 1.0.2, read/write' },
  ])('name no patient and no resource: $said', ({ said, shown }) => {
    expect(withoutIds(said)).toBe(shown);
  });
});
