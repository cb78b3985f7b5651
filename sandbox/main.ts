/** Runs the sandbox by itself for development: `tsx sandbox/main.ts --app http://127.0.0.1:5173/ [--folder PATH]`. */
import { parseArgs } from 'node:util';
import { startSandbox } from './adapters/node.ts';

const { values } = parseArgs({
  options: {
    app: { type: 'string', default: 'http://127.0.0.1:5173/' },
    folder: { type: 'string' },
  },
});
const running = await startSandbox({
  appUrl: values.app,
  ...(values.folder === undefined ? {} : { folder: values.folder }),
});
console.log(`EHR page: ${running.origins.ehr}/`);
console.log(JSON.stringify(running.config, undefined, 2));
