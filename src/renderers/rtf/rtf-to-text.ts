/** The words of a rich-text document: paragraphs, tabs, table rows; no fonts, no pictures. */

export interface RtfText {
  readonly text: string;
  /** Pictures and embedded objects that have no words. */
  readonly pictures: number;
}

/** Groups that hold no words of the document. */
const silentGroups: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet info pict object objdata themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl fldinst header footer headerl headerr headerf footerl footerr footerf bkmkstart bkmkend latentstyles pgdsctbl filetbl revtbl'.split(
    ' ',
  ),
);

const symbols: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
};

interface Group {
  readonly silent: boolean;
  /** Characters that stand for one `\uN` in readers without Unicode, and are skipped. */
  readonly unicodeSkip: number;
}

interface Control {
  readonly word: string;
  readonly parameter?: number;
  readonly end: number;
}

/** Reads `rtf` (bytes as windows-1252 or ASCII text). Unbalanced groups end with the text. */
export function rtfToText(rtf: string): RtfText {
  const out: string[] = [];
  const outer: Group[] = [];
  let group: Group = { silent: false, unicodeSkip: 1 };
  let codePage = new TextDecoder('windows-1252');
  let pending: number[] = [];
  let skip = 0;
  let pictures = 0;
  const flush = (): void => {
    if (pending.length > 0) out.push(codePage.decode(Uint8Array.from(pending)));
    pending = [];
  };
  const say = (text: string): void => {
    if (group.silent) return;
    flush();
    out.push(text);
  };

  let at = 0;
  while (at < rtf.length) {
    const c = rtf.charAt(at);
    if (c === '{') {
      flush();
      outer.push(group);
      skip = 0;
      // "{\*…" marks a group that a reader may ignore unless it knows it.
      if (rtf.startsWith('{\\*', at)) group = { ...group, silent: true };
      at += 1;
    } else if (c === '}') {
      flush();
      group = outer.pop() ?? group;
      skip = 0;
      at += 1;
    } else if (c !== '\\') {
      const end = endOfPlain(rtf, at);
      const plain = rtf.slice(at, end).replace(/[\r\n]/g, '');
      const dropped = Math.min(skip, plain.length);
      skip -= dropped;
      if (plain.length > dropped) say(plain.slice(dropped));
      at = end;
    } else if (rtf.charAt(at + 1) === "'") {
      const byte = Number.parseInt(rtf.slice(at + 2, at + 4), 16);
      if (skip > 0) skip -= 1;
      else if (!group.silent && !Number.isNaN(byte)) pending.push(byte);
      at += 4;
    } else {
      const control = readControl(rtf, at + 1);
      at = control.end;
      const { word, parameter } = control;
      if (word === 'bin') at += Math.max(0, parameter ?? 0);
      else if (word === 'pict' || word === 'object') {
        if (!group.silent) pictures += 1;
        group = { ...group, silent: true };
      } else if (silentGroups.has(word)) group = { ...group, silent: true };
      else if (word === 'uc') group = { ...group, unicodeSkip: parameter ?? 1 };
      else if (word === 'ansicpg') codePage = decoderOf(parameter) ?? codePage;
      else if (word === 'u' && parameter !== undefined) {
        say(String.fromCharCode(parameter < 0 ? parameter + 65_536 : parameter));
        skip = group.unicodeSkip;
      } else {
        const symbol = symbols[word] ?? escaped(word);
        if (symbol !== undefined) say(symbol);
      }
    }
  }
  flush();
  return {
    text: out
      .join('')
      .replace(/[ \t]+\n/g, '\n')
      .trim(),
    pictures,
  };
}

function endOfPlain(rtf: string, from: number): number {
  let at = from;
  while (at < rtf.length && !'{}\\'.includes(rtf.charAt(at))) at += 1;
  return at;
}

/** The control word or symbol whose first character is at `from`. */
function readControl(rtf: string, from: number): Control {
  let at = from;
  while (/[A-Za-z]/.test(rtf.charAt(at))) at += 1;
  if (at === from) return { word: rtf.charAt(from), end: from + 1 };
  const word = rtf.slice(from, at);
  const start = at;
  if (rtf.charAt(at) === '-') at += 1;
  while (/\d/.test(rtf.charAt(at))) at += 1;
  const digits = rtf.slice(start, at);
  const end = rtf.charAt(at) === ' ' ? at + 1 : at;
  return digits === '' || digits === '-'
    ? { word, end }
    : { word, parameter: Number.parseInt(digits, 10), end };
}

/** Characters that stand for themselves after a backslash. */
function escaped(word: string): string | undefined {
  if (word === '\\' || word === '{' || word === '}') return word;
  if (word === '~') return '\u00A0';
  if (word === '_') return '\u2011';
  return word === '\n' || word === '\r' ? '\n' : undefined;
}

function decoderOf(codePage: number | undefined): TextDecoder | undefined {
  try {
    return new TextDecoder(`windows-${codePage ?? 1252}`);
  } catch {
    return undefined;
  }
}
