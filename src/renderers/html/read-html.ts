/** An HTML document before anything of it is shown: decoded, measured, its words known. Pure; the worker wraps it. */
import { lostWords, sameLetters } from './compare-words.ts';
import { decodeHtml } from './decode-html.ts';
import { judgeSize, largestSanitized, mayFit } from './html-limits.ts';
import { htmlToText } from './html-to-text.ts';
import type { HtmlWorkerAnswer, HtmlWorkerRequest } from './html-worker-protocol.ts';
import { scanMarkup } from './scan-markup.ts';
import { sourceWords } from './source-words.ts';
import { isXhtml, withoutCdata, xhtmlToHtml } from './xhtml-to-html.ts';

/** Reads one document: takes requests in the order of the protocol, gives answers. */
export function createHtmlReader(
  answer: (answer: HtmlWorkerAnswer) => void,
): (request: HtmlWorkerRequest) => void {
  let words: string | undefined;
  let brief = '';
  /** Read when they are asked for: what is on screen is compared, and until then the page needs the processor. */
  const known = (): string => (words ??= sourceWords(brief, Infinity) ?? '');
  return (request) => {
    switch (request.kind) {
      case 'read': {
        const { text, ...decoded } = decodeHtml(request.bytes, request.charset);
        const source = asHtml(text, request.essence);
        const inWords = (because: 'tooLarge' | 'tooDeep'): void =>
          answer({ kind: 'text', text: htmlToText(source), because, decoded });
        if (!mayFit(source.length)) {
          inWords('tooLarge');
          break;
        }
        const scan = scanMarkup(source);
        ({ brief } = scan);
        const verdict = judgeSize(scan);
        if (verdict === 'measure') words = sourceWords(brief, largestSanitized.elements);
        const fits = verdict === 'fits' || words !== undefined;
        if (fits) answer({ kind: 'markup', markup: scan.markup, decoded });
        else inWords(verdict === 'tooDeep' ? verdict : 'tooLarge');
        break;
      }
      case 'letters':
        answer({ kind: 'letters', same: sameLetters(known(), request.shown) });
        break;
      case 'words':
        answer({ kind: 'loss', loss: lostWords(known(), request.shown) });
        break;
    }
  };
}

function asHtml(text: string, essence: string | undefined): string {
  if (!isXhtml(text, essence)) return text;
  return xhtmlToHtml(text.replace(/^\uFEFF/, '').trimStart()) ?? withoutCdata(text);
}
