import { describe, expect, it } from 'vitest';
import { createCdaParser } from './parse-cda.ts';

/** Whether the one section with this inside may be folded as empty. */
function folded(inside: string): boolean | undefined {
  let without: boolean | undefined;
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'section') without = event.section.withoutContent;
  });
  parser.write(
    new TextEncoder().encode(
      `<ClinicalDocument><component><section>${inside}</section></component></ClinicalDocument>`,
    ),
  );
  parser.end();
  return without;
}

const text = (inside: string): string => `<title>Allergies</title><text>${inside}</text>`;

describe('A section is folded as empty', () => {
  it.each([
    'No data',
    'No Data Available',
    'No data available for this section',
    'No data available for section',
    'No data available for this section of the document',
    'No data available at this time.',
    'NO DATA',
    'No Information',
    'No information available',
    'No information is currently available.',
    'There is no information available for this section at this time',
    'No records found',
    'No relevant data in this section',
    'No data recorded for this encounter',
    'No data exists for this section',
    'No results on file',
    'No\n  data available\n  for this section',
    '(No data available)',
    '*** No data available ***',
    'Data not available',
    'Information is not available',
    'Not available',
    'Not on file',
    'Not on file documented in this encounter',
    'Not recorded',
    'None recorded.',
    'None on file',
    'None available at this time',
    'None documented in this encounter',
    'Nothing recorded',
    'Section not present',
    'This section is empty',
    'This section contains no data',
    'null',
    '',
    '<paragraph/>',
    '<paragraph>No data available</paragraph><paragraph>No data available</paragraph>',
    '<list><item>No data</item><item>No information available</item></list>',
    '<table><thead><tr><th>Substance</th><th>Reaction</th></tr></thead><tbody><tr><td colspan="2">No data available</td></tr></tbody></table>',
    '<table><tr><th>Substance</th></tr><tr><td>No data available</td></tr></table>',
    '<table><tr><td>No data</td><td>No data</td></tr></table>',
  ])('that says only "%s"', (inside) => {
    expect(folded(text(inside))).toBe(true);
  });

  it('that has neither title nor text', () => {
    expect(folded('')).toBe(true);
  });
});

describe('A section is shown', () => {
  it.each([
    'None',
    'none.',
    'None known',
    'None reported',
    'None found',
    'Nil',
    'Unknown',
    'Not applicable',
    'N/A',
    'Negative',
    'Denies',
    'No',
    '-',
    'No known allergies',
    'No known data allergies',
    'No current medications',
    'No active problems',
    'No significant history',
    'Patient denies any information about drug use',
    'Nothing to report',
    'None of the tests were positive',
    'No data available about the mother, who died young',
    'No data available. Aspirin stopped.',
    '<paragraph>No data available</paragraph><paragraph>Aspirin</paragraph>',
    '<paragraph>No data available</paragraph><paragraph>None</paragraph>',
    '<table><thead><tr><th>Substance</th></tr></thead><tbody><tr><td>None</td></tr></tbody></table>',
    '<table><tr><td>Tobacco</td><td>No data available</td></tr></table>',
    '<table><thead><tr><th>Substance</th></tr></thead></table>',
    '<renderMultiMedia referencedObject="M1"/>',
  ])('that says "%s"', (inside) => {
    expect(folded(text(inside))).toBe(false);
  });

  it.each(['No known allergies', 'NKDA', 'Denies tobacco use', 'No Known Problems'])(
    'that is called "%s" and has no text',
    (title) => {
      expect(folded(`<title>${title}</title><text/>`)).toBe(false);
    },
  );

  it.each(['Notes', 'Allergies', 'No data available'])('unlike one called "%s"', (title) => {
    expect(folded(`<title>${title}</title><text/>`)).toBe(true);
  });

  it('that has entries, whatever its text says', () => {
    expect(folded(`${text('No data available')}<entry/>`)).toBe(false);
  });
});
