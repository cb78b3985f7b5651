/** The NarrativeBlock of a section as a tree: what its author wrote, and how it should look. */

/**
 * The styleCode vocabulary of CDA R2, what HTML found in the wild means, and the local codes whose loss would run
 * words together or hide an emphasis; no other local code enters the model.
 */
export type NarrativeStyle =
  | 'bold'
  | 'underline'
  | 'italics'
  | 'emphasis'
  | 'left-rule'
  | 'right-rule'
  | 'top-rule'
  | 'bottom-rule'
  | 'arabic'
  | 'little-roman'
  | 'big-roman'
  | 'little-alpha'
  | 'big-alpha'
  | 'disc'
  | 'circle'
  | 'square'
  | 'highlight'
  | 'alert'
  | 'struck'
  | 'mono'
  | 'preserved'
  | 'no-marker'
  | 'indent'
  | 'align-left'
  | 'align-center'
  | 'align-right'
  | 'valign-top'
  | 'valign-middle'
  | 'valign-bottom'
  | 'block';

interface Marked {
  readonly id?: string;
  readonly language?: string;
  readonly styles?: readonly NarrativeStyle[];
}

interface Parent extends Marked {
  readonly children: readonly Narrative[];
}

/** The narrative block, every element of it; `unknown` keeps the words of any other. */
export type Narrative =
  | { readonly kind: 'text'; readonly text: string }
  | (Parent & { readonly kind: 'content'; readonly revised?: 'insert' | 'delete' })
  | (Parent & { readonly kind: 'link'; readonly href?: string; readonly title?: string })
  | (Parent & { readonly kind: 'sub' | 'sup' })
  /** `rule`: a line across, not only a new line. */
  | (Marked & { readonly kind: 'break'; readonly rule?: true })
  /** HTML's `img`: never fetched, said in words. */
  | (Marked & { readonly kind: 'image'; readonly alt?: string; readonly source?: string })
  | (Parent & { readonly kind: 'footnote'; readonly number: number })
  | (Marked & { readonly kind: 'footnoteReference'; readonly target?: string })
  | (Marked & {
      readonly kind: 'media';
      readonly targets: readonly string[];
      readonly caption?: readonly Narrative[];
    })
  | (Parent & { readonly kind: 'paragraph'; readonly caption?: readonly Narrative[] })
  | (Parent & { readonly kind: 'preformatted' })
  | NarrativeList
  | NarrativeTable
  | (Parent & { readonly kind: 'unknown'; readonly name: string });

export interface NarrativeList extends Marked {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly caption?: readonly Narrative[];
  readonly items: readonly NarrativeItem[];
}

export interface NarrativeItem extends Parent {
  readonly caption?: readonly Narrative[];
}

export interface NarrativeTable extends Marked {
  readonly kind: 'table';
  readonly caption?: readonly Narrative[];
  /** What the author says of the table to those who do not see it. */
  readonly summary?: string;
  readonly frame?: TableFrame;
  readonly rules?: TableRules;
  /** `col` and `colgroup`, one for each column they span. */
  readonly columns?: readonly NarrativeColumn[];
  readonly groups: readonly NarrativeRows[];
}

export type TableFrame =
  'void' | 'above' | 'below' | 'hsides' | 'lhs' | 'rhs' | 'vsides' | 'box' | 'border';
export type TableRules = 'none' | 'groups' | 'rows' | 'cols' | 'all';

export interface NarrativeColumn extends Marked {
  /** Percent of the table; widths in pixels are of the author's page and have no meaning here. */
  readonly width?: number;
}

export interface NarrativeRows extends Marked {
  readonly kind: 'head' | 'body' | 'foot';
  readonly rows: readonly NarrativeRow[];
}

export interface NarrativeRow extends Marked {
  readonly cells: readonly NarrativeCell[];
}

/** Alignment is resolved: the cell's own, else its column's, row's or group's. Styles are its column's and its own. */
export interface NarrativeCell extends Parent {
  readonly header: boolean;
  /** 1 to `MAX_SPAN`. */
  readonly columnSpan: number;
  /** 1 to `MAX_ROW_SPAN`; may reach beyond the rows of its group. */
  readonly rowSpan: number;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom' | 'baseline';
  readonly scope?: 'row' | 'col' | 'rowgroup' | 'colgroup';
  readonly abbreviation?: string;
  /** `ID`s of the header cells. */
  readonly headers?: readonly string[];
}
