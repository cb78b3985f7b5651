/** The date of an HL7 V3 time: `19800811…` as `1980-08-11`; shorter values keep their precision. */
export function dateOf(time: string | undefined): string | undefined {
  const match = /^(\d{4})(\d{2})?(\d{2})?(?:\d{2,10})?(?:\.\d+)?(?:[+-]\d{4}|Z)?$/.exec(time ?? '');
  if (match === null) return undefined;
  return match
    .slice(1, 4)
    .filter((part) => part !== undefined)
    .join('-');
}
