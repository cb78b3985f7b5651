import { describe, expect, it } from 'vitest';
import type { CdaHeader } from '../../cda/cda-header.ts';
import { MAX_UNKNOWN_PARTS } from '../../cda/limits.ts';
import { createCdaParser } from '../../cda/parse-cda.ts';
import { headerRows } from './header-rows.ts';

/** The rows of a document with this in its header, as `label: line | line`. */
function rowsOf(head: string): readonly string[] {
  const headers: CdaHeader[] = [];
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'header') headers.push(event.header);
  });
  parser.write(
    new TextEncoder().encode(
      `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">${head}</ClinicalDocument>`,
    ),
  );
  parser.end();
  return headers
    .flatMap((header) => headerRows(header))
    .map(({ label, lines, ids }) => `${label}: ${[...lines, ...ids].join(' | ')}`);
}

const patient = (inner: string, role = ''): string =>
  `<recordTarget><patientRole>${role}<patient>${inner}</patient></patientRole></recordTarget>`;

const person =
  '<assignedPerson><name><given>Ann</given><family>Lee</family></name></assignedPerson>';

const performer = `<performer><assignedEntity>${person}</assignedEntity></performer>`;

const informant =
  '<informant><relatedEntity><code displayName="Father"/></relatedEntity></informant>';

const discharged = (code: string): string =>
  `<componentOf><encompassingEncounter><dischargeDispositionCode ${code}/></encompassingEncounter></componentOf>`;

