/** A FHIR resource on its way to JSON. */
export type Resource = Record<string, unknown>;

/** Drops what is undefined or an empty list, as servers leave absent fields out. */
export function compact(fields: Resource): Resource {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The extension that stands for a value which is not given. */
export function absent(reason: 'unknown' | 'masked'): Resource {
  return {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
        valueCode: reason,
      },
    ],
  };
}
