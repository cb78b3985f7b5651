/** All hostile PDFs; each class says what it is. */
import type { DocumentCase } from '../documents/document-case.ts';
import { forms, openings, pdfLinks, scripts } from './actions.ts';
import { broken, embeddings, evaluations, layers, pdfBombs } from './content.ts';

export const pdfCases: readonly DocumentCase[] = [
  ...scripts,
  ...openings,
  ...pdfLinks,
  ...forms,
  ...embeddings,
  ...evaluations,
  ...pdfBombs,
  ...broken,
  ...layers,
];