describe('the header in words', () => {
  it.each<{ title: string; input: string; expected: readonly string[] }>([
    { title: 'kind', input: '<code code="34133-9" displayName="Summary"/>', expected: ['Kind: Summary'] },
    { title: 'kind without words', input: '<code code="1" codeSystemName="LOINC"/>', expected: ['Kind: 1 (LOINC)'] },
    { title: 'id', input: '<id root="1.2" extension="7"/>', expected: ['Document id: 7 (1.2)'] },
    { title: 'id of which nothing is known', input: '<id nullFlavor="NI"/>', expected: ['Document id: no information'] },
    { title: 'time with its zone as written', input: '<effectiveTime value="20120512103000-0400"/>', expected: ['Made: 12 May 2012, 10:30 -0400'] },
    { title: 'time that is masked', input: '<effectiveTime nullFlavor="MSK"/>', expected: ['Made: masked'] },
    { title: 'confidentiality', input: '<confidentialityCode code="R" displayName="Restricted"/>', expected: ['Confidentiality: Restricted'] },
    { title: 'confidentiality without words', input: '<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>', expected: ['Confidentiality: Normal'] },
    { title: 'a language that is none', input: '<languageCode code="?"/>', expected: ['Language: ?'] },
    { title: 'a provider number by its name', input: `<dataEnterer><assignedEntity><id root="2.16.840.1.113883.4.6" extension="12"/>${person}</assignedEntity></dataEnterer>`, expected: ['Entered by: Ann Lee | 12 (NPI)'] },
    { title: 'one person with two parts once', input: `<legalAuthenticator><assignedEntity>${person}</assignedEntity></legalAuthenticator><authenticator><assignedEntity>${person}</assignedEntity></authenticator>`, expected: ['Legally signed by, Signed by: Ann Lee'] },
    { title: 'language', input: '<languageCode code="de-AT"/>', expected: ['Language: Austrian German'] },
    { title: 'version and series', input: '<setId root="1.3" extension="s"/><versionNumber value="2"/>', expected: ['Version: 2', 'Version series: s (1.3)'] },
    { title: 'patient', input: patient('<name><prefix>Dr</prefix><given>Myra</given><family>Jones</family></name><administrativeGenderCode code="F"/><birthTime value="19470501"/>', '<id root="1" extension="9"/><addr><city>Ulm</city></addr><telecom value="tel:+1" use="HP"/>'), expected: ['Patient: Dr Myra Jones | Born 1 May 1947 | Gender: female | Ulm | +1 (home) | 9 (1)'] },
    { title: 'age of the patient when the document was made', input: `<effectiveTime value="20120512"/>${patient('<birthTime value="19470501"/>')}`, expected: ['Made: 12 May 2012', 'Patient: Born 1 May 1947 (aged 65 when this was made)'] },
    { title: 'gender in other words', input: patient('<administrativeGenderCode code="UN" displayName="Undifferentiated"/>'), expected: ['Patient: Gender: other (Undifferentiated)'] },
    { title: 'place of birth by name and address', input: patient('<birthplace><place><name>Saint Mary</name><addr><city>Ulm</city></addr></place></birthplace>'), expected: ['Patient: Place of birth: Saint Mary, Ulm'] },
    { title: 'use of an address', input: patient('', '<addr use="TMP"><city>Ulm</city></addr>'), expected: ['Patient: Ulm (temporary)'] },
    { title: 'patient of unknown birth and gender', input: patient('<administrativeGenderCode nullFlavor="ASKU"/><birthTime nullFlavor="UNK"/>'), expected: ['Patient: Born unknown | Gender: asked but unknown'] },
    { title: 'death and multiple birth', input: patient('<sdtc:deceasedInd value="true"/><sdtc:deceasedTime value="2010"/><sdtc:multipleBirthInd value="true"/><sdtc:multipleBirthOrderNumber value="2"/>'), expected: ['Patient: Deceased 2010 | One of a multiple birth, number 2'] },
    { title: 'marital status, religion, race, ethnicity, place of birth', input: patient('<maritalStatusCode displayName="Married"/><religiousAffiliationCode displayName="Quaker"/><raceCode displayName="White"/><sdtc:raceCode displayName="Dutch"/><ethnicGroupCode displayName="Not Hispanic"/><birthplace><place><addr><city>Ulm</city></addr></place></birthplace>'), expected: ['Patient: Marital status: Married | Religion: Quaker | Race: White, Dutch | Ethnicity: Not Hispanic | Place of birth: Ulm'] },
    { title: 'languages with mode, proficiency and preference', input: patient('<languageCommunication><languageCode code="fr"/><modeCode displayName="Expressed spoken"/><proficiencyLevelCode displayName="Good"/><preferenceInd value="true"/></languageCommunication>'), expected: ['Patient: Languages: French (Expressed spoken, Good, preferred)'] },
    { title: 'guardian and provider', input: patient('<guardian><code displayName="Mother"/><guardianPerson><name>Ann Lee</name></guardianPerson></guardian>', '<providerOrganization><name>Clinic</name></providerOrganization>'), expected: ['Guardian: Ann Lee | Mother', 'Provider: Clinic'] },
    { title: 'author', input: `<author><functionCode displayName="Surgeon"/><time value="2012"/><assignedAuthor><id root="1" extension="2"/><code displayName="Physician"/>${person}<representedOrganization><name>Clinic</name></representedOrganization></assignedAuthor></author>`, expected: ['Author: Ann Lee | Clinic | Surgeon, Physician | 2012 | 2 (1)'] },
    { title: 'organisation of an author with its id, address and telephone', input: `<author><assignedAuthor><id root="1" extension="2"/>${person}<addr use="H"><city>Ulm</city></addr><representedOrganization><id root="1" extension="3"/><name>Clinic</name><telecom value="tel:5" use="WP"/><addr><city>Bonn</city></addr><standardIndustryClassCode displayName="Hospital"/><asOrganizationPartOf><wholeOrganization><name>Group</name></wholeOrganization></asOrganizationPartOf></representedOrganization></assignedAuthor></author>`, expected: ['Author: Ann Lee | Clinic, Group | Ulm (home) | Clinic: Hospital, Bonn, 5 (work) | 2 (1) | 3 (1)'] },
    { title: 'organisation that is reached as its author is', input: `<author><assignedAuthor><id extension="2"/><telecom value="tel:5"/><representedOrganization><id extension="2"/><name>Clinic</name><telecom value="tel:5"/></representedOrganization></assignedAuthor></author>`, expected: ['Author: Clinic | 5 | 2'] },
    { title: 'telephone of a guardian’s own', input: patient('<guardian><guardianPerson><name>Ann Lee</name><telecom value="tel:5"/></guardianPerson></guardian>'), expected: ['Guardian: Ann Lee | 5'] },
    { title: 'original text and translation beside the display name', input: `<dataEnterer><assignedEntity><code code="1" displayName="General practice"><originalText>Family doctor</originalText><translation displayName="GENERAL practice"/><translation displayName="Generalist"/></code></assignedEntity></dataEnterer>`, expected: ['Entered by: General practice (Family doctor, Generalist)'] },
    { title: 'kind of the care by its class', input: '<documentationOf><serviceEvent classCode="PROC"/></documentationOf><documentationOf><serviceEvent classCode="ACT"><code displayName="Visit"/></serviceEvent></documentationOf><documentationOf><serviceEvent classCode="XYZ"/></documentationOf>', expected: ['Care described: Procedure', 'Care described: Visit', 'Care described: XYZ'] },
    { title: 'place of an encounter with its numbers and who runs it', input: '<componentOf><encompassingEncounter><location><healthCareFacility><id root="1" extension="f"/><location><name>West</name></location><serviceProviderOrganization><id root="1" extension="o"/><name>Clinic</name><telecom value="tel:5"/><addr><city>Ulm</city></addr></serviceProviderOrganization></healthCareFacility></location></encompassingEncounter></componentOf>', expected: ['Encounter: West, Clinic | Clinic: Ulm, 5 | f (1) | o (1)'] },
    { title: 'part that nothing else tells', input: '<author><assignedAuthor><assignedPerson><sdtc:desc>Locum</sdtc:desc></assignedPerson></assignedAuthor></author><sdtc:statusCode code="active"/><copyTime value="2012"/>', expected: ['Recorded by, description: Locum', 'Status: active', 'Copy time: 2012'] },
    { title: 'part that is masked', input: '<custodian><assignedCustodian><representedCustodianOrganization><telecom nullFlavor="MSK"/></representedCustodianOrganization></assignedCustodian></custodian>', expected: ['Kept by, contact: masked'] },
    { title: 'authoring device', input: '<author><assignedAuthor><assignedAuthoringDevice><manufacturerModelName>Model</manufacturerModelName><softwareName>Soft 1</softwareName></assignedAuthoringDevice></assignedAuthor></author>', expected: ['Author: Model, Soft 1'] },
    { title: 'data enterer', input: `<dataEnterer><assignedEntity>${person}</assignedEntity></dataEnterer>`, expected: ['Entered by: Ann Lee'] },
    { title: 'informant', input: '<informant><relatedEntity classCode="PRS"><code displayName="Father"/><relatedPerson><name>Bo Lee</name></relatedPerson></relatedEntity></informant>', expected: ['Informant: Bo Lee | Father'] },
    { title: 'custodian', input: '<custodian><assignedCustodian><representedCustodianOrganization><name>Keeper</name><telecom value="tel:1" use="WP"/></representedCustodianOrganization></assignedCustodian></custodian>', expected: ['Kept by: Keeper | 1 (work)'] },
    { title: 'recipient', input: '<informationRecipient><intendedRecipient><informationRecipient><name>Cy</name></informationRecipient><receivedOrganization><name>Other Clinic</name></receivedOrganization></intendedRecipient></informationRecipient>', expected: ['Intended for: Cy | Other Clinic'] },
    { title: 'legal signature', input: `<legalAuthenticator><time value="20120101"/><signatureCode code="S"/><assignedEntity>${person}</assignedEntity></legalAuthenticator>`, expected: ['Legally signed by: Ann Lee | signed, 1 Jan 2012'] },
    { title: 'signature', input: `<authenticator><signatureCode code="X"/><assignedEntity>${person}</assignedEntity></authenticator>`, expected: ['Signed by: Ann Lee | signature required'] },
    { title: 'participant', input: '<participant typeCode="HLD"><time><low value="2011"/><high nullFlavor="UNK"/></time><associatedEntity><code displayName="Self"/><associatedPerson><name>Dee</name></associatedPerson></associatedEntity></participant>', expected: ['Participant: Dee | holds the insurance, Self | 2011 to unknown'] },
    { title: 'order', input: '<inFulfillmentOf><order><id root="1" extension="o"/><code displayName="X-ray"/><priorityCode displayName="Urgent"/></order></inFulfillmentOf>', expected: ['Order fulfilled: X-ray | Urgent | o (1)'] },
    { title: 'consent', input: '<authorization><consent><code displayName="To treat"/><statusCode code="completed"/></consent></authorization>', expected: ['Consent: To treat | completed'] },
    { title: 'service', input: `<documentationOf><serviceEvent classCode="PCPR"><code displayName="Care"/><effectiveTime><low value="2011"/><high value="2012"/></effectiveTime><performer typeCode="PPRF"><assignedEntity>${person}</assignedEntity></performer></serviceEvent></documentationOf>`, expected: ['Care described: Care | Provision of care | 2011 to 2012', 'Performed by: Ann Lee | primary performer'] },
    { title: 'encounter', input: `<componentOf><encompassingEncounter><id root="1" extension="e"/><code displayName="Inpatient"/><effectiveTime><low value="2012"/></effectiveTime><sdtc:admissionReferralSourceCode displayName="Transfer"/><dischargeDispositionCode displayName="Home"/><responsibleParty><assignedEntity>${person}</assignedEntity></responsibleParty><encounterParticipant typeCode="ATND"><assignedEntity>${person}</assignedEntity></encounterParticipant><location><healthCareFacility><code displayName="Ward"/><location><name>West</name></location><serviceProviderOrganization><name>Clinic</name></serviceProviderOrganization></healthCareFacility></location></encompassingEncounter></componentOf>`, expected: ['Encounter: Inpatient | from 2012 | West, Clinic | Ward | Transfer | Home | e (1)', 'Responsible: Ann Lee', 'Took part: Ann Lee | attending'] },
    { title: 'replaced document', input: '<relatedDocument typeCode="RPLC"><parentDocument><id root="1" extension="p"/><setId root="2"/><versionNumber value="1"/></parentDocument></relatedDocument>', expected: ['Related document: replaced by this one | p (1) | 2 | version 1'] },
    { title: 'words on a related document', input: '<relatedDocument typeCode="XFRM"><parentDocument><text>The letter of May</text></parentDocument></relatedDocument>', expected: ['Related document: this one was made from it | The letter of May'] },
    { title: 'performers of two services, each with theirs', input: `<documentationOf><serviceEvent><code displayName="Visit"/>${performer}</serviceEvent></documentationOf><documentationOf><serviceEvent><code displayName="Surgery"/>${performer}</serviceEvent></documentationOf>`, expected: ['Care described: Visit', 'Performed by: Ann Lee', 'Care described: Surgery', 'Performed by: Ann Lee'] },
    { title: 'guardians of two patients, each with theirs', input: patient('<name>A</name><guardian><guardianPerson><name>Ann Lee</name></guardianPerson></guardian>') + patient('<name>B</name><guardian><guardianPerson><name>Ann Lee</name></guardianPerson></guardian>'), expected: ['Patient: A', 'Guardian: Ann Lee', 'Patient: B', 'Guardian: Ann Lee'] },
    { title: 'two informants that are told alike', input: informant + informant, expected: ['Informant: Father', 'Informant: Father'] },
    { title: 'date of the document and of the care, which are two facts', input: '<effectiveTime value="2020"/><documentationOf><serviceEvent><effectiveTime value="2020"/></serviceEvent></documentationOf>', expected: ['Made: 2020', 'Care described: 2020'] },
    { title: 'order and version, which are two facts', input: '<versionNumber value="1"/><inFulfillmentOf><order><code code="1"/></order></inFulfillmentOf>', expected: ['Order fulfilled: 1', 'Version: 1'] },
    { title: 'relation of a participant', input: `<participant typeCode="IND"><associatedEntity classCode="NOK"><code displayName="Sister"/><associatedPerson><name>Dee</name></associatedPerson></associatedEntity></participant>`, expected: ['Participant: Dee | next of kin, Sister'] },
    { title: 'guarantor', input: '<participant typeCode="HLD"><associatedEntity classCode="GUAR"><associatedPerson><name>Dee</name></associatedPerson></associatedEntity></participant>', expected: ['Participant: Dee | holds the insurance, guarantor'] },
    { title: 'emergency contact', input: '<participant typeCode="IND"><associatedEntity classCode="ECON"><associatedPerson><name>Dee</name></associatedPerson></associatedEntity></participant>', expected: ['Participant: Dee | emergency contact'] },
    { title: 'recipient of a copy', input: '<informationRecipient typeCode="TRC"><intendedRecipient><informationRecipient><name>Cy</name></informationRecipient></intendedRecipient></informationRecipient>', expected: ['Intended for: Cy | receives a copy'] },
    { title: 'text of a signature', input: `<authenticator><signatureCode code="S"/><sdtc:signatureText>Read and agreed</sdtc:signatureText><assignedEntity>${person}</assignedEntity></authenticator>`, expected: ['Signed by: Ann Lee | signed | Read and agreed'] },
    { title: 'masked name of a person', input: '<dataEnterer><assignedEntity><assignedPerson><name nullFlavor="MSK"/></assignedPerson></assignedEntity></dataEnterer>', expected: ['Entered by: Name: masked'] },
    { title: 'name in its own order', input: patient('<name><given>Jan</given><prefix qualifier="VV">van der</prefix><family>Berg</family></name>'), expected: ['Patient: Jan van der Berg'] },
    { title: 'name with words between its parts', input: patient('<name>Prof. <given>Eva</given> von <family>Stein</family>, MD</name>'), expected: ['Patient: Prof. Eva von Stein, MD'] },
    { title: 'name at birth, after marriage, as called', input: patient('<name><given>Eva</given><given qualifier="CL">Evi</given><family qualifier="SP">Stein</family><family qualifier="BR">Kahn</family><suffix qualifier="AC">MD</suffix></name>'), expected: ['Patient: Eva Evi (called) Stein (spouse’s name) Kahn (name at birth) MD'] },
    { title: 'several names by their use', input: patient('<name use="L">Eva Stein</name><name use="P">Eve</name><name use="ASGN">E1</name>'), expected: ['Patient: Eva Stein (legal name) | Eve (pseudonym) | E1 (assigned name)'] },
    { title: 'masked name of the patient', input: patient('<name nullFlavor="MSK"/>'), expected: ['Patient: Name: masked'] },
    { title: 'name of which the parts are masked', input: patient('<name><given nullFlavor="MSK"/><family nullFlavor="MSK"/></name>'), expected: ['Patient: Name: masked'] },
    { title: 'discharge by a code that is known', input: discharged('code="01" codeSystem="2.16.840.1.113883.12.112"'), expected: ['Encounter: Discharged home'] },
    { title: 'discharge by a billing code', input: discharged('code="7" codeSystemName="NUBC"'), expected: ['Encounter: Left against medical advice'] },
    { title: 'discharge by a code that is not', input: discharged('code="01"'), expected: ['Encounter: code 01'] },
  ])('tells the $title', ({ input, expected }) => {
    expect(rowsOf(input)).toEqual(expected);
  }); // prettier-ignore

  it('says how many parts are left where more are made up than can be shown', () => {
    const rows = rowsOf('<zork>a</zork>'.repeat(MAX_UNKNOWN_PARTS + 7));
    expect(rows).toHaveLength(MAX_UNKNOWN_PARTS + 1);
    expect(rows.at(-1)).toBe(
      'More: 7 more parts of this header are not shown. The original can be saved.',
    );
  });
});
