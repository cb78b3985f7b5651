/**
 * Worker entry: pdf.js's own worker. Of its warnings one is told to the page (an image that was too large to draw is
 * otherwise missing without a word); none reaches the console, for they may hold words of the document.
 */
// It sets itself up when it is loaded.
// oxlint-disable-next-line import/no-unassigned-import
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { imageLeftOut } from './left-out.ts';

// oxlint-disable-next-line no-console
console.warn = (warning: unknown): void => {
  // The engine listens to messages that name their target, and passes over others.
  if (String(warning).includes('Image exceeded maximum allowed size')) postMessage(imageLeftOut);
};
