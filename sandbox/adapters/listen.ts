import type { Server } from 'node:http';

/** A client that reuses a connection in the moment the server closes it sees it reset: longer than any test. */
const KEEP_ALIVE_MS = 120_000;

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 and, where the machine has it, on ::1, on the first port from `from` on that is free on
 * both. `localhost` may mean either address.
 */
export async function listenOnLoopback(makeServer: () => Server, from: number): Promise<Listening> {
  for (let port = from; port < from + 1000; port += 1) {
    const first = await listen(makeServer(), port, '127.0.0.1');
    if (typeof first === 'string') continue;
    const second = await listen(makeServer(), port, '::1');
    if (second === 'taken') {
      await close(first);
      continue;
    }
    const servers = second === 'absent' ? [first] : [first, second];
    return {
      port,
      close: async () => {
        await Promise.all(servers.map(close));
      },
    };
  }
  throw new Error(`No free port from ${from} on`);
}

function listen(server: Server, port: number, host: string): Promise<Server | 'taken' | 'absent'> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (host === '::1') resolve('absent');
      else reject(error);
    });
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.listen(port, host, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
