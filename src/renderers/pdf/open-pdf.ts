/** Bytes to an open PDF: password questions on the way, failures by name as sentences. */
import { err, ok, type Result } from '../../shared/result.ts';
import type { Sentence } from '../renderer.ts';
import { engineData, type PDFDocumentProxy, type PdfEngine, type PdfWorker } from './pdf-engine.ts';

/** Larger images are left out: a bomb of 900 Mpx is 110 KB. A3 at 600 dpi has 70 Mpx. */
const largestImage = 100_000_000;
const wrongPassword = 2;

export interface PasswordQuestion {
  /** The last answer was wrong. */
  readonly wrong: boolean;
  answer(password: string): void;
  /** Gives up: the document stays closed. */
  cancel(): void;
}

/** Opens `bytes`, which are handed to the worker (the caller's buffer is gone afterwards). */
export async function openPdf(
  { core }: PdfEngine,
  worker: PdfWorker,
  bytes: Uint8Array,
  ask: (question: PasswordQuestion) => void,
): Promise<Result<PDFDocumentProxy, Sentence>> {
  if (bytes.byteLength === 0) return err({ key: 'renderers.pdf.empty' });
  const looksLikePdf = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
  const task = core.getDocument({
    data: bytes,
    worker: core.PDFWorker.create({ port: worker.port, verbosity: core.VerbosityLevel.WARNINGS }),
    verbosity: core.VerbosityLevel.ERRORS,
    cMapUrl: engineData('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: engineData('standard_fonts'),
    // The engine's own fonts have the widths the author counted on; the system's stand-ins are squeezed.
    useSystemFonts: false,
    wasmUrl: engineData('wasm'),
    iccUrl: engineData('iccs'),
    enableXfa: true,
    maxImageSize: largestImage,
  });
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
    void task.destroy();
  };
  task.onPassword = (answer: (password: string) => void, reason: number) =>
    ask({ wrong: reason === wrongPassword, answer, cancel });
  try {
    return ok(await Promise.race([task.promise, worker.failed]));
  } catch (cause) {
    if (cancelled) return err({ key: 'renderers.pdf.locked' });
    return err(sentenceOf(cause, looksLikePdf));
  }
}

/** What went wrong, by the name of the exception (never by its text). */
export function sentenceOf(cause: unknown, looksLikePdf: boolean): Sentence {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') return { key: 'renderers.pdf.locked' };
  if (!looksLikePdf) return { key: 'renderers.pdf.notPdf' };
  if (name === 'Error') return { key: 'renderers.pdf.engine' };
  return { key: 'renderers.pdf.damaged' };
}
