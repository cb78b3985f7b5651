import type { CdaSection } from '../../cda/cda-document.ts';
import type { CdaParticipation } from '../../cda/cda-header.ts';
import { t } from '../../messages/messages.ts';
import { roleWords } from './participation-row.ts';
import { periodWords } from './hl7-time.ts';
import { codeWords, idWords } from './null-words.ts';
import { reachLines } from './reach-words.ts';

/** Who wrote a section, told it, or is its subject: a line each; none for whom nothing is said. */
export const participationLines = ({
  participations,
}: Pick<CdaSection, 'participations'>): readonly string[] =>
  participations.flatMap((participation) => {
    const names = partWords(participation);
    const role = roleWords(participation.role);
    return names === '' ? [] : [t('cda.section.about', { role, names })];
  });

/** Names with the part they had and when; without a name whatever else says who it was. */
function partWords(participation: CdaParticipation): string {
  const { names, organisations, devices, code, time, ids } = participation;
  const named = [
    ...names,
    ...organisations.flatMap((organisation) => organisation.names),
    ...new Set(devices),
  ];
  const part = [codeWords(participation.function), codeWords(code), periodWords(time)];
  const reach = reachLines(participation);
  const numbers = named.length === 0 ? ids.map(idWords) : [];
  return [...named, ...part, ...numbers, ...reach]
    .filter((words): words is string => words !== undefined && words !== '')
    .join(', ');
}
