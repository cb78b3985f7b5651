/** What tests of the parser have in common. */
import type { CdaEvent, CdaSection, Repairs } from './cda-document.ts';
import type { CdaHeader } from './cda-header.ts';
import type { Narrative } from './narrative.ts';
import { createCdaParser } from './parse-cda.ts';
import { sectionText } from './section-text.ts';

/** What a document came to. */
export interface Parsed {
  readonly events: readonly CdaEvent[];
  readonly sections: readonly CdaSection[];
  readonly header: CdaHeader | undefined;
  readonly repairs: Repairs;
}

/** The whole document, its bytes in chunks of that size. */
export function parse(source: string | Uint8Array, chunkSize = 7, charset?: string): Parsed {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const events: CdaEvent[] = [];
  const parser = createCdaParser(charset === undefined ? {} : { charset }, (event) =>
    events.push(event),
  );
  for (let at = 0; at < bytes.length; at += chunkSize) {
    parser.write(bytes.subarray(at, at + chunkSize));
  }
  parser.end();
  const last = events.at(-1);
  return {
    events,
    sections: events.flatMap((event) => (event.kind === 'section' ? [event.section] : [])),
    header: events.find((event) => event.kind === 'header')?.header,
    repairs: last?.kind === 'end' || last?.kind === 'failed' ? last.repairs : {},
  };
}

/** A document with this body, and this before it. */
export const wrap = (body: string, head = ''): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3">${head}<component><structuredBody>${body}</structuredBody></component></ClinicalDocument>`;

/** A section called "T" with this text. */
export const section = (text: string, more = ''): string =>
  `<component><section><title>T</title><text>${text}</text>${more}</section></component>`;

export function narrativeOf(text: string): readonly Narrative[] {
  return parse(wrap(section(text))).sections[0]?.narrative ?? [];
}

/** All words of the sections, white space collapsed. */
export const words = (parsed: Parsed): string =>
  parsed.sections.map(sectionText).join(' ').replace(/\s+/g, ' ').trim();

export const text = (value: string): Narrative => ({ kind: 'text', text: value });
