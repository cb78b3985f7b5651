import type { CdaName } from '../../cda/cda-header.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { nullWords } from './null-words.ts';

/** HL7 `EntityNamePartQualifier`, where it changes what a part says. */
const QUALIFIERS: ReadonlyMap<string, MessageKey> = new Map([
  ['BR', 'cda.name.BR'],
  ['SP', 'cda.name.SP'],
  ['CL', 'cda.name.CL'],
  ['AD', 'cda.name.AD'],
]);

/** HL7 `EntityNameUse`. */
const USES: ReadonlyMap<string, MessageKey> = new Map([
  ['L', 'cda.name.L'],
  ['C', 'cda.name.L'],
  ['OR', 'cda.name.L'],
  ['P', 'cda.name.P'],
  ['ASGN', 'cda.name.ASGN'],
  ['A', 'cda.name.A'],
  ['R', 'cda.name.R'],
  ['I', 'cda.name.I'],
]);

/** A name in the author's order with what is said of it; `several`: a legal name is told from the others. */
export function nameWords(name: CdaName, several: boolean): string | undefined {
  const { parts, nullFlavor } = name;
  if (parts.length === 0) return nullFlavor && t('cda.name.null', { why: nullWords(nullFlavor) });
  const text = parts
    .map(({ text: part, qualifier }) => {
      const marks = wordsFor(qualifier, QUALIFIERS);
      return marks.length === 0 ? part : `${part} (${marks.join(', ')})`;
    })
    .join(' ')
    .replace(/ (?=[,;.])/g, '');
  const uses = wordsFor(name.use, USES);
  const plain = !several && USES.get(name.use ?? '') === 'cda.name.L';
  return uses.length === 0 || plain ? text : `${text} (${uses.join(', ')})`;
}

const wordsFor = (
  codes: string | undefined,
  keys: ReadonlyMap<string, MessageKey>,
): readonly string[] => [
  ...new Set(
    (codes ?? '').split(/\s+/).flatMap((code) => {
      const key = keys.get(code);
      return key === undefined ? [] : [t(key)];
    }),
  ),
];
