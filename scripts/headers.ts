/** Prints the response headers that a configuration demands, as fragments for nginx, Apache, Caddy and IIS. */
import { readFile } from 'node:fs/promises';
import { parseConfig } from '../src/config/parse-config.ts';
import { serverExample, serverNames } from './server-examples.ts';

const [file = 'public/config.json', only] = process.argv.slice(2);
const parsed = parseConfig(JSON.parse(await readFile(file, 'utf8')));
if (parsed.ok) {
  for (const server of serverNames) {
    if (only !== undefined && only !== server) continue;
    console.log(`## ${server}\n\n${serverExample(server, parsed.value)}`);
  }
} else {
  console.error(`${file} is not a configuration:`, JSON.stringify(parsed.error, undefined, 2));
  process.exitCode = 1;
}
