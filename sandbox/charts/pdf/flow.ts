import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Report } from '../report.ts';

export const letterSize: readonly [number, number] = [612, 792];

export interface FlowOptions {
  /** Points. */
  readonly size?: readonly [width: number, height: number];
  readonly columns?: number;
  readonly margin?: number;
  /** Called for each new page, before anything is written on it. */
  readonly onPage?: (flow: Flow) => void;
}

interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
  readonly colour?: readonly [number, number, number];
  readonly indent?: number;
  readonly after?: number;
}

/** Writes running text, columns and tables down a page and on to the next. */
export class Flow {
  readonly document: PDFDocument;
  readonly fonts: { readonly plain: PDFFont; readonly bold: PDFFont; readonly mono: PDFFont };
  page: PDFPage;
  /** Where the next line's top is, in points from the bottom. */
  y: number;
  private column = 0;
  private readonly options: Required<Omit<FlowOptions, 'onPage'>> & FlowOptions;

  private constructor(document: PDFDocument, fonts: Flow['fonts'], options: FlowOptions) {
    this.document = document;
    this.fonts = fonts;
    this.options = { size: letterSize, columns: 1, margin: 54, ...options };
    this.page = this.addPage();
    this.y = this.top;
    this.options.onPage?.(this);
  }

  static async start(report: Report, options: FlowOptions = {}): Promise<Flow> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const at = new Date(report.date);
    document.setTitle(report.title);
    document.setAuthor(report.author);
    document.setProducer('Report Writer');
    document.setCreationDate(at);
    document.setModificationDate(at);
    document.setLanguage('en-US');
    const fonts = {
      plain: await document.embedFont(StandardFonts.Helvetica),
      bold: await document.embedFont(StandardFonts.HelveticaBold),
      mono: await document.embedFont(StandardFonts.Courier),
    };
    return new Flow(document, fonts, options);
  }

  get left(): number {
    return this.options.margin + this.column * (this.width + 18);
  }

  get width(): number {
    const { size, margin, columns } = this.options;
    return (size[0] - 2 * margin - 18 * (columns - 1)) / columns;
  }

  private get top(): number {
    return this.options.size[1] - this.options.margin;
  }

  private addPage(): PDFPage {
    return this.document.addPage([this.options.size[0], this.options.size[1]]);
  }

  breakPage(): void {
    this.page = this.addPage();
    this.column = 0;
    this.y = this.top;
    this.options.onPage?.(this);
  }

  /** Makes room for so many points, in the next column or on the next page if need be. */
  need(points: number): void {
    if (this.y - points >= this.options.margin) return;
    if (this.column + 1 < this.options.columns) {
      this.column += 1;
      this.y = this.top;
    } else {
      this.breakPage();
    }
  }

  text(text: string, style: TextStyle = {}): void {
    const { size = 10, indent = 0, after = 4, colour = [0, 0, 0] } = style;
    const font = style.mono ? this.fonts.mono : style.bold ? this.fonts.bold : this.fonts.plain;
    for (const line of wrapped(printable(text), font, size, this.width - indent)) {
      this.need(size * 1.35);
      this.y -= size * 1.35;
      this.page.drawText(line, {
        x: this.left + indent,
        y: this.y + size * 0.3,
        size,
        font,
        color: rgb(colour[0], colour[1], colour[2]),
      });
    }
    this.y -= after;
  }

  rule(): void {
    this.need(8);
    this.y -= 4;
    this.page.drawLine({
      start: { x: this.left, y: this.y },
      end: { x: this.left + this.width, y: this.y },
      thickness: 0.7,
      color: rgb(0.4, 0.4, 0.4),
    });
    this.y -= 4;
  }

  /** A ruled table; columns share the width by the given weights. */
  table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    weights: readonly number[] = head.map(() => 1),
    size = 8.5,
  ): void {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const widths = head.map((_, index) => ((weights[index] ?? 1) / total) * this.width);
    this.row(head, widths, size, true);
    for (const row of rows) this.row(row, widths, size, false);
    this.y -= 6;
  }

  private row(
    cells: readonly string[],
    widths: readonly number[],
    size: number,
    head: boolean,
  ): void {
    const lines = cells.map((cell, index) => {
      const font = head || cell.startsWith('!') ? this.fonts.bold : this.fonts.plain;
      return {
        font,
        lines: wrapped(printable(cell.replace(/^!/, '')), font, size, (widths[index] ?? 40) - 6),
      };
    });
    const height = Math.max(1, ...lines.map((cell) => cell.lines.length)) * size * 1.25 + 5;
    this.need(height);
    this.page.drawRectangle({
      x: this.left,
      y: this.y - height,
      width: this.width,
      height,
      borderWidth: 0.4,
      borderColor: rgb(0.55, 0.6, 0.66),
      ...(head ? { color: rgb(0.88, 0.92, 0.96) } : {}),
    });
    let x = this.left;
    for (const [index, cell] of lines.entries()) {
      const width = widths[index] ?? 40;
      for (const [line, text] of cell.lines.entries()) {
        this.page.drawText(text, {
          x: x + 3,
          y: this.y - 3 - size - line * size * 1.25 + 1,
          size,
          font: cell.font,
          color: cells[index]?.startsWith('!') ? rgb(0.7, 0, 0) : rgb(0, 0, 0),
        });
      }
      x += width;
    }
    this.y -= height;
  }

  async save(): Promise<Uint8Array> {
    return this.document.save({ useObjectStreams: false, objectsPerTick: Infinity });
  }
}

/** The standard fonts know WinAnsi only. */
function printable(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2022]/g, '?');
}

function wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  const space = widthOf(' ', font) * size;
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word, font) * size;
    if (line !== '' && used + space + wide > width) {
      lines.push(line);
      line = word;
      used = wide;
    } else {
      used += line === '' ? wide : space + wide;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Measuring is most of the work of a long file: words are measured once, at size 1. */
const measured = new WeakMap<PDFFont, Map<string, number>>();

function widthOf(word: string, font: PDFFont): number {
  const known = measured.get(font) ?? new Map<string, number>();
  measured.set(font, known);
  const width = known.get(word) ?? font.widthOfTextAtSize(word, 1);
  known.set(word, width);
  return width;
}
