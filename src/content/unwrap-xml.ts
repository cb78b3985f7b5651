import { err, ok, type Result } from '../shared/result.ts';
import type { ContentError } from '../model/content.ts';
import { parseMediaType } from '../model/parse-media-type.ts';
import type { Envelope } from './unwrap-envelope.ts';

const fhir = 'http://hl7.org/fhir';

export interface XmlUnwrapper {
  write(text: string): void;
  end(): Result<Envelope, ContentError>;
}

/** Opens a Binary in FHIR's XML, which some servers send whatever was asked. Other XML is the document itself. */
export async function createXmlUnwrapper(): Promise<XmlUnwrapper> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: true });
  const values = new Map<string, string>();
  let depth = 0;
  let root: string | undefined;
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', (tag) => {
    if (depth === 0) root = `${tag.uri} ${tag.local}`;
    const value = tag.attributes['value']?.value;
    if (depth === 1 && value !== undefined) values.set(tag.local, value);
    depth += 1;
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  return {
    write: (text) => void parser.write(text),
    end() {
      parser.close();
      if (root !== `${fhir} Binary`) return ok({ kind: 'unwrapped' });
      if (broken) return err({ kind: 'unreadableEnvelope', reason: 'broken XML' });
      const data = values.get('data') ?? values.get('content');
      if (data === undefined || data.trim() === '') return err({ kind: 'empty' });
      const declared = values.get('contentType');
      return ok({
        kind: 'data',
        data,
        ...(declared === undefined ? {} : { mediaType: parseMediaType(declared) }),
      });
    },
  };
}
