import type { PDFDocumentProxy } from './pdf-engine.ts';

/** The words of every page in the order the file draws them; a page that fails is left out. */
export async function pdfText(pdf: PDFDocumentProxy): Promise<string> {
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await pdf
      .getPage(number)
      .then((page) => page.getTextContent())
      .catch(() => undefined);
    const items = content?.items ?? [];
    pages.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
  }
  return pages.join('\n\n');
}
