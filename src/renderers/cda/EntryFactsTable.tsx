import type { EntryFact } from '../../cda/cda-document.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
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
  const what = factWords(fact);
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

const ELEMENTS: ReadonlyMap<string, MessageKey> = new Map([
  ['act', 'cda.element.act'],
  ['encounter', 'cda.element.encounter'],
  ['observation', 'cda.element.observation'],
  ['observationMedia', 'cda.element.observationMedia'],
  ['organizer', 'cda.element.organizer'],
  ['procedure', 'cda.element.procedure'],
  ['regionOfInterest', 'cda.element.observationMedia'],
  ['substanceAdministration', 'cda.element.substanceAdministration'],
  ['supply', 'cda.element.supply'],
]);

/** What the statement is about; HL7's "assertion" says only that the value says it. */
function factWords({ code, element }: EntryFact): string {
  const words = code?.code === 'ASSERTION' ? undefined : codeWords(code);
  const key = ELEMENTS.get(element);
  return words ?? (key === undefined ? element : t(key));
}
