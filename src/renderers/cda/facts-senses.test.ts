import { describe, expect, test } from 'vitest';
import { linesOf, medication, observation, sectionOf, type TestedLines } from './tested-lines.ts';

const visit = (mood: string): string =>
  `<entry><encounter moodCode="${mood}"><code displayName="Check-up"/><effectiveTime value="20260105"/></encounter></entry>`;

const allergy = (inner: string, attributes = '', material = '<code displayName="Penicillin"/>') =>
  `<entry><act classCode="ACT" moodCode="EVN"><code code="CONC"/><statusCode code="active"/><entryRelationship typeCode="SUBJ"><observation ${attributes}><code code="ASSERTION"/><statusCode code="completed"/><value code="416098002" displayName="Drug allergy"/><participant typeCode="CSM"><participantRole><playingEntity>${material}</playingEntity></participantRole></participant>${inner}</observation></entryRelationship></act></entry>`;

const unknownMedicine = (code: string): string =>
  `<entry><substanceAdministration negationInd="true"><consumable><manufacturedProduct><manufacturedMaterial>${code}</manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>`;

describe('what is not an event says so', () => {
  test.each<TestedLines>([
    { title: 'an ordered procedure', loinc: '18776-5', input: '<entry><procedure moodCode="RQO"><code displayName="Colonoscopy"/><statusCode code="active"/></procedure></entry>', expected: ['Planned: Ordered: Colonoscopy | Status: active'] },
    { title: 'an intended medicine', loinc: '10160-0', input: medication('', 'moodCode="INT"'), expected: ['Medication: Planned: Aspirin'] },
    { title: 'an intended vaccine', loinc: '11369-6', input: medication('', 'moodCode="INT"'), expected: ['Vaccine: Planned: Aspirin'] },
    { title: 'an appointment', loinc: '46240-8', input: visit('APT'), expected: ['Visit: Appointment: Check-up | Time: 5 Jan 2026'] },
    { title: 'a request for an appointment', loinc: '46240-8', input: visit('ARQ'), expected: ['Visit: Appointment requested: Check-up | Time: 5 Jan 2026'] },
    { title: 'a proposal', loinc: '46240-8', input: visit('PRP'), expected: ['Visit: Proposed: Check-up | Time: 5 Jan 2026'] },
    { title: 'a promise', loinc: '46240-8', input: visit('PRMS'), expected: ['Visit: Promised: Check-up | Time: 5 Jan 2026'] },
    { title: 'a definition', loinc: '46240-8', input: visit('DEF'), expected: ['Visit: Definition: Check-up | Time: 5 Jan 2026'] },
    { title: 'a criterion', loinc: '46240-8', input: visit('EVN.CRT'), expected: ['Visit: Criterion: Check-up | Time: 5 Jan 2026'] },
    { title: 'an option', loinc: '46240-8', input: visit('OPT'), expected: ['Visit: Option: Check-up | Time: 5 Jan 2026'] },
    { title: 'a mood in small letters', loinc: '46240-8', input: visit('apt'), expected: ['Visit: Appointment: Check-up | Time: 5 Jan 2026'] },
    { title: 'a mood that nobody knows', loinc: '46240-8', input: visit('ZZZ'), expected: ['Visit: Mood ZZZ, not an event: Check-up | Time: 5 Jan 2026'] },
    { title: 'an event says nothing of it', loinc: '46240-8', input: visit('EVN'), expected: ['Visit: Check-up | Time: 5 Jan 2026'] },
    { title: 'a goal', loinc: '61146-7', input: observation('<code displayName="Weight"/><value xsi:type="PQ" value="70" unit="kg"/>', 'moodCode="GOL"'), expected: ['Goal: Goal: Weight | Value: 70 kg'] },
    { title: 'an order that is not to be carried out', input: '<entry><procedure moodCode="RQO" negationInd="true"><code displayName="MRI"/></procedure></entry>', expected: ['Procedure: Ordered: Not done: MRI'] },
    { title: 'an order inside an event', input: '<entry><act><code displayName="Visit note"/><entryRelationship typeCode="REFR"><observation moodCode="RQO"><code displayName="Lipids"/></observation></entryRelationship></act></entry>', expected: ['What: Visit note', 'What: – Ordered: Lipids'] },
    { title: 'what an order without a name holds', input: '<entry><act moodCode="RQO"><entryRelationship><observation><code displayName="Lipids"/></observation></entryRelationship></act></entry>', expected: ['What: Ordered: Lipids'] },
    { title: 'a supply that was ordered', loinc: '10160-0', input: medication('<entryRelationship typeCode="REFR"><supply moodCode="INT"><product><manufacturedProduct><manufacturedMaterial><code displayName="Aspirin"/></manufacturedMaterial></manufacturedProduct></product></supply></entryRelationship>'), expected: ['Medication: Aspirin', 'Medication: – Planned: supply of Aspirin'] },
  ])('$title', ({ input, loinc, expected }) => {
    expect(linesOf(sectionOf(input, loinc))).toEqual(expected);
  });
}); // prettier-ignore

