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
  type Query,
  type SearchRule,
  type VersionRules,
} from '../search-rules.ts';

type Dates = Result<readonly DateParameter[], Rejected>;

/** Builds a rule of: known names, a patient, dates of one parameter, a count. */
function rule<T extends { readonly id: string }>(options: {
  parameters: Record<string, number>;
  dates: (params: URLSearchParams) => Dates;
  dateOf: (item: T) => string | undefined;
  encounterOf: (item: T) => string | undefined;
}): SearchRule<T> {
  return {
    parameters: options.parameters,
    read(params): Result<Query<T>, Rejected> {
      const names = checkNames(params, options.parameters);
      if (!names.ok) return names;
      if (params.has('_id')) return readIdAlone(params);
      const patientId = readPatientId(params);
      if (!patientId.ok) return patientId;
      const dates = options.dates(params);
      if (!dates.ok) return dates;
      const count = readCount(params);
      if (!count.ok) return count;
      return ok({
        patientId: patientId.value,
        count: count.value,
        matches: (item) =>
          dates.value.every((date) => matchesDate(options.dateOf(item), date)) &&
          matchesEncounter(params, options.encounterOf(item)),
      });
    },
  };
}

/** One `date`: `ge`. Two: `ge` and `lt` (not `le`). */
function readReportDates(params: URLSearchParams): Dates {
  const dates = readDateParameters(params, 'date');
  if (!dates.ok || dates.value.length === 0) return dates;
  const given = prefixesOf(dates.value);
  if (given === 'ge' || given === 'ge lt') return dates;
  return err(invalidDate('date', 'takes ge once, or ge and lt'));
}

/** `created` is given twice or not at all: `ge` and `le`, not equal, a time on both or on none. */
function readCreated(params: URLSearchParams): Dates {
  const dates = readDateParameters(params, 'created');
  if (!dates.ok || dates.value.length === 0) return dates;
  const [first, second] = dates.value;
  if (!first || !second || prefixesOf(dates.value) !== 'ge le') {
    return err(invalidDate('created', 'must be given twice, once with ge and once with le'));
  }
  if (first.hasTime !== second.hasTime) {
    return err(invalidDate('created', 'must have a time on both values or on none'));
  }
  if (first.low === second.low) return err(invalidDate('created', 'values must not be equal'));
  return dates;
}

function prefixesOf(dates: readonly DateParameter[]): string {
  return dates
    .map((date) => date.prefix)
    .sort()
    .join(' ');
}

/** The searches of the DSTU2 pages, with their date rules. */
export const dstu2Rules: VersionRules = {
  diagnosticReport: rule<ChartDocument>({
    parameters: { patient: 1, 'subject:Patient': 1, subject: 1, date: 2, _count: 1 },
    dates: readReportDates,
    dateOf: (report) => report.date ?? report.filed,
    encounterOf: (report) => report.encounterId,
  }),
  documentReference: rule<ChartDocument>({
    parameters: { _id: 1, patient: 1, subject: 1, created: 2, encounter: 1, _count: 1 },
    dates: readCreated,
    dateOf: (document) => document.date ?? document.filed,
    encounterOf: (document) => document.encounterId,
  }),
  encounter: rule<ChartEncounter>({
    parameters: { _id: 1, patient: 1, subject: 1, 'subject:Patient': 1, date: 2, _count: 1 },
    dates: (params) => readDateParameters(params, 'date'),
    dateOf: (encounter) => encounter.start,
    encounterOf: () => undefined,
  }),
};
