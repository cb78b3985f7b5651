/** Clinical documents around what a case brings; the patient is the chart's. */

/** Of the chart's patient. */
export const tess =
  '<recordTarget><patientRole><id root="2.999.7" extension="1"/><patient><name><given>Tess</given><family>Target</family></name>' +
  '<administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19800102"/></patient></patientRole></recordTarget>';

/** Of somebody who is not in the chart. */
export const orson =
  '<recordTarget><patientRole><id root="2.999.7" extension="2"/><patient><name><given>Orson</given><family>Quimby</family></name>' +
  '<administrativeGenderCode code="M" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19310204"/></patient></patientRole></recordTarget>';

export interface CdaParts {
  /** Between the declaration and the root. */
  readonly before?: string;
  readonly title?: string;
  readonly target?: string;
  /** The whole `component` in place of one section. */
  readonly body?: string;
  /** Of the section's `text`. */
  readonly text?: string;
  readonly sectionTitle?: string;
  /** Behind the section's `text`. */
  readonly entries?: string;
  /** Behind the body. */
  readonly late?: string;
  /** Behind the root. */
  readonly after?: string;
}

export const section = (text: string, entries = '', title = 'History'): string =>
  `<component><section><code code="10164-2" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${text}</text>${entries}</section></component>`;

export const cda = (parts: CdaParts): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${parts.before ?? ''}<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  '<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><id root="2.999.1"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>' +
  `<title>${parts.title ?? 'Summary'}</title><effectiveTime value="20260504"/>${parts.target ?? tess}` +
  `${parts.body ?? `<component><structuredBody>${section(parts.text ?? '', parts.entries, parts.sectionTitle)}</structuredBody></component>`}` +
  `${parts.late ?? ''}</ClinicalDocument>${parts.after ?? ''}`;

/** A body that is a file of its own. */
export const nonXmlBody = (text: string): string =>
  `<component><nonXMLBody>${text}</nonXMLBody></component>`;

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
