import type { MediaType } from './media-type.ts';

/** What a media type that says nothing is taken for. */
export const unknownEssence = 'application/octet-stream';

/** What servers write in place of a media type. The older report API itself takes `html`. */
const bareWords: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['xhtml', 'application/xhtml+xml'],
  ['xml', 'application/xml'],
  ['pdf', 'application/pdf'],
  ['text', 'text/plain'],
  ['txt', 'text/plain'],
  ['plain', 'text/plain'],
  ['rtf', 'application/rtf'],
]);

const token = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+*-]+$/;

/**
 * Reads a media type as written. The essence is lower-case, without parameters, its spelling mended
 * (`aapplication/xml` stands in the vendor's own examples); `application/octet-stream` when it says nothing.
 */
export function parseMediaType(declared: string | undefined): MediaType {
  if (declared === undefined || declared.trim() === '') return { essence: unknownEssence };
  const charset = readCharset(declared);
  return {
    declared,
    essence: mend(writtenEssence(declared)),
    ...(charset === undefined ? {} : { charset }),
  };
}

/** True where the essence is not what the server wrote, case and parameters aside. */
export const isMisspelt = (type: MediaType): boolean =>
  type.declared !== undefined && writtenEssence(type.declared) !== type.essence;

/** `application/json`, `text/json` and every `+json`, FHIR's DSTU2 spelling `json+fhir` included. */
export const isJson = (essence: string): boolean =>
  /^(?:application|text)\/json$|\+json$|^application\/json\+fhir$/.test(essence);

/** HTML by either of its names. */
export const isHtml = (essence: string): boolean =>
  essence === 'text/html' || essence === 'application/xhtml+xml';

/** XML by any name, XHTML excepted. */
export const isXml = (essence: string): boolean =>
  essence !== 'application/xhtml+xml' && /^(?:application|text)\/xml$|\+xml$/.test(essence);

const writtenEssence = (declared: string): string =>
  (declared.split(/[;,]/, 1)[0] ?? '').replaceAll('"', '').trim().toLowerCase();

function mend(essence: string): string {
  const word = bareWords.get(essence.replace(/^\./, ''));
  if (word !== undefined) return word;
  const spelt = essence.replace(/^a+p+lication\//, 'application/');
  return token.test(spelt) ? spelt : unknownEssence;
}

function readCharset(declared: string): string | undefined {
  const match = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^;,\s]+))/i.exec(declared);
  const charset = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim().toLowerCase();
  return charset === '' ? undefined : charset;
}
