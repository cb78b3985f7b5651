/** How somebody is reached: addresses and numbers as written, and what they are used for. */
import type { CdaAddress, CdaOrganisation, CdaTelecom } from '../../cda/cda-header.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { codeWords } from './null-words.ts';

/** HL7 `TelecommunicationAddressUse` and `PostalAddressUse`. */
const USES: ReadonlyMap<string, MessageKey> = new Map([
  ['H', 'cda.use.home'],
  ['HP', 'cda.use.home'],
  ['HV', 'cda.use.vacation'],
  ['WP', 'cda.use.work'],
  ['DIR', 'cda.use.work'],
  ['MC', 'cda.use.mobile'],
  ['PG', 'cda.use.pager'],
  ['AS', 'cda.use.answering'],
  ['EC', 'cda.use.emergency'],
  ['TMP', 'cda.use.temporary'],
  ['BAD', 'cda.use.bad'],
]);

/** `tel:` and `mailto:` say nothing to a reader; the rest stays as written. */
export const telecomWords = ({ value, use }: CdaTelecom): string =>
  withUse(value.replace(/^(tel|mailto|fax):/i, ''), use);

export const addressWords = ({ text, use }: CdaAddress): string => withUse(text, use);

function withUse(text: string, use: string | undefined): string {
  const uses = (use ?? '').split(/\s+/).flatMap((code) => USES.get(code) ?? []);
  return uses.length === 0 ? text : `${text} (${uses.map((key) => t(key)).join(', ')})`;
}

interface Reach {
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
}

/** A line for each address, one for all numbers. */
export const reachLines = ({ addresses, telecoms }: Reach): readonly string[] => [
  ...new Set(addresses.map(addressWords)),
  [...new Set(telecoms.map(telecomWords))].join(', '),
];

/** What an organisation is and how it is reached, in one line under its name; what `known` says is not said again. */
export function organisationLine(
  organisation: CdaOrganisation,
  known: readonly string[] = [],
): string | undefined {
  const said = new Set(known);
  const parts = [
    codeWords(organisation.kind),
    ...organisation.addresses.map(addressWords),
    ...organisation.telecoms.map(telecomWords),
  ].filter((part) => part !== undefined && !said.has(part));
  if (parts.length === 0) return undefined;
  const text = parts.join(', ');
  const name = organisation.names.join(', ');
  return name === '' ? text : t('cda.organisation', { name, text });
}
