/** Whatever an entry is made of, known or not, its words are in its lines. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrativeText } from '../../cda/section-text.ts';
import { factsTable } from './facts-table.ts';
import { sectionOf } from './tested-lines.ts';

const STATEMENTS =
  'act encounter observation organizer procedure substanceAdministration supply'.split(' ');

const RELATIONS = [
  'entryRelationship',
  'component',
  'sdtc:inFulfillmentOf1',
  'unknownRelationship',
];

const PARTS =
  `code value effectiveTime statusCode text title priorityCode interpretationCode methodCode targetSiteCode
  approachSiteCode routeCode doseQuantity rateQuantity maxDoseQuantity repeatNumber quantity administrationUnitCode
  consumable product manufacturedProduct manufacturedMaterial manufacturedLabeledDrug manufacturerOrganization
  lotNumberText participant participantRole playingEntity playingDevice scopingEntity performer assignedEntity
  assignedPerson assignedAuthor author informant relatedEntity subject relatedSubject specimen specimenRole
  specimenPlayingEntity precondition criterion referenceRange observationRange reference externalDocument name given
  family prefix addr city streetAddressLine telecom low high center width period phase event offset comp
  numerator denominator originalText translation qualifier desc time birthTime administrativeGenderCode
  sdtc:deceasedInd sdtc:dischargeDispositionCode sdtc:raceCode sdtc:functionCode zork vendor:thing`.split(
    /\s+/,
  );

const TYPES =
  'CD CE PQ IVL_PQ ST ED TS IVL_TS PIVL_TS EIVL_TS SXPR_TS RTO INT REAL MO BL II EN AD TEL SC FOO'.split(
    ' ',
  );

const MOODS = ['', ' moodCode="RQO"', ' moodCode="EVN"', ' negationInd="true"', ' moodCode="GOL"'];

const LINKS = ['', 'COMP', 'SUBJ', 'RSON', 'MFST', 'REFR', 'CAUS', 'COV', 'LOC', 'CSM', 'DEV'];

/** Placeholders become words that occur once in the document. */
const WORD = '@';

const memo = (make: (levels: number) => fc.Arbitrary<string>) => {
  const made = new Map<number, fc.Arbitrary<string>>();
  return (levels: number): fc.Arbitrary<string> => {
    const arbitrary = made.get(levels) ?? make(levels);
    made.set(levels, arbitrary);
    return arbitrary;
  };
};

/** Elements of any name and type in one another, so many levels deep. */
const part: (levels: number) => fc.Arbitrary<string> = memo((levels) =>
  fc
    .record({
      name: fc.constantFrom(...PARTS),
      type: fc.option(fc.constantFrom(...TYPES)),
      link: fc.constantFrom(...LINKS),
      attributes: fc.subarray(['displayName', 'value', 'unit', 'currency']),
      text: fc.boolean(),
      children:
        levels <= 1 ? fc.constant<string[]>([]) : fc.array(part(levels - 1), { maxLength: 3 }),
    })
    .map(({ name, type, link, attributes, text, children }) => {
      const said = attributes.map((attribute) => ` ${attribute}="${WORD}"`).join('');
      const typed = type === null ? '' : ` xsi:type="${type}"`;
      const linked = link === '' ? '' : ` typeCode="${link}"`;
      return `<${name}${typed}${linked}${said}>${text ? WORD : ''}${children.join('')}</${name}>`;
    }),
);

const CODES = ['', 'SEV', 'CONC', '33999-4', 'ASSERTION', '48767-8', '46680005', '29308-4'];

const statement: (levels: number) => fc.Arbitrary<string> = memo((levels) =>
  fc
    .record({
      name: fc.constantFrom(...STATEMENTS),
      mood: fc.constantFrom(...MOODS),
      code: fc.constantFrom(...CODES),
      parts: fc.array(part(4), { maxLength: 6 }),
      nested:
        levels <= 1
          ? fc.constant<[string, string, string][]>([])
          : fc.array(
              fc.tuple(
                fc.constantFrom(...RELATIONS),
                fc.constantFrom(...LINKS),
                statement(levels - 1),
              ),
              { maxLength: 2 },
            ),
    })
    .map(({ name, mood, code, parts, nested }) => {
      const coded = code === '' ? '' : `<code code="${code}"/>`;
      const inside = nested
        .map(([relation, link, inner]) => `<${relation} typeCode="${link}">${inner}</${relation}>`)
        .join('');
      return `<${name}${mood}>${coded}${parts.join('')}${inside}</${name}>`;
    }),
);

test.each(['', '48765-2', '10160-0', '11450-4', '10157-6', '30954-2', '8716-3', '11369-6', '47519-4', '46264-8', '46240-8', '18776-5', '29762-2', '48768-6', '42348-3', '85847-2'])(
  'no word of any entry is lost in a section of code "%s"',
  (loinc) => {
    fc.assert(
      fc.property(fc.array(fc.oneof(statement(3), part(4)), { minLength: 1, maxLength: 3 }), (entries) => {
        let count = 0;
        const source = entries
          .map((entry) => `<entry>${entry}</entry>`)
          .join('')
          .replaceAll(WORD, () => `w${(count += 1)}w`);
        const shown = narrativeText([factsTable(sectionOf(source, loinc))]);
        const lost = Array.from({ length: count }, (_, at) => `w${at + 1}w`).filter(
          (word) => !shown.includes(word),
        );
        expect({ source, lost }).toEqual({ source, lost: [] });
      }),
      { numRuns: 12 },
    );
  },
); // prettier-ignore
