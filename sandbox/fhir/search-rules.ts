import { err, ok, type Result } from '../../src/shared/result.ts';
import type { ChartDocument, ChartEncounter } from '../charts/chart.ts';
import type { Rejected } from './answers.ts';

/** Every parameter that a search knows, with how often it may be given. */
export type ParameterTable = Readonly<Record<string, number>>;

/** A search that keeps the rules. */
export interface Query<T> {
  /** Whose; undefined when asked by `_id` alone. */
  readonly patientId: string | undefined;
  readonly count: number;
  readonly matches: (item: T) => boolean;
}

/** The rules of one search of one version. */
export interface SearchRule<T> {
  readonly parameters: ParameterTable;
  read(params: URLSearchParams): Result<Query<T>, Rejected>;
}

/** What both versions say of one resource type each. */
export interface VersionRules {
  readonly diagnosticReport: SearchRule<ChartDocument>;
  readonly documentReference: SearchRule<ChartDocument>;
  readonly encounter: SearchRule<ChartEncounter>;
}

const defaultCount = 10;
const maximumCount = 100;

/** Refuses what the table does not name; a search without any known parameter gets plain text. */
export function checkNames(
  params: URLSearchParams,
  table: ParameterTable,
): Result<undefined, Rejected> {
  const names = [...new Set(params.keys())];
  if (!names.some((name) => name in table)) {
    return err({ as: 'text', text: 'no supported search parameters provided' });
  }
  for (const name of names) {
    const limit = Object.hasOwn(table, name) ? table[name] : undefined;
    if (limit === undefined) return err(refused('not-supported', name, 'is not supported'));
    const given = params.getAll(name);
    if (given.length > limit) return err(refused('invalid', name, `may be given ${limit} time(s)`));
    if (given.includes('')) return err(refused('value', name, 'is empty'));
  }
  return ok(undefined);
}

export function refused(
  code: 'required' | 'invalid' | 'value' | 'not-supported' | 'business-rule',
  name: string,
  what: string,
): Rejected {
  return { as: 'outcome', code, text: `${name} ${what}`, location: name };
}

/** `_count`: 10 unless given, never above 100. */
export function readCount(params: URLSearchParams): Result<number, Rejected> {
  const value = params.get('_count');
  if (value === null) return ok(defaultCount);
  if (!/^[1-9]\d{0,8}$/.test(value))
    return err(refused('value', '_count', 'is not a number above 0'));
  return ok(Math.min(Number(value), maximumCount));
}

/** Whose search it is: `patient=ID`, `subject=Patient/ID` or `subject:Patient=ID`, exactly one of them. */
export function readPatientId(params: URLSearchParams): Result<string, Rejected> {
  const patient = params.get('patient')?.replace(/^Patient\//, '');
  const subject = params.get('subject');
  const typed = params.get('subject:Patient') ?? undefined;
  if (subject !== null && !subject.startsWith('Patient/')) {
    return err(refused('value', 'subject', 'must be Patient/ID'));
  }
  const given = [patient, subject?.slice('Patient/'.length), typed].filter(
    (id) => id !== undefined,
  );
  const [id] = given;
  if (id === undefined) return err(refused('required', 'patient', 'is required'));
  if (given.length > 1) return err(refused('invalid', 'patient', 'is given twice'));
  return ok(id);
}

/** `_id` alone: the only search that names no patient. */
export function readIdAlone<T extends { readonly id: string }>(
  params: URLSearchParams,
): Result<Query<T>, Rejected> {
  if ([...params.keys()].length > 1) {
    return err(refused('business-rule', '_id', 'may not be combined with other parameters'));
  }
  const ids = (params.get('_id') ?? '').split(',');
  return ok({
    patientId: undefined,
    count: defaultCount,
    matches: (item) => ids.includes(item.id),
  });
}

/** Whether an encounter parameter (`ID` or `Encounter/ID`) was not given or names this one. */
export function matchesEncounter(
  params: URLSearchParams,
  encounterId: string | undefined,
): boolean {
  const wanted = params.get('encounter')?.replace(/^Encounter\//, '');
  return wanted === undefined || wanted === encounterId;
}
