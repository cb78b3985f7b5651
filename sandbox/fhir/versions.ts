import type { FhirVersion } from '../session.ts';
import { dstu2Mapper } from './dstu2/mapper.ts';
import { dstu2Rules } from './dstu2/search-rules.ts';
import type { Mapper } from './mapper.ts';
import { r4Mapper } from './r4/mapper.ts';
import { r4Rules } from './r4/search-rules.ts';
import type { VersionRules } from './search-rules.ts';

/** What differs between the two FHIR versions that the sandbox speaks. */
export const versions: Record<
  FhirVersion,
  { readonly mapper: Mapper; readonly rules: VersionRules }
> = {
  dstu2: { mapper: dstu2Mapper, rules: dstu2Rules },
  r4: { mapper: r4Mapper, rules: r4Rules },
};
