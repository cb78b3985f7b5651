/** Images: raster data only; SVG is a document and anything else is a request. */
export const allowedImage = /^data:image\/(png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s]*$/i;

/** Whether the sanitizer keeps this source of an image; it takes `data:` in small letters only. */
export const isShownImage = (source: string | undefined): boolean => {
  const trimmed = source?.trim() ?? '';
  return trimmed.startsWith('data:') && allowedImage.test(trimmed);
};
