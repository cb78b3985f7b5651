/** A report as a file of its own, made of what is on the screen: sanitized, and under a policy that forbids the rest. */

/** Nothing runs, nothing is loaded but pictures that the file itself holds. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** @param inside the frame's document, the report moved in */
export function safeHtmlCopy(inside: Document, title: string): string {
  const styles = inside.adoptedStyleSheets
    .flatMap((sheet) => Array.from(sheet.cssRules, ({ cssText }) => cssText))
    .join('\n')
    // The end of the element inside a string of the style sheet would end the element.
    .replaceAll('</', '<\\/');
  return [
    '<!DOCTYPE html>',
    '<html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${styles}</style>`,
    '</head>',
    inside.body.outerHTML,
    '</html>\n',
  ].join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
