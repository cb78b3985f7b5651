/** What the PDF worker tells the page beside the engine's own messages: an image was too large to be drawn. */
export const imageLeftOut = 'dossier-image-left-out';
