// Vite makes this address.
import cdaWorkerUrl from '../../cda/cda.worker.ts?worker&url';
import { createTrustedWorker } from '../trusted-worker.ts';

/** A worker that has read its document to the end and keeps nothing of it. */
let idle: Worker | undefined;

/** A worker for one document: the idle one, whose code is compiled already, or a new one. */
export function takeCdaWorker(): Worker {
  const worker = idle ?? createTrustedWorker(cdaWorkerUrl);
  idle = undefined;
  return worker;
}

/** Gives back a worker that has answered `end`; any other is to be terminated. */
export function returnCdaWorker(worker: Worker): void {
  if (idle === undefined) idle = worker;
  else worker.terminate();
}
