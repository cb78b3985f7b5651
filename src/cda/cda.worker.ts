/** Worker entry: chunks in, parsed events out. */
import { createCdaParser, type CdaParser } from './parse-cda.ts';
import type { CdaEvent, CdaWorkerRequest } from './cda-worker-protocol.ts';

let parser: CdaParser | undefined;

addEventListener('message', (message: MessageEvent<CdaWorkerRequest>) => {
  const request = message.data;
  switch (request.kind) {
    case 'start': {
      const { charset } = request;
      parser = createCdaParser(
        { now: () => performance.now(), ...(charset === undefined ? {} : { charset }) },
        (event: CdaEvent) => postMessage(event),
      );
      break;
    }
    case 'bytes':
      parser?.write(request.bytes);
      break;
    case 'end':
      parser?.end();
      break;
  }
});
