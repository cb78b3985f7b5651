/** Prints a PDF from this page: every page as an image, because the browser prints what is laid out. */
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-engine.ts';

const printDpi = 150;
const pdfDpi = 72;

/** Puts all pages as images into `area`, prints, and empties it. Pages that fail are left out. */
export async function printPdf(
  pdf: PDFDocumentProxy,
  area: HTMLElement,
  pageName: (page: number) => string,
  signal: AbortSignal,
): Promise<void> {
  const addresses: string[] = [];
  const clear = (): void => {
    area.replaceChildren();
    for (const address of addresses.splice(0)) URL.revokeObjectURL(address);
  };
  clear();
  for (let number = 1; number <= pdf.numPages && !signal.aborted; number += 1) {
    const page = await pdf.getPage(number).catch(() => undefined);
    const blob = page && (await drawPage(page).catch(() => undefined));
    if (!blob) continue;
    const address = URL.createObjectURL(blob);
    addresses.push(address);
    const image = document.createElement('img');
    image.alt = pageName(number);
    image.src = address;
    area.append(image);
    await image.decode().catch(() => undefined);
  }
  if (!signal.aborted) {
    window.addEventListener('afterprint', clear, { once: true });
    window.print();
  }
  signal.addEventListener('abort', clear);
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
