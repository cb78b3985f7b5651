/** What a file is, by its first bytes, else by its name: a media type as a server would declare it. */
export function fileType(path: string, bytes: Uint8Array): string {
  return byMagic(bytes) ?? byExtension(path) ?? byText(bytes);
}

const signatures: readonly (readonly [type: string, signature: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
  ['image/bmp', 'BM'],
  ['application/rtf', '{\\rtf'],
];

function byMagic(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes, 1024);
  // Readers look for the PDF header in the first kilobyte.
  if (start.includes('%PDF-')) return 'application/pdf';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  const known = signatures.find(([, signature]) => start.startsWith(signature));
  if (known) return known[0];
  // UTF-16 markup: every other byte is zero.
  const markup = start
    .replaceAll('\0', '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<!--[\s\S]*?-->\s*)*<(!doctype html|html)/.test(markup)) return 'text/html';
  if (markup.startsWith('<?xml') || /^<([\w.-]+:)?clinicaldocument\b/.test(markup)) {
    return /<html[\s>]/.test(markup) ? 'application/xhtml+xml' : 'application/xml';
  }
  return undefined;
}

const extensions: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xml: 'application/xml',
  cda: 'application/xml',
  ccda: 'application/xml',
  ccd: 'application/xml',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/plain',
  rtf: 'application/rtf',
  csv: 'text/csv',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  bmp: 'image/bmp',
  dcm: 'application/dicom',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

function byExtension(path: string): string | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}

function byText(bytes: Uint8Array): string {
  return latin1(bytes, 1024).includes('\0') ? 'application/octet-stream' : 'text/plain';
}

/** The first bytes, one character each. */
export function latin1(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}
