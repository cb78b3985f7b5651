import type { Chart, ClinicalEntry } from '../charts/chart.ts';
import { templateId } from './code-systems.ts';
import { clinicalDocument } from './header.ts';
import { isWithin, periodOf } from './period.ts';
import { sectionDefinitions, type NarratedEntry, type SectionDefinition } from './sections.ts';
import { timestampOfInstant } from './timestamp.ts';
import { element, lines, type Xml } from './xml.ts';

export interface CcdOptions {
  /** Milliseconds since the epoch, inclusive; absent: from birth. */
  readonly start?: number;
  /** Milliseconds since the epoch, inclusive; absent: up to `now`. */
  readonly end?: number;
  readonly now: number;
}

/** What an empty section says. */
export const noData = 'No data available for this section';

/**
 * A C-CDA R2.1 Continuity of Care Document of the chart: the entries of every clinical section whose date meets the
 * range, and the undated ones. Its service event states the range.
 */
export function generateCcd(chart: Chart, options: CcdOptions): string {
  const born =
    chart.patient.birthDate === undefined ? undefined : periodOf(chart.patient.birthDate)?.start;
  return clinicalDocument(
    chart,
    {
      templates: [['2.16.840.1.113883.10.20.22.1.2', '2015-08-01']],
      id: `ccd-${chart.id}-${options.start ?? 'birth'}-${options.end ?? 'now'}-${options.now}`,
      code: { code: '34133-9', display: 'Summarization of Episode Note' },
      title: 'Continuity of Care Document',
      effectiveTime: timestampOfInstant(options.now),
      low: timestampOfInstant(options.start ?? born ?? 0),
      high: timestampOfInstant(options.end ?? options.now),
    },
    sectionDefinitions.map((definition) => clinicalSection(chart, definition, options)),
  );
}

/** One clinical section over the range; `nullFlavor="NI"` when nothing falls into it. */
export function clinicalSection(
  chart: Chart,
  definition: SectionDefinition,
  range: { readonly start?: number; readonly end?: number },
): Xml {
  const narrated = chart.record[definition.key]
    .filter((entry) => isWithin(entry, range))
    .map((entry, index) => ({ entry, reference: `${definition.key}-${index + 1}` }));
  const heading = [
    templateId(...definition.template),
    element('code', {
      code: definition.loinc,
      codeSystem: '2.16.840.1.113883.6.1',
      codeSystemName: 'LOINC',
      displayName: definition.display,
    }),
    element('title', {}, definition.title),
  ];
  if (narrated.length === 0) {
    return element(
      'section',
      { nullFlavor: 'NI' },
      lines(heading, element('text', {}, noData), ''),
    );
  }
  return element(
    'section',
    {},
    lines(
      heading,
      element('text', {}, narrative(definition, narrated)),
      groups(definition, narrated).map((group) => definition.entry(group)),
      '',
    ),
  );
}

function narrative(definition: SectionDefinition, narrated: readonly NarratedEntry[]): Xml {
  const [first, ...others] = definition.columns;
  return element(
    'table',
    { border: 1, width: '100%' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        definition.columns.map(([heading]) => element('th', {}, heading)),
      ),
    ),
    element(
      'tbody',
      {},
      lines(
        narrated.map(({ entry, reference }) =>
          element(
            'tr',
            {},
            element('td', {}, element('content', { ID: reference }, first?.[1](entry))),
            others.map(([heading, cell]) => element('td', styleOf(heading, entry), cell(entry))),
          ),
        ),
      ),
    ),
  );
}

const styleOf = (heading: string, entry: ClinicalEntry): { styleCode?: string } =>
  heading === 'Flag' && entry.abnormal !== undefined ? { styleCode: 'Bold' } : {};

function groups(
  definition: SectionDefinition,
  narrated: readonly NarratedEntry[],
): readonly (readonly [NarratedEntry, ...NarratedEntry[]])[] {
  const byKey = new Map<string, [NarratedEntry, ...NarratedEntry[]]>();
  for (const one of narrated) {
    const key = definition.groupBy?.(one.entry) ?? one.reference;
    const group = byKey.get(key);
    if (group) group.push(one);
    else byKey.set(key, [one]);
  }
  return [...byKey.values()];
}
