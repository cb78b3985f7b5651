/** Prints a PDF from this page: every page as an image, because the browser prints what is laid out. */
import { t } from '../../messages/messages.ts';
import { createPrintSheet } from '../print-sheet.ts';
import type { RendererProps } from '../renderer.ts';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-engine.ts';

const printDpi = 150;
const pdfDpi = 72;

export interface PdfPrint {
  /** The lines at the head of each printed page. */
  readonly header: readonly string[];
  readonly pageName: (page: number) => string;
  readonly report: RendererProps['report'];
  readonly signal: AbortSignal;
}

/** Puts all pages as images on a sheet of paper and prints it. Pages that fail are named there in words. */
export async function printPdf(pdf: PDFDocumentProxy, print: PdfPrint): Promise<void> {
  const { header, pageName, report, signal } = print;
  const sheet = createPrintSheet(header);
  const addresses: string[] = [];
  const clear = (): void => {
    sheet.remove();
    for (const address of addresses.splice(0)) URL.revokeObjectURL(address);
  };
  signal.addEventListener('abort', clear);
  for (let number = 1; number <= pdf.numPages && !signal.aborted; number += 1) {
    const page = await pdf.getPage(number).catch(() => undefined);
    const blob = page && (await drawPage(page).catch(() => undefined));
    if (!blob) {
      const missing = document.createElement('p');
      missing.className = 'print-page';
      missing.textContent = t('renderers.pdf.pageFailed', { page: number });
      sheet.body.append(missing);
      continue;
    }
    const address = URL.createObjectURL(blob);
    addresses.push(address);
    const image = document.createElement('img');
    image.className = 'print-page';
    image.alt = pageName(number);
    image.src = address;
    sheet.body.append(image);
    await image.decode().catch(() => undefined);
  }
  if (signal.aborted) return;
  window.addEventListener('afterprint', clear, { once: true });
  sheet.print(report);
}

async function drawPage(page: PDFPageProxy): Promise<Blob | undefined> {
  const viewport = page.getViewport({ scale: printDpi / pdfDpi });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  // Frees the canvas's memory now: browsers keep detached canvases for long.
  canvas.width = 0;
  canvas.height = 0;
  return blob ?? undefined;
}
