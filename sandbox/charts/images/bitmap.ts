import { glyphs } from './glyphs.ts';

export type Colour = readonly [red: number, green: number, blue: number];

/** Pixels to draw on: RGB, 8 bits each. */
export class Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;

  constructor(width: number, height: number, background: Colour) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height * 3);
    this.rectangle(0, 0, width, height, background);
  }

  set(x: number, y: number, colour: Colour): void {
    const column = Math.round(x);
    const row = Math.round(y);
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return;
    const at = (row * this.width + column) * 3;
    this.pixels[at] = colour[0];
    this.pixels[at + 1] = colour[1];
    this.pixels[at + 2] = colour[2];
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) this.set(column, row, colour);
    }
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: Colour, thickness = 1): void {
    const steps = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1), 1);
    for (let step = 0; step <= steps; step += 1) {
      const x = x1 + ((x2 - x1) * step) / steps;
      const y = y1 + ((y2 - y1) * step) / steps;
      for (let extra = 0; extra < thickness; extra += 1) {
        this.set(x, y + extra, colour);
        this.set(x + extra, y, colour);
      }
    }
  }

  disc(x: number, y: number, radius: number, colour: (distance: number) => Colour): void {
    for (let row = -radius; row <= radius; row += 1) {
      for (let column = -radius; column <= radius; column += 1) {
        const distance = Math.hypot(row, column) / radius;
        if (distance <= 1) this.set(x + column, y + row, colour(distance));
      }
    }
  }

  /** Capitals and figures, 6 × 8 pixels a letter times `scale`; `slope` tilts the line as scanners do. */
  text(x: number, y: number, text: string, colour: Colour, scale = 2, slope = 0): void {
    let at = x;
    for (const character of text.toUpperCase()) {
      for (const [row, bits] of (glyphs[character] ?? []).entries()) {
        for (let column = 0; column < 5; column += 1) {
          if (bits & (16 >> column)) {
            const left = at + column * scale;
            const top = Math.round(y + row * scale + (left - x) * slope);
            this.rectangle(left, top, scale, scale, colour);
          }
        }
      }
      at += 6 * scale;
    }
  }
}
