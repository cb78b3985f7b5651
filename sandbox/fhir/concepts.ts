import type { ChartDocument } from '../charts/chart.ts';
import { absent, compact, type Resource } from './resource.ts';

/**
 * The type of a document as a CodeableConcept. A proprietary code comes with a NullFlavor `UNK` beside it and the
 * words in `text`; a chart without a code gets "unknown" in place of the required coding.
 */
export function typeConcept(document: ChartDocument, nullFlavor: string): Resource {
  const { system, code, display, text } = document.type ?? {};
  const words = text ?? display;
  if (code === undefined) return compact({ ...absent('unknown'), text: words });
  const own = compact({ system, code, display });
  const coding = system?.includes('/codeSet/')
    ? [
        { ...own, userSelected: true },
        { system: nullFlavor, code: 'UNK', display: 'Unknown' },
      ]
    : [own];
  return compact({ coding, text: words });
}

export function reference(
  type: string,
  id: string | undefined,
  display?: string,
): Resource | undefined {
  return id === undefined ? undefined : compact({ reference: `${type}/${id}`, display });
}

/** A person or an organisation that the server names without a resource to follow. */
export function named(display: string | undefined): Resource | undefined {
  return display === undefined ? undefined : { display };
}

/** `meta` of a resource filed at this time. */
export function metaOf(filed: string | undefined): Resource | undefined {
  return filed?.includes('T') ? { versionId: '1', lastUpdated: filed } : undefined;
}

/** `relatesTo`, the same in both versions. */
export function relatesTo(document: ChartDocument): Resource[] {
  return (document.relatesTo ?? []).map(({ code, documentId }) => ({
    code,
    target: { reference: `DocumentReference/${documentId}` },
  }));
}

/** "Nancy Smart", for display beside references. */
export function fullName(patient: {
  readonly names: readonly { readonly family: string; readonly given: readonly string[] }[];
}): string | undefined {
  const [name] = patient.names;
  return name && [...name.given, name.family].join(' ').trim();
}
