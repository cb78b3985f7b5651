/** Lines of one piece of text, more where they are short: what is out of sight is laid out in pieces, when it comes into sight. */
const LINES = 100;
const SHORT_PIECE = 2000;
/** Characters of one piece: a line longer than this goes on in the next. */
const CHARACTERS = 20_000;
/** So far back a space is looked for where a line is parted. */
const SPACE_WITHIN = 500;

/** The text in pieces of a hundred lines or two thousand characters, whichever is more; no character more or less, but for its line breaks, which are `\n`. */
export function splitText(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const pieces: string[] = [];
  let from = 0;
  while (from < lines.length) {
    const end = endOfLines(lines, from);
    pieces.push(...splitLong(lines.slice(from, end)));
    from = end;
  }
  return pieces;
}

/** Behind the last line break of the piece that begins here. */
function endOfLines(text: string, from: number): number {
  let at = from;
  for (let line = 0; line < LINES || at - from < SHORT_PIECE; line += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
    // Of long lines fewer: they are parted all the same.
    if (at - from > CHARACTERS) return at;
  }
  return at;
}

function splitLong(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > CHARACTERS) {
    const end = from + CHARACTERS;
    // In a slice: a line without a space would be looked through from its beginning each time.
    const space = text.slice(end - SPACE_WITHIN, end).lastIndexOf(' ');
    const near = space < 0 ? end : end - SPACE_WITHIN + space + 1;
    // A character of two code units stays whole.
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(near - 1)) ? near - 1 : near;
    pieces.push(text.slice(from, cut));
    from = cut;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
