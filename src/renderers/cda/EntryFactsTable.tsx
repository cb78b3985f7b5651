import type { EntryFact } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import { periodWords } from './hl7-time.ts';
import { codeWords } from './null-words.ts';

interface EntryFactsTableProps {
  readonly facts: readonly EntryFact[];
  readonly title: string;
}

/** What the coded entries say, for a section whose author wrote no text. */
export function EntryFactsTable({ facts, title }: EntryFactsTableProps) {
  const name = t('cda.facts.caption', { title });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="cda-table-scroll" role="group" aria-label={name} tabIndex={0}>
      <table className="cda-table">
        <thead>
          <tr>
            <th scope="col">{t('cda.facts.what')}</th>
            <th scope="col">{t('cda.facts.value')}</th>
            <th scope="col">{t('cda.facts.time')}</th>
            <th scope="col">{t('cda.facts.status')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact, index) => (
            <FactRow key={index} fact={fact} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FactRow({ fact }: { readonly fact: EntryFact }) {
  const what = codeWords(fact.code) ?? fact.element;
  return (
    <tr>
      <td className={`cda-level-${Math.min(fact.level, 4)}`}>
        {fact.negated ? t('cda.facts.negated', { text: what }) : what}
      </td>
      <td>{fact.values.join('; ')}</td>
      <td>{periodWords(fact.time)}</td>
      <td>{fact.status}</td>
    </tr>
  );
}