describe('what is negated says so', () => {
  test.each<TestedLines>([
    { title: 'negationInd of any spelling', input: observation('<code displayName="Fever"/>', 'negationInd=" TRUE "') + observation('<code displayName="Cough"/>', 'negationInd="1"'), expected: ['What: Not: Fever', 'What: Not: Cough'] },
    { title: 'negationInd that says no', input: observation('<code displayName="Fever"/>', 'negationInd="false"'), expected: ['What: Fever'] },
    { title: 'a finding that is absent', loinc: '11450-4', input: observation('<code code="ASSERTION"/><value xsi:type="CD" displayName="Asthma"/>', 'negationInd="true"'), expected: ['Problem: Not present: Asthma'] },
    { title: 'no known problems', loinc: '11450-4', input: observation('<code code="ASSERTION"/><value xsi:type="CD" code="55607006" displayName="Problem"/>', 'negationInd="true"'), expected: ['Problem: No known problems'] },
    { title: 'no known allergies', loinc: '48765-2', input: allergy('', 'negationInd="true"', '<code nullFlavor="NA"/>'), expected: ['Substance: No known allergies | Kind: Drug allergy | Status: active'] },
    { title: 'an allergy that is not there', loinc: '48765-2', input: allergy('', 'negationInd="1"'), expected: ['Substance: Not present: Penicillin | Kind: Drug allergy | Status: active'] },
    { title: 'no known allergy as a code of its own', loinc: '48765-2', input: observation('<code code="ASSERTION"/><value xsi:type="CD" code="716186003" displayName="No known allergy"/>'), expected: ['Substance: No known allergy'] },
    { title: 'no known medicines, by a general code', loinc: '10160-0', input: unknownMedicine('<code nullFlavor="OTH"><translation code="410942007" displayName="Drug or medication"/></code>'), expected: ['Medication: No known medications'] },
    { title: 'no known medicines, without a code', loinc: '10160-0', input: unknownMedicine('<code nullFlavor="NA"/>'), expected: ['Medication: No known medications'] },
    { title: 'a medicine that is not given', loinc: '10160-0', input: unknownMedicine('<code displayName="Warfarin"/>'), expected: ['Medication: Not given: Warfarin'] },
    { title: 'a visit that did not take place', input: '<entry><encounter negationInd="true"><code displayName="Check-up"/></encounter></entry>', expected: ['Visit: Did not take place: Check-up'] },
    { title: 'a supply that was not made', input: '<entry><supply negationInd="true"><code displayName="Walker"/></supply></entry>', expected: ['What: Not supplied: Walker'] },
    { title: 'what a negated statement without a name holds', input: '<entry><act negationInd="true"><entryRelationship><observation><code displayName="Fever"/></observation></entryRelationship></act></entry>', expected: ['What: Not: Fever'] },
    { title: 'a negated statement that holds nothing', input: '<entry><act negationInd="true"/></entry>', expected: ['What: Not done: Statement'] },
    { title: 'any of a set of codes', input: '<entry><procedure negationInd="true"><code nullFlavor="NA" sdtc:valueSet="1.2.3"/></procedure></entry>', expected: ['Procedure: Not done: anything of value set 1.2.3'] },
    { title: 'a vaccine that was refused, and why', loinc: '11369-6', input: medication('<entryRelationship typeCode="RSON"><observation><code code="PATOBJ" displayName="Patient objection"/></observation></entryRelationship>', 'negationInd="true"'), expected: ['Vaccine: Not given: Aspirin | Reason: Patient objection'] },
    { title: 'a reaction that did not occur', loinc: '48765-2', input: allergy('<entryRelationship typeCode="MFST"><observation negationInd="true"><code code="ASSERTION"/><value displayName="Rash"/></observation></entryRelationship>'), expected: ['Substance: Penicillin | Reaction: no Rash | Kind: Drug allergy | Status: active'] },
  ])('$title', ({ input, loinc, expected }) => {
    expect(linesOf(sectionOf(input, loinc))).toEqual(expected);
  });
}); // prettier-ignore
