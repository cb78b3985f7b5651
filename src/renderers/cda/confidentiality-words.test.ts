import { expect, it } from 'vitest';
import type { CdaSection } from '../../cda/cda-document.ts';
import { createCdaParser } from '../../cda/parse-cda.ts';
import { restrictionWords } from './confidentiality-words.ts';

it.each([
  { input: '<confidentialityCode code="R"/>', expected: 'Restricted' },
  { input: '<confidentialityCode code="V"/>', expected: 'Very restricted' },
  { input: '<confidentialityCode code="R" displayName="Mental health"/>', expected: 'Mental health' },
  { input: '<confidentialityCode code="N"/>', expected: undefined },
  { input: '', expected: undefined },
])('A section with "$input" is marked: $expected', ({ input, expected }) => {
  const sections: CdaSection[] = [];
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'section') sections.push(event.section);
  });
  parser.write(
    new TextEncoder().encode(
      `<ClinicalDocument><component><section>${input}<text>a</text></section></component></ClinicalDocument>`,
    ),
  );
  parser.end();
  expect(sections.map(({ confidentiality }) => restrictionWords(confidentiality))).toEqual([expected]);
}); // prettier-ignore
