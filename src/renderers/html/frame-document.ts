/** The constant document every HTML report is shown in: second wall, enough alone. */

/** Nothing is loaded but inline images; nothing is submitted; relative addresses lead nowhere. */
const frameCsp = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * `<base target="_blank">` comes first: without allow-popups in the sandbox a click that escapes the
 * listeners opens nothing, and the document stays.
 */
export const frameDocument =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><base target="_blank">' +
  `<meta http-equiv="Content-Security-Policy" content="${frameCsp}">` +
  '<meta name="color-scheme" content="only light"></head><body></body></html>';

/** No scripts, no pop-ups, no forms, no top navigation; same origin, so that nodes can be moved in. */
export const frameSandbox = 'allow-same-origin allow-modals';

/** White paper under the author's styles. */
export const paperSheet = `
html { background: #fff; color: #000; color-scheme: only light; overflow-y: hidden; }
body { margin: 0; padding: 24px 32px; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
pre { white-space: pre-wrap; font: 14px/1.5 ui-monospace, Consolas, monospace; }
.dossier-part { content-visibility: auto; contain-intrinsic-size: auto 600px; overflow-x: auto; }
img { max-width: 100%; height: auto; }
a[data-href], a[href] { color: #0b57d0; text-decoration: underline; cursor: pointer; }
a[data-target]::after { content: " (" attr(data-target) ")"; font-size: 0.85em; overflow-wrap: anywhere; unicode-bidi: isolate; }
a:focus-visible { outline: 2px solid #0b57d0; outline-offset: 2px; }
::highlight(dossier-find) { background-color: #ffe58a; color: #000; }
::highlight(dossier-find-current) { background-color: #ff9b3d; color: #000; }
@media (max-width: 480px) { body { padding: 16px; } }
@media print { html { overflow: visible; } body { padding: 0; } .dossier-part { content-visibility: visible; overflow-x: visible; } }
`;

/**
 * A document must not be as tall as the frame that is made as tall as it. In a layer: of important declarations those
 * in a layer outweigh all others of sheets, whatever the selectors. Paper has rules of its own: of two layers the first
 * would win.
 */
export const guardSheet = `
@layer dossier-guard {
  @media screen {
    html { display: flow-root !important; height: auto !important; min-height: 0 !important; float: none !important; }
    html > body { display: block !important; height: auto !important; min-height: 0 !important; float: none !important; }
  }
}
`;

/**
 * Dark paper: everything in its opposite lightness and its own hue, so that contrasts stay as the author made them;
 * pictures are turned back. Where the person's system sets the colours it has the last word.
 */
export const darkSheet = `
@media screen and (forced-colors: none) {
  html:not(#_):not(#_) { filter: invert(0.89) hue-rotate(180deg); }
  img:not(#_):not(#_) { filter: invert(1) hue-rotate(180deg) brightness(1.12); }
}
`;

let policy: { createHTML(text: string): unknown } | undefined;

/** The frame's document in the form that `srcdoc` takes under Trusted Types. */
export function trustedFrameDocument(): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!factory) return frameDocument;
  policy ??= factory.createPolicy('dossier-frame', {
    createHTML(text) {
      if (text !== frameDocument)
        throw new TypeError('Only the constant frame document is trusted.');
      return text;
    },
  });
  // TrustedHTML where the DOM's typings say string.
  return policy.createHTML(frameDocument) as string;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): unknown };
}
