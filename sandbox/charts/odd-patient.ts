import type { ChartDocument, ChartPatient, ChartRendition } from './chart.ts';
import { describe, type Described } from './document-builder.ts';
import { structuredNote } from './html/clinical-layouts.ts';
import { section, type Report } from './report.ts';
import { inPrint } from './small-chart.ts';

export const zoe: ChartPatient = {
  id: '4711004',
  names: [
    { family: 'Quirke', given: ['Zoë', 'Renée'], use: 'official', prefix: ['Dr.'] },
    { family: 'קווירק', given: ['זואי'], use: 'usual' },
  ],
  birthDate: '1972-02-29',
  gender: 'female',
  identifiers: [
    { system: 'urn:oid:2.999.4711.1', value: '10004242', type: 'MRN' },
    { system: 'https://ids.lakeside.example/portal', value: 'zoe-q', type: 'Portal' },
  ],
  address: { line: '1 ½ Rue de l’Étang', city: 'Lakeside', state: 'WI', postalCode: '54999' },
};

export const organisation = 'Lakeside Regional Hospital';

export function oddReport(title: string, text: string): Report {
  return {
    title,
    organisation,
    department: 'Department of Exceptions',
    author: 'Nils Ångström, MD',
    date: '2022-06-01T10:00:00-05:00',
    patient: inPrint(zoe),
    status: 'Final Report',
    sections: [section('Text', text)],
  };
}

/** A plausible page of HTML that says what it is. */
export function page(title: string, text: string): string {
  return structuredNote(oddReport(title, text));
}

/** An odd document: what is not given is ordinary. Number and day differ from document to document. */
export function odd(
  number: number,
  o: Partial<Described> & { readonly title: string },
  rendition: Partial<ChartRendition> & Pick<ChartRendition, 'body'>,
  more: Partial<ChartDocument> = {},
): ChartDocument {
  const day = String((number % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(number / 28) % 12) + 1).padStart(2, '0');
  return describe(
    {
      id: String(42_000_000 + number),
      kind: 'other',
      date: `2022-${month}-${day}T09:30:00-06:00`,
      author: 'Nils Ångström, MD',
      organisation,
      ...o,
    },
    [{ id: `OD-${number}`, ...rendition }],
    more,
  );
}
