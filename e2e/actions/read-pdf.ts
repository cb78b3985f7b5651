import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** One run of letters, in points from the lower left corner of its page. */
export interface PdfLetters {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PdfPageText {
  readonly width: number;
  readonly height: number;
  readonly letters: readonly PdfLetters[];
}

const home = 'https://pdf-reader.invalid/';
const engine = join(import.meta.dirname, '../../node_modules/pdfjs-dist/legacy/build');

/** The words of a PDF page by page, read by the PDF engine in a page of its own, which asks nobody. */
export async function readPdf(
  context: BrowserContext,
  pdf: Buffer,
): Promise<readonly PdfPageText[]> {
  const page = await context.newPage();
  await page.route(`${home}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') await route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html>' });
    else if (name === 'made.pdf')
      await route.fulfill({ contentType: 'application/pdf', body: pdf });
    else
      await route.fulfill({
        contentType: 'text/javascript',
        body: await readFile(join(engine, name)),
      });
  });
  await page.goto(home);
  const pages = await page.evaluate(async (address) => {
    const pdfjs = await import(`${address}pdf.min.mjs`);
    pdfjs.GlobalWorkerOptions.workerSrc = `${address}pdf.worker.min.mjs`;
    const data = await (await fetch(`${address}made.pdf`)).arrayBuffer();
    const document = await pdfjs.getDocument({ data }).promise;
    const read: unknown[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const each = await document.getPage(number);
      const { width, height } = each.getViewport({ scale: 1 });
      const { items } = await each.getTextContent();
      const letters = items.map((item: { str: string; transform: number[]; width: number }) => ({
        text: item.str,
        x: item.transform[4],
        y: item.transform[5],
        width: item.width,
      }));
      read.push({ width, height, letters });
    }
    return read;
  }, home);
  await page.close();
  return pages as readonly PdfPageText[];
}

/** All words of a page, in their order. */
export const wordsOf = ({ letters }: PdfPageText): string =>
  letters
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
