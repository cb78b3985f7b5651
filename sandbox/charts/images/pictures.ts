import { base64 } from '../bytes.ts';
import { randomOf } from '../random.ts';
import { Bitmap, type Colour } from './bitmap.ts';
import { encodePng } from './png.ts';

const ink: Colour = [38, 40, 52];

/** A sheet that went through a scanner: grey paper, a slight tilt, specks, a shadow along the fold. */
export function scannedSheet(lines: readonly string[]): Bitmap {
  const sheet = new Bitmap(850, 1100, [244, 242, 236]);
  const random = randomOf(lines.join('\n'));
  for (let column = 0; column < 26; column += 1) {
    const shade = 150 + column * 3.6;
    sheet.rectangle(column, 0, 1, 1100, [shade, shade, shade - 4]);
  }
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('_')) {
      sheet.line(90, 112 + index * 30, 560, 117 + index * 30, ink, 1);
      sheet.text(90, 120 + index * 30, line.slice(1), ink, 1, 0.012);
    } else {
      sheet.text(90, 90 + index * 30, line, ink, 2, 0.012);
    }
  }
  scribble(sheet, 120, 102 + lines.findIndex((line) => line.startsWith('_')) * 30);
  for (let speck = 0; speck < 700; speck += 1) {
    const shade = 120 + random() * 110;
    sheet.set(random() * 850, random() * 1100, [shade, shade, shade]);
  }
  return sheet;
}

/** A signature, more or less. */
function scribble(sheet: Bitmap, x: number, y: number): void {
  let last: readonly [number, number] = [x, y];
  for (let step = 1; step < 160; step += 1) {
    const next: readonly [number, number] = [
      x + step * 1.6 + Math.sin(step / 3.1) * 9,
      y - Math.abs(Math.sin(step / 7.3)) * 20 + Math.cos(step / 2.3) * 7,
    ];
    sheet.line(last[0], last[1], next[0], next[1], [30, 42, 120], 2);
    last = next;
  }
}

const beat = (phase: number): number => {
  const bump = (centre: number, width: number, height: number): number =>
    height * Math.exp(-(((phase - centre) / width) ** 2));
  return (
    bump(0.18, 0.03, 8) -
    bump(0.285, 0.008, 7) +
    bump(0.31, 0.012, 52) -
    bump(0.335, 0.01, 14) +
    bump(0.55, 0.05, 13)
  );
};

/** A rhythm strip of three leads on squared paper, 1 mm = 5 pixels. */
export async function rhythmStrip(o: {
  readonly name: string;
  readonly at: string;
  readonly rate: number;
}): Promise<Uint8Array> {
  const paper = new Bitmap(1250, 560, [255, 250, 246]);
  for (let at = 0; at < 1250; at += 5) {
    paper.line(at, 0, at, 559, at % 25 === 0 ? [240, 170, 160] : [250, 222, 214]);
  }
  for (let at = 0; at < 560; at += 5) {
    paper.line(0, at, 1249, at, at % 25 === 0 ? [240, 170, 160] : [250, 222, 214]);
  }
  paper.text(20, 14, `${o.name}   ${o.at}`, ink, 2);
  paper.text(20, 38, `SINUS RHYTHM ${o.rate}/MIN   25 MM/S   10 MM/MV`, ink, 2);
  const perBeat = (60 / o.rate) * 125;
  for (const [lead, gain] of [
    ['I', 0.7],
    ['II', 1.2],
    ['V5', 1],
  ] as const) {
    const middle = lead === 'I' ? 165 : lead === 'II' ? 320 : 480;
    paper.text(20, middle - 70, lead, ink, 2);
    for (let x = 20; x < 1230; x += 1) {
      const height = (at: number): number => middle - gain * beat((at % perBeat) / perBeat);
      paper.line(x, height(x), x + 1, height(x + 1), [20, 20, 30], 2);
    }
  }
  return encodePng(paper);
}

/** A retinal photograph: disc, vessels, macula. */
export async function retina(label: string): Promise<Uint8Array> {
  const photo = new Bitmap(640, 480, [6, 4, 4]);
  photo.disc(320, 240, 220, (distance) => [
    214 - distance * 90,
    96 - distance * 50,
    40 - distance * 22,
  ]);
  photo.disc(400, 236, 32, (distance) => [
    252 - distance * 20,
    214 - distance * 60,
    140 - distance * 50,
  ]);
  photo.disc(262, 248, 26, (distance) => [
    150 + distance * 30,
    52 + distance * 22,
    22 + distance * 6,
  ]);
  for (const side of [-1, 1]) {
    for (const [reach, bend] of [
      [190, 1.15],
      [150, 0.7],
      [100, 1.5],
    ] as const) {
      for (let step = 0; step < reach; step += 1) {
        const fall = side * bend * Math.sqrt(step) * 9;
        const x = 400 - step * 1.25;
        if (Math.hypot(x - 320, fall) < 212) {
          photo.line(x, 236 + fall, x + 1, 236 + fall, [128, 20, 14], reach > 140 ? 3 : 2);
        }
      }
    }
  }
  photo.text(16, 452, label, [220, 220, 220], 2);
  return encodePng(photo);
}

/** The hospital's mark as a `data:` address. */
export async function logo(): Promise<string> {
  const mark = new Bitmap(72, 72, [255, 255, 255]);
  mark.disc(36, 36, 34, () => [18, 80, 110]);
  mark.rectangle(31, 14, 10, 44, [255, 255, 255]);
  mark.rectangle(14, 31, 44, 10, [255, 255, 255]);
  return `data:image/png;base64,${base64(await encodePng(mark))}`;
}
