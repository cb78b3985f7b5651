/** What the parser lets through outside of the issuers: framing, times, language, sentences. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Config } from '../../src/config/config.ts';
import { isRecord } from '../../src/shared/json.ts';
import { error, warning, type Finding } from './finding.ts';
import { nearest } from './known-keys.ts';

const day = 24 * 60;
const catalogues = join(import.meta.dirname, '../../src/messages');

export function pageFindings(config: Config): readonly Finding[] {
  return [
    ...framingFindings(config),
    ...timeFindings(config),
    ...languageFindings(config),
    ...textFindings(config),
  ];
}

function framingFindings({ frameAncestors, issuers }: Config): readonly Finding[] {
  const isFramed = issuers.some(({ launch, mpages }) => launch.includes('ehr') && !mpages);
  if (isFramed && frameAncestors.length === 0) {
    return [
      warning(
        'frameAncestors',
        'is empty: an EHR that shows the app in a frame gets an empty one; list its origin, unless it opens a window of its own.',
      ),
    ];
  }
  return frameAncestors.flatMap((ancestor, index) => {
    const path = `frameAncestors[${index}]`;
    const parent = /^https:\/\/\*\.([^:]+)/.exec(ancestor)?.[1];
    if (parent === undefined) return [];
    return [
      warning(
        path,
        `lets every host below ${parent} frame the app; list the EHR's own where they are known.`,
      ),
    ];
  });
}

function timeFindings({ idleLockMinutes, graceMinutes }: Config): readonly Finding[] {
  const findings: Finding[] = [];
  if (idleLockMinutes > 0 && idleLockMinutes < 1) {
    findings.push(
      warning(
        'idleLockMinutes',
        `closes a chart after ${Math.round(idleLockMinutes * 60)} seconds, while somebody reads it; the unit is minutes.`,
      ),
    );
  }
  if (idleLockMinutes > day) {
    findings.push(
      warning(
        'idleLockMinutes',
        'is more than a day: nobody would be locked out; the unit is minutes.',
      ),
    );
  }
  for (const way of ['ehr', 'standalone'] as const) {
    if (graceMinutes[way] > 60) {
      findings.push(
        warning(
          `graceMinutes.${way}`,
          'leaves a document on screen for more than an hour after the session is over; the unit is minutes.',
        ),
      );
    }
  }
  return findings;
}

function languageFindings({ locale }: Config): readonly Finding[] {
  const languages = readdirSync(catalogues, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return languages.includes(locale)
    ? []
    : [
        warning(
          'locale',
          `is "${locale}", which this app has no words in; it stays English. It knows ${languages.join(', ')}.`,
        ),
      ];
}

function textFindings({ texts }: Config): readonly Finding[] {
  const known = Object.keys(texts).length === 0 ? [] : catalogueKeys();
  return Object.entries(texts).flatMap(([key, sentence]) => {
    const path = `texts.${key}`;
    if (!known.includes(key)) {
      const meant = nearest(key, known);
      return [
        warning(
          path,
          `is no sentence of this app${meant === undefined ? '; take it out.' : `; did you mean "${meant}"?`}`,
        ),
      ];
    }
    const reason = refusalOf(sentence);
    return reason === undefined
      ? []
      : [error(path, `is no ICU message (${reason}); it would be shown with its braces.`)];
  });
}

/** The compiler gives what it cannot read back as it is, and tells the console why. */
function refusalOf(sentence: string): string | undefined {
  const { error: tell } = console;
  let reason: string | undefined;
  console.error = (words: unknown) => {
    reason = String(words).split('\n', 1)[0];
  };
  try {
    compileMessage(sentence);
  } finally {
    console.error = tell;
  }
  return reason;
}

/** The keys of every sentence, from the English files, which are the measure. */
function catalogueKeys(): readonly string[] {
  const folder = join(catalogues, 'en');
  return readdirSync(folder).flatMap((name) => {
    const json: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return isRecord(json) ? Object.keys(json) : [];
  });
}
