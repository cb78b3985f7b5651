/** Which columns fit the entries of a section without narrative: by its code, else the general ones. */
import type { CdaSection, EntryDetail, EntryFact } from '../../cda/cda-document.ts';
import type { MessageKey } from '../../messages/messages.ts';

export type FactColumn = 'what' | 'value' | 'time' | 'status' | 'more' | EntryDetail;

export interface FactLayout {
  /** Heading of the first column. */
  readonly what: MessageKey;
  readonly columns: readonly FactColumn[];
  /** The value says what it is about (problems, allergies); the code only of which kind. */
  readonly named: 'code' | 'value' | 'material';
}

const general: FactLayout = {
  what: 'cda.facts.what',
  columns: ['what', 'value', 'time', 'status'],
  named: 'code',
};

/** LOINC codes of the sections, the ones with required entries included. */
const layouts: readonly (readonly [readonly string[], FactLayout])[] = [
  [['48765-2'], { what: 'cda.facts.allergy', columns: ['what', 'value', 'reaction', 'severity', 'time', 'status'], named: 'material' }],
  [['10160-0', '10183-2', '42346-7', '29549-3'], { what: 'cda.facts.medication', columns: ['what', 'dose', 'route', 'frequency', 'time', 'status'], named: 'material' }],
  [['11450-4', '46241-6', '11535-2', '11348-0'], { what: 'cda.facts.problem', columns: ['what', 'time', 'status'], named: 'value' }],
  [['30954-2'], { what: 'cda.facts.result', columns: ['what', 'value', 'range', 'interpretation', 'time', 'status'], named: 'code' }],
  [['8716-3'], { what: 'cda.facts.vital', columns: ['what', 'value', 'interpretation', 'time', 'status'], named: 'code' }],
  [['11369-6'], { what: 'cda.facts.immunization', columns: ['what', 'dose', 'route', 'lot', 'time', 'status'], named: 'material' }],
  [['47519-4', '29554-3', '59772-4'], { what: 'cda.facts.procedure', columns: ['what', 'value', 'site', 'performer', 'time', 'status'], named: 'code' }],
  [['46240-8'], { what: 'cda.facts.encounter', columns: ['what', 'performer', 'location', 'time', 'status'], named: 'code' }],
  [['18776-5', '61146-7'], { what: 'cda.facts.plan', columns: ['what', 'value', 'time', 'status'], named: 'code' }],
  [['29762-2'], { what: 'cda.facts.social', columns: ['what', 'value', 'time', 'status'], named: 'code' }],
]; // prettier-ignore

/** The layout for a section's facts: columns in which nothing stands are left out, what fits none stands under "more". */
export function factLayout({ code, facts }: Pick<CdaSection, 'code' | 'facts'>): FactLayout {
  const layout =
    layouts.find(([codes]) => code?.code !== undefined && codes.includes(code.code))?.[1] ??
    general;
  const columns = layout.columns.filter(
    (column) => column === 'what' || facts.some((fact) => isSaid(fact, column)),
  );
  const more = facts.some((fact) => detailsBeside(fact, columns).length > 0);
  return { ...layout, columns: more ? [...columns, 'more'] : columns };
}

function isSaid(fact: EntryFact, column: FactColumn): boolean {
  if (column === 'value') return fact.values.length + fact.materials.length > 0;
  if (column === 'time') return fact.time !== undefined;
  if (column === 'status') return fact.status !== undefined;
  return column !== 'what' && column !== 'more' && fact.details[column] !== undefined;
}

/** What a fact says that no column shows. */
export function detailsBeside(
  fact: EntryFact,
  columns: readonly FactColumn[],
): readonly (readonly [FactColumn, readonly string[]])[] {
  return [
    ...(columns.includes('value') ? [] : [['value', fact.values] as const]),
    ...Object.entries(fact.details)
      .map(([name, lines]) => [name as EntryDetail, lines] as const)
      .filter(([name]) => !columns.includes(name)),
  ].filter(([, lines]) => lines.length > 0);
}
