/**
 * The spellings by which authors say that a section holds nothing. The whole text must be such a sentence:
 * "No known allergies" is a statement and never counts.
 */
const NO_DATA = [
  /^(there (is|are|was|were) )?no( relevant| clinical| available)? (data|information|info|records?|results?|entries|content)( is| are| was| were)?( currently)?( available| found| recorded| entered| provided| present| on file| to display)?( (for|in) (this|the) (section|document|patient|encounter|visit|time period|period)( of the (document|record))?)?( at this time)?$/,
  /^(data|information)? ?(is )?not (available|applicable|provided|recorded|on file)( (for|in) (this|the) (section|document|encounter|visit))?$/,
  /^not on file( documented in this encounter)?$/,
  /^(none|nothing)( recorded| on file| documented| reported| available| to report)?( (for|in) (this|the) (section|document|encounter|visit))?$/,
  /^section not (present|available)$/,
  /^(n\/?a|unknown|nil|null|-+)$/,
];

/** `words`: a section's whole narrative, white space collapsed. */
export function saysNoData(words: string): boolean {
  if (words.length > 120) return false;
  const sentence = words
    .toLowerCase()
    .replace(/[.!*]+$/, '')
    .replace(/^[*\s]+/, '')
    .trim();
  return sentence === '' || NO_DATA.some((pattern) => pattern.test(sentence));
}
