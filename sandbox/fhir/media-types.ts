import type { FhirVersion } from '../session.ts';

/** The one FHIR JSON type of each version, as the vendor's pages name it. */
export const fhirJson: Record<FhirVersion, string> = {
  dstu2: 'application/json+fhir',
  r4: 'application/fhir+json',
};

/** The media types of an `Accept` header, lower-case, parameters dropped, refused ones (`q=0`) left out. */
export function acceptedTypes(accept: string | null): readonly string[] {
  return (accept ?? '')
    .split(',')
    .map((range) => range.toLowerCase().split(';'))
    .filter(([type, ...parameters]) => {
      return type?.trim() && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
    })
    .map(([type]) => type?.trim() ?? '');
}

/** Whether a resource (not a Binary) can be given: no `Accept`, any, plain JSON or the version's own type. */
export function acceptsResource(accept: string | null, version: FhirVersion): boolean {
  const types = acceptedTypes(accept);
  if (types.length === 0) return true;
  return types.some((type) => {
    return ['*/*', 'application/*', 'application/json', fhirJson[version]].includes(type);
  });
}

/** `text/html; charset=x` → `text/html`. */
function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

const htmlNames = ['html', 'text/html', 'application/xhtml+xml'];

export function isHtml(mediaType: string): boolean {
  return htmlNames.includes(essence(mediaType));
}

/** The `Accept` values under which a document's own bytes are given; nothing else will do. */
export function nativeTypes(declared: string | undefined, served: string): readonly string[] {
  const own = [essence(served)];
  // A type that does not exist ("aapplication/xml") cannot be asked for; the envelope can.
  if (declared && /^(application|audio|image|text|video)\//.test(essence(declared))) {
    own.push(essence(declared));
  }
  return own.some(isHtml) ? [...own, ...htmlNames] : own;
}
