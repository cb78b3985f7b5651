/** What one opening of a document took, in milliseconds from the call of `render`. */
export interface Measured {
  /** The renderer said that the document can be read. */
  readonly readable: number;
  /** The first frame behind the first section in the DOM. */
  readonly firstPainted: number;
  /** Table rows in the DOM at that moment. */
  readonly rowsAtFirst: number;
  /** The last section is in the DOM. */
  readonly complete: number;
  /** The first frame after that. */
  readonly painted: number;
  readonly inDom: { readonly sections: number; readonly rows: number; readonly elements: number };
  /** Tasks of the page above 50 ms. */
  readonly longTasks: readonly number[];
}

/** What the measured page offers. */
export interface BenchApi {
  open(name: string, keepOpen: boolean): Promise<Measured>;
  scroll(): Promise<readonly number[]>;
  /** Names of what a reader can do with the open document, in an order in which each can be done. */
  acts(): readonly string[];
  /** Does one of them and waits until the page is still. */
  act(name: string): Promise<void>;
  quiet(): Promise<void>;
  shut(): Promise<void>;
  /** Wraps an input in a FHIR envelope; `unwrap` reads it as the app does and tells its length. */
  wrap(name: string): Promise<void>;
  unwrap(): Promise<number>;
  floor(name: string): Promise<number>;
  xslt(name: string, sheet: string): Promise<number | undefined>;
}
