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
const ended = /&#?[A-Za-z0-9]{1,32};/g;
const unended = /&(?!#?[A-Za-z0-9]{1,32};)[A-Za-z#]/;

const known = new Map<string, string>();
/** Documents use few different ones; one that uses very many is not given the memory. */
const MOST_KNOWN = 4096;

/** Text as it is shown: `&lt;` as `<`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  // A tokenizer for each piece of text costs a hundred times the reading of it.
  return unended.test(text) ? tokenized(text) : text.replaceAll(ended, decoded);
}

function decoded(reference: string): string {
  const before = known.get(reference);
  if (before !== undefined) return before;
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
