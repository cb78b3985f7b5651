import { err, ok, type Result } from '../../../src/shared/result.ts';
import type { ChartDocument, ChartEncounter } from '../../charts/chart.ts';
import type { Rejected } from '../answers.ts';
import {
  type DateParameter,
  invalidDate,
  matchesDate,
  readDateParameters,
} from '../date-parameter.ts';
import {
  checkNames,
  matchesEncounter,
  readCount,
  readIdAlone,
  readPatientId,
  refused,
  type ParameterTable,
  type Query,
  type SearchRule,
  type VersionRules,
} from '../search-rules.ts';
import { matchesToken, type Token } from '../token-parameter.ts';
import { categoryOf, codingOf } from './document-codes.ts';

type Dates = Result<readonly DateParameter[], Rejected>;

/** How one parameter is compared with an item. */
interface Comparison<T> {
  readonly dates: Readonly<Record<string, (item: T) => string | undefined>>;
  readonly tokens: Readonly<Record<string, (item: T) => readonly Token[]>>;
  readonly encounterOf: (item: T) => string | undefined;
}

function rule<T extends { readonly id: string }>(
  parameters: ParameterTable,
  comparison: Comparison<T>,
): SearchRule<T> {
  return {
    parameters,
    read(params): Result<Query<T>, Rejected> {
      const names = checkNames(params, parameters);
      if (!names.ok) return names;
      if (params.has('_id')) return readIdAlone(params);
      const patientId = readPatientId(params);
      if (!patientId.ok) return patientId;
      const given = Object.keys(comparison.dates).filter((name) => params.has(name));
      if (given.length > 1) {
        return err(refused('business-rule', given.join(' and '), 'may not be combined'));
      }
      const [name] = given;
      const dates: Dates = name === undefined ? ok([]) : readDates(params, name);
      if (!dates.ok) return dates;
      if (params.has('_revinclude') && params.get('_revinclude') !== 'Provenance:target') {
        return err(refused('not-supported', '_revinclude', 'must be Provenance:target'));
      }
      const count = readCount(params);
      if (!count.ok) return count;
      const dateOf = name === undefined ? undefined : comparison.dates[name];
      return ok({
        patientId: patientId.value,
        count: count.value,
        matches: (item) =>
          dates.value.every((date) => matchesDate(dateOf?.(item), date)) &&
          matchesEncounter(params, comparison.encounterOf(item)) &&
          Object.entries(comparison.tokens).every(([name, tokensOf]) => {
            const wanted = params.get(name);
            return wanted === null || matchesToken(wanted, tokensOf(item));
          }),
      });
    },
  };
}

/** `period`: `ge` and `lt`. Others: one of any prefix, or `ge`/`gt` and `le`/`lt`, then with a time on both. */
function readDates(params: URLSearchParams, name: string): Dates {
  const dates = readDateParameters(params, name);
  if (!dates.ok) return dates;
  const [first, second] = [...dates.value].sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
  const prefixes = `${first?.prefix ?? ''} ${second?.prefix ?? ''}`;
  if (name === 'period') {
    return prefixes === 'ge lt'
      ? dates
      : err(invalidDate(name, 'must be given twice, once with ge and once with lt'));
  }
  if (second === undefined) return dates;
  if (!/^g[et] l[et]$/.test(prefixes)) {
    return err(invalidDate(name, 'given twice takes ge or gt and le or lt'));
  }
  if (!first?.hasTime || !second.hasTime) {
    return err(invalidDate(name, 'given twice must have a time on both values'));
  }
  return dates;
}

const common: ParameterTable = {
  _id: 1,
  patient: 1,
  subject: 1,
  'subject:Patient': 1,
  date: 2,
  _lastUpdated: 2,
  _revinclude: 1,
  _count: 1,
};

const filedOrDated = (document: ChartDocument): string | undefined =>
  document.filed ?? document.date;

/** The searches of the R4 pages. */
export const r4Rules: VersionRules = {
  diagnosticReport: rule<ChartDocument>(
    {
      ...common,
      category: 1,
      code: 1,
      encounter: 1,
    },
    {
      dates: { date: (report) => report.date ?? report.filed, _lastUpdated: filedOrDated },
      tokens: { category: categoryOf, code: codingOf },
      encounterOf: (report) => report.encounterId,
    },
  ),
  documentReference: rule<ChartDocument>(
    {
      ...common,
      period: 2,
      category: 1,
      type: 1,
      encounter: 1,
    },
    {
      dates: {
        date: filedOrDated,
        period: (document) => document.date,
        _lastUpdated: filedOrDated,
      },
      tokens: { category: categoryOf, type: codingOf },
      encounterOf: (document) => document.encounterId,
    },
  ),
  encounter: rule<ChartEncounter>(common, {
    dates: { date: (encounter) => encounter.start, _lastUpdated: (encounter) => encounter.start },
    tokens: {},
    encounterOf: () => undefined,
  }),
};
