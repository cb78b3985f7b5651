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

/** Text as it is shown: `&lt;` as `<`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const take = ({ chars }: Token.CharacterToken): void => void (decoded += chars);
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    { ...silent, onCharacter: take, onWhitespaceCharacter: take },
  );
  tokenizer.state = TokenizerMode.RCDATA;
  tokenizer.write(text, true);
  return decoded;
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
