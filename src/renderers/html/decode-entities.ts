/** Character references and attributes by the tokenizer's own rules, for pieces of markup cut out by hand. */
import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';

const ignore = (): void => undefined;

const silent: TokenHandler = {
  onStartTag: ignore,
  onEndTag: ignore,
  onCharacter: ignore,
  onWhitespaceCharacter: ignore,
  onNullCharacter: ignore,
  onComment: ignore,
  onDoctype: ignore,
  onEof: ignore,
  onParseError: null,
};

/** A reference that ends in a semicolon means the same wherever it stands. */
const ended = /^&#?[A-Za-z0-9]{1,32};$/;
/** The longest is `&CounterClockwiseContourIntegral;`. */
const LONGEST = 34;

const known = new Map<string, string>();
/** Documents use few different ones; one that uses very many is not given the memory. */
const MOST_KNOWN = 4096;

/** Text as it is shown: `&lt;` as `<`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  // A tokenizer for each piece of text costs a hundred times the reading of it.
  let meant = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at + 1);
    const reference = end < 0 || end - at > LONGEST ? undefined : text.slice(at, end + 1);
    const letters = reference === undefined ? undefined : decoded(reference);
    if (letters === undefined) return meant + tokenized(text.slice(from));
    meant += text.slice(from, at) + letters;
    from = at + (reference?.length ?? 0);
  }
  return meant + text.slice(from);
}

/** What it means by itself; undefined where only a tokenizer can tell. */
function decoded(reference: string): string | undefined {
  const before = known.get(reference);
  if (before !== undefined) return before;
  if (!ended.test(reference)) return undefined;
  const meant = tokenized(reference);
  if (known.size < MOST_KNOWN) known.set(reference, meant);
  return meant;
}

function tokenized(text: string): string {
  let taken = '';
  const take = ({ chars }: Token.CharacterToken): void => void (taken += chars);
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    { ...silent, onCharacter: take, onWhitespaceCharacter: take },
  );
  tokenizer.state = TokenizerMode.RCDATA;
  tokenizer.write(text, true);
  return taken;
}

/** Attributes of one start tag as written; a tokenizer builds values letter by letter: keep it short. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      ...silent,
      onStartTag: ({ attrs }) => attrs.forEach(({ name, value }) => found.set(name, value)),
    },
  );
  tokenizer.write(tag, true);
  return found;
}
