/**
 * The one door to pdf.js: its core, its viewer components and its worker. Scripting is never loaded:
 * no PDFScriptingManager, no sandbox.
 */
import type * as Core from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type * as Components from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { createTrustedWorker } from '../trusted-worker.ts';
import { imageLeftOut } from './left-out.ts';
// Vite makes this address.
import workerUrl from './pdf.worker.ts?worker&url';

export type { PDFDocumentProxy, PDFPageProxy };

export interface PdfEngine {
  readonly core: typeof Core;
  readonly components: typeof Components;
}

let engine: Promise<PdfEngine> | undefined;

/** Core and components, loaded once. Rejects when a chunk cannot be had; the next call tries again. */
export function loadPdfEngine(): Promise<PdfEngine> {
  engine ??= importEngine().catch((cause: unknown) => {
    engine = undefined;
    throw cause;
  });
  return engine;
}

async function importEngine(): Promise<PdfEngine> {
  const core = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The components take their core from this global when they are evaluated.
  Object.assign(globalThis, { pdfjsLib: core });
  const components = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  return { core, components };
}

/** One document's worker. Started before the engine is needed, ended with the document. */
export interface PdfWorker {
  readonly port: Worker;
  /** Rejects when the worker's script cannot be loaded or run. */
  readonly failed: Promise<never>;
  /** Calls back for every image that was too large to be drawn. */
  onImageLeftOut(listener: () => void): void;
  end(): void;
}

/** Starts the worker; also early, while the document's bytes are on their way. */
export function startPdfWorker(): PdfWorker {
  const port = createTrustedWorker(workerUrl);
  const failed = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new Error('The PDF worker could not start.')), {
      once: true,
    });
  });
  failed.catch(() => undefined);
  return {
    port,
    failed,
    onImageLeftOut(listener) {
      port.addEventListener('message', ({ data }) => {
        if (data === imageLeftOut) listener();
      });
    },
    end: () => port.terminate(),
  };
}

/** Where the engine's static data lies: character maps, fonts, decoders, icons. */
export const engineData = (
  folder: 'cmaps' | 'standard_fonts' | 'wasm' | 'iccs' | 'images',
): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;
