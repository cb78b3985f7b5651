import { t } from '../../messages/messages.ts';
import type { CdaHeader } from '../../cda/cda-header.ts';
import type { MatchResult } from '../../match/match-result.ts';
import { documentTitle } from '../../model/document-words.ts';
import { printHeader } from '../print-header.ts';
import type { RendererProps } from '../renderer.ts';
import { periodWords } from './hl7-time.ts';
import { identityWords } from './identity-words.ts';
import { codeWords } from './null-words.ts';

export interface RunningParts extends Pick<RendererProps, 'document' | 'patient'> {
  readonly header: CdaHeader | undefined;
  readonly verdict: MatchResult['verdict'] | undefined;
}

/**
 * The head of every printed page: whose document it is, and which. What the chart says of its patient stands there
 * only where the document plainly is that patient's; otherwise whom the document names.
 */
export function runningLines({
  header,
  document,
  patient,
  verdict,
}: RunningParts): readonly string[] {
  const [whoOfChart = '', what = ''] = printHeader(document, patient);
  const named = header?.patients[0];
  const who = named === undefined || verdict === 'same' ? whoOfChart : whoOfDocument(named);
  const own = header?.title ?? codeWords(header?.code);
  const made = periodWords(header?.effectiveTime);
  const parts = [
    what,
    own === documentTitle(document) ? undefined : own,
    made === undefined ? undefined : t('cda.print.made', { date: made }),
  ];
  return [who, parts.filter((part) => part !== undefined && part !== '').join(' · ')];
}

function whoOfDocument({ identity, ids }: CdaHeader['patients'][number]): string {
  const id = ids.find(({ extension }) => extension !== undefined)?.extension;
  return [
    t('cda.print.patient', { identity: identityWords(identity) }),
    id === undefined ? undefined : t('cda.print.id', { value: id }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
