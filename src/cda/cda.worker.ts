/** Worker entry: chunks in, parsed events out. It is used for one document after the other and keeps none. */
import type { CdaEvent } from './cda-document.ts';
import { createCdaParser, type CdaParser } from './parse-cda.ts';
import type { CdaWorkerAnswer, CdaWorkerRequest } from './cda-worker-protocol.ts';
import { splitSection } from './split-section.ts';

let parser: CdaParser | undefined;

const answer = (message: CdaWorkerAnswer): void => postMessage(message);

function emit(event: CdaEvent): void {
  if (event.kind !== 'section') {
    answer(event);
    return;
  }
  const { section, batches, counts } = splitSection(event.section);
  for (const batch of batches) answer({ kind: 'batch', batch });
  answer({ kind: 'section', section, counts });
}

addEventListener('message', (message: MessageEvent<CdaWorkerRequest>) => {
  const request = message.data;
  switch (request.kind) {
    case 'start': {
      const { charset } = request;
      parser = createCdaParser(
        { now: () => performance.now(), ...(charset === undefined ? {} : { charset }) },
        emit,
      );
      break;
    }
    case 'bytes':
      parser?.write(request.bytes);
      answer({ kind: 'taken' });
      break;
    case 'end':
      parser?.end();
      parser = undefined;
      break;
  }
});
