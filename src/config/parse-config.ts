import { isRecord } from '../shared/json.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { asDemoAddress, asFrameAncestor } from './config-addresses.ts';
import { ConfigReader, listOf, listOfObjects, minutes, text } from './config-reader.ts';
import type { Check } from './config-reader.ts';
import type { Config, ConfigError, ConfigProblem } from './config.ts';
import { readIssuer } from './parse-issuer.ts';

/**
 * `config.json` as parsed JSON → a Config with its defaults, or every problem with the key's path. Unknown
 * keys are problems too: a misspelt `authOrigin` must not silently mean the default.
 */
export function parseConfig(json: unknown): Result<Config, ConfigError> {
  const problems: ConfigProblem[] = [];
  if (!isRecord(json)) {
    const problem = { kind: 'wrongType', expected: 'an object' } as const;
    return err({ kind: 'invalid', problems: [{ key: 'config.json', problem }] });
  }
  const reader = new ConfigReader(json, '', problems);
  const config: Config = {
    version: reader.optional('version', versionOne, 1),
    issuers: reader.optional('issuers', listOfObjects(readIssuer), []),
    frameAncestors: reader.optional(
      'frameAncestors',
      listOf(text('an origin: https://host', asFrameAncestor)),
      [],
    ),
    demo: reader.optional('demo', demo, false),
    locale: reader.optional('locale', text('a language tag: en, de-CH', asLanguageTag), 'en'),
    texts: reader.optional('texts', sentences, {}),
    idleLockMinutes: reader.optional('idleLockMinutes', minutes, 0),
    graceMinutes: reader.nested('graceMinutes', (nested) => ({
      ehr: nested.optional('ehr', minutes, 15),
      standalone: nested.optional('standalone', minutes, 2),
    })),
  };
  reader.refuseUnknownKeys();
  return problems.length === 0 ? ok(config) : err({ kind: 'invalid', problems });
}

const versionOne: Check<1> = (value) =>
  value === 1 ? { value } : { problem: { kind: 'wrongValue', expected: '1' } };

const demo: Check<false | string> = (value, key, problems) =>
  value === false ? { value } : text('false, or an address', asDemoAddress)(value, key, problems);

const sentences: Check<Readonly<Record<string, string>>> = (value) => {
  const wrong = {
    problem: { kind: 'wrongType', expected: 'an object of sentences by key' },
  } as const;
  if (!isRecord(value)) return wrong;
  const texts: Record<string, string> = {};
  for (const [key, sentence] of Object.entries(value)) {
    if (typeof sentence !== 'string') return wrong;
    texts[key] = sentence;
  }
  return { value: texts };
};

function asLanguageTag(value: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
}
