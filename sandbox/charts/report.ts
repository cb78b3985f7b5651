/** A report before it has a format: the HTML layouts, PDF shapes, RTF and text are all made of this. */
export interface Report {
  readonly title: string;
  readonly organisation: string;
  readonly department: string;
  readonly author: string;
  /** dateTime with offset. */
  readonly date: string;
  readonly patient: ReportPatient;
  /** As the banner says it: `Final Report`, `Preliminary Report`. */
  readonly status: string;
  readonly sections: readonly ReportSection[];
  readonly addendum?: { readonly author: string; readonly date: string; readonly text: string };
}

export interface ReportPatient {
  /** `SMART, NANCY`. */
  readonly name: string;
  /** `1980-08-11`. */
  readonly birthDate: string;
  readonly mrn: string;
  readonly sex: string;
}

export interface ReportSection {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A string is a paragraph. */
export type Block =
  | string
  | { readonly list: readonly Item[]; readonly ordered?: boolean }
  | { readonly table: Table }
  | { readonly pairs: readonly (readonly [label: string, value: string])[] }
  | { readonly pre: string };

export type Item = string | { readonly text: string; readonly items: readonly Item[] };

/** A cell that begins with `!` is out of range. */
export interface Table {
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function isFlagged(cell: string): boolean {
  return cell.startsWith('!');
}

export function cellText(cell: string): string {
  return isFlagged(cell) ? cell.slice(1) : cell;
}

/** `02/18/2016 09:14`: a dateTime as American clinical systems print it, in its author's time. */
export function printedDate(date: string): string {
  const [day = '', time = ''] = date.split('T');
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const clock = time.slice(0, 5);
  return `${month}/${dayOfMonth}/${year}${clock === '' ? '' : ` ${clock}`}`;
}

export function section(heading: string, ...blocks: readonly Block[]): ReportSection {
  return { heading, blocks };
}
