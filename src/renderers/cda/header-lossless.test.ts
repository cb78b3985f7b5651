/** Whatever a header is made of, known or not, its words are in its lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charts } from '../../../sandbox/charts/charts.ts';
import { parse } from '../../cda/tested-document.ts';
import { countHeaderWords, headerLosses, headerText } from './tested-header.ts';

/** Every line of the header of a document. */
function shownOf(source: string): string {
  const { header } = parse(source, 64 * 1024);
  if (header === undefined) throw new Error('no header was read');
  return headerText(header);
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const documents = (
  await Promise.all(
    charts.map(async ({ id, load }) => {
      const all = (await load()).documents.flatMap(({ title = '', renditions }) =>
        renditions
          .filter(({ servedAs, contentType = '' }) => /xml/.test(servedAs ?? contentType))
          .map(async ({ body }) => ({ title, chart: id, source: decoded(await body()) })),
      );
      return Promise.all(all);
    }),
  )
)
  .flat()
  .filter(({ source }) => /<(\w+:)?ClinicalDocument[\s>]/.test(source.slice(0, 2000)));

describe('the sandbox’s documents', () => {
  it.each(documents)('say nothing in the header of "$title" ($chart) that is not shown', ({ source }) => {
    expect(countHeaderWords(source)).toBeGreaterThan(2);
    expect(headerLosses(source, shownOf(source))).toEqual([]);
  }); // prettier-ignore
});

/** Where parts of a header stand: `#` is for what else stands there. */
const PLACES = [
  '#',
  '<recordTarget><patientRole>#</patientRole></recordTarget>',
  '<recordTarget><patientRole><patient>#</patient></patientRole></recordTarget>',
  '<recordTarget><patientRole><patient><guardian>#</guardian></patient></patientRole></recordTarget>',
  '<recordTarget><patientRole><patient><languageCommunication>#</languageCommunication></patient></patientRole></recordTarget>',
  '<recordTarget><patientRole><providerOrganization>#</providerOrganization></patientRole></recordTarget>',
  '<author><assignedAuthor>#</assignedAuthor></author>',
  '<author><assignedAuthor><assignedPerson>#</assignedPerson></assignedAuthor></author>',
  '<author><assignedAuthor><assignedAuthoringDevice>#</assignedAuthoringDevice></assignedAuthor></author>',
  '<legalAuthenticator>#<assignedEntity><representedOrganization>#</representedOrganization></assignedEntity></legalAuthenticator>',
  '<custodian><assignedCustodian>#<representedCustodianOrganization>#</representedCustodianOrganization></assignedCustodian></custodian>',
  '<informant><relatedEntity>#<relatedPerson>#</relatedPerson></relatedEntity></informant>',
  '<participant>#<associatedEntity>#<scopingOrganization>#</scopingOrganization></associatedEntity></participant>',
  '<informationRecipient><intendedRecipient>#<informationRecipient>#</informationRecipient></intendedRecipient></informationRecipient>',
  '<documentationOf><serviceEvent>#<performer>#<assignedEntity>#</assignedEntity></performer></serviceEvent></documentationOf>',
  '<componentOf><encompassingEncounter>#<location><healthCareFacility>#<location>#</location><serviceProviderOrganization>#</serviceProviderOrganization></healthCareFacility></location></encompassingEncounter></componentOf>',
  '<relatedDocument><parentDocument>#</parentDocument></relatedDocument>',
  '<inFulfillmentOf><order>#</order></inFulfillmentOf>',
  '<authorization><consent>#</consent></authorization>',
  '<unknownPart>#</unknownPart>',
];

/** What readers of ours look for, so that most of what is made up is read by them. */
const COMMON = 'name addr telecom code time representedOrganization assignedPerson'.split(' ');

const NAMES =
  `code title effectiveTime confidentialityCode languageCode versionNumber copyTime time name given family prefix
  suffix addr city streetAddressLine telecom birthTime administrativeGenderCode maritalStatusCode raceCode birthplace
  place low high center functionCode signatureCode sdtc:signatureText manufacturerModelName softwareName
  sdtc:deceasedInd sdtc:deceasedTime sdtc:multipleBirthInd sdtc:multipleBirthOrderNumber preferenceInd modeCode
  priorityCode statusCode dischargeDispositionCode standardIndustryClassCode asOrganizationPartOf wholeOrganization
  originalText translation qualifier value text desc validTime assignedPerson representedOrganization zork
  vendor:thing`.split(/\s+/);

/** Placeholders become words that occur once in the document. */
const WORD = '@';

const part = (levels: number): fc.Arbitrary<string> =>
  fc
    .record({
      name: fc.oneof(fc.constantFrom(...COMMON), fc.constantFrom(...NAMES)),
      attributes: fc.subarray(['displayName', 'value', 'unit']),
      text: fc.boolean(),
      children:
        levels <= 1 ? fc.constant<string[]>([]) : fc.array(part(levels - 1), { maxLength: 3 }),
    })
    .map(({ name, attributes, text, children }) => {
      const said = attributes.map((attribute) => ` ${attribute}="${WORD}"`).join('');
      return `<${name}${said}>${text ? WORD : ''}${children.join('')}</${name}>`;
    });

describe('headers of any elements', () => {
  it.each(PLACES)('lose no word of what stands in %s', (place) => {
    fc.assert(
      fc.property(fc.array(part(3), { minLength: 1, maxLength: 4 }), (parts) => {
        let count = 0;
        const source = place
          .replaceAll('#', () => parts.join(''))
          .replaceAll(WORD, () => `w${(count += 1)}w`);
        const shown = shownOf(
          `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc" xmlns:vendor="urn:v">${source}</ClinicalDocument>`,
        );
        const lost = Array.from({ length: count }, (_, at) => `w${at + 1}w`).filter(
          (word) => !shown.includes(word),
        );
        expect({ source, lost }).toEqual({ source, lost: [] });
      }),
      { numRuns: 40 },
    );
  });
});
