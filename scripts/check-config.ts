/**
 * Tells what is wrong with a configuration, in words, before a patient's chart does.
 *
 *   npm run check-config                                          public/config.json
 *   npm run check-config -- --config FILE or URL
 *   npm run check-config -- --site https://app.example.org/viewer/     also the headers that the site sends
 *   npm run check-config -- … --discover                               also asks each FHIR server
 *
 * Each finding is a line `error|warning  path  sentence`. The exit code is 1 when there is an error, else 0.
 */
import { parseArgs } from 'node:util';
import { checkAll } from './check-config/check-all.ts';
import { lineOf, summaryOf } from './check-config/finding.ts';

function optionsGiven() {
  try {
    const { values } = parseArgs({
      options: {
        config: { type: 'string' },
        site: { type: 'string' },
        discover: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    return undefined;
  }
}

const options = optionsGiven();
if (options === undefined) process.exitCode = 1;
else {
  const { source, findings } = await checkAll({ ...options, patience: 10_000 });
  console.log(source);
  for (const finding of findings) console.log(lineOf(finding));
  console.log(summaryOf(findings));
  if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;
}
