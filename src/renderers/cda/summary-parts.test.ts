import { describe, expect, it } from 'vitest';
import type { CdaHeader } from '../../cda/cda-header.ts';
import { createCdaParser } from '../../cda/parse-cda.ts';
import { summaryParts } from './summary-parts.ts';

/** The line of a document with this in its header, as `title · part · part`. */
function lineOf(head: string): string {
  let header: CdaHeader | undefined;
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'header') header = event.header;
  });
  parser.write(
    new TextEncoder().encode(`<ClinicalDocument xmlns="urn:hl7-org:v3">${head}</ClinicalDocument>`),
  );
  parser.end();
  if (header === undefined) throw new Error('no header');
  const { title, restriction, parts } = summaryParts(header);
  return [title, ...(restriction === undefined ? [] : [restriction]), ...parts].join(' · ');
}

const author = (inner: string): string =>
  `<author><assignedAuthor>${inner}</assignedAuthor></author>`;
const ann = '<assignedPerson><name>Ann Lee</name></assignedPerson>';
const clinic = '<representedOrganization><name>Clinic</name></representedOrganization>';
const device =
  '<assignedAuthoringDevice><softwareName>Writer 7</softwareName></assignedAuthoringDevice>';
const custodian = (name: string): string =>
  `<custodian><assignedCustodian><representedCustodianOrganization><name>${name}</name></representedCustodianOrganization></assignedCustodian></custodian>`;
const born = (time: string): string =>
  `<recordTarget><patientRole><patient><birthTime value="${time}"/></patient></patientRole></recordTarget>`;
const service = (time: string): string =>
  `<documentationOf><serviceEvent><effectiveTime>${time}</effectiveTime></serviceEvent></documentationOf>`;

describe('The line about a document', () => {
  it.each<{ title: string; input: string; expected: string }>([
    {
      title: 'names the kind where there is no title',
      input: '<code displayName="Summary"/>',
      expected: 'Summary',
    },
    {
      title: 'has the time to the minute, in the zone as written',
      input: '<title>T</title><effectiveTime value="20120512103059.123-0400"/>',
      expected: 'T · 12 May 2012, 10:30 -0400',
    },
    {
      title: 'says why there is no time',
      input: '<title>T</title><effectiveTime nullFlavor="UNK"/>',
      expected: 'T · unknown',
    },
    {
      title: 'leaves what is no time to the details',
      input: '<title>T</title><effectiveTime value="-08"/>',
      expected: 'T',
    },
    {
      title: 'says how old its patient was then',
      input: `<title>T</title><effectiveTime value="20120512"/>${born('19470501')}`,
      expected: 'T · 12 May 2012 · Patient aged 65',
    },
    {
      title: 'leaves the ages of several patients to the details',
      input: `<title>T</title><effectiveTime value="20120512"/>${born('19470501')}${born('20120501')}`,
      expected: 'T · 12 May 2012',
    },
    {
      title: 'names the people who wrote it, not their software',
      input: `<title>T</title>${author(ann + clinic)}${author(device + clinic)}`,
      expected: 'T · Author: Ann Lee',
    },
    {
      title: 'names the organisation where no person is named',
      input: `<title>T</title>${author(device + clinic)}`,
      expected: 'T · Author: Clinic',
    },
    {
      title: 'names the software where nobody else is named',
      input: `<title>T</title>${author(device)}`,
      expected: 'T · Author: Writer 7',
    },
    {
      title: 'names who keeps it',
      input: `<title>T</title>${author(ann)}${custodian('Clinic')}`,
      expected: 'T · Author: Ann Lee · Kept by: Clinic',
    },
    {
      title: 'names nobody twice',
      input: `<title>T</title>${author(clinic)}${author(clinic)}${custodian('Clinic')}`,
      expected: 'T · Author: Clinic',
    },
    {
      title: 'has the days of the care it covers',
      input: `<title>T</title>${service('<low value="20130124090051"/><high value="20130130100051"/>')}`,
      expected: 'T · Covers 24 Jan 2013 to 30 Jan 2013',
    },
    {
      title: 'has one day once',
      input: `<title>T</title>${service('<low value="201301240900"/><high value="201301241000"/>')}`,
      expected: 'T · Covers 24 Jan 2013',
    },
    {
      title: 'has a range without an end',
      input: `<title>T</title>${service('<low value="2013"/>')}`,
      expected: 'T · Covers from 2013',
    },
    {
      title: 'says nothing of care without a time',
      input: `<title>T</title>${service('<low nullFlavor="UNK"/>')}`,
      expected: 'T',
    },
    {
      title: 'puts a restriction before all else',
      input: '<title>T</title><confidentialityCode code="V"/><effectiveTime value="2012"/>',
      expected: 'T · Very restricted · 2012',
    },
  ])('$title', ({ input, expected }) => {
    expect(lineOf(input)).toBe(expected);
  });
});
