import type { Server } from 'node:http';

/** Lets `server` listen on `host` at `port`, or at the next free one above it; returns the port taken. */
export async function listenFrom(
  server: Server,
  port: number,
  host = '127.0.0.1',
): Promise<number> {
  for (let candidate = port; candidate < port + 100; candidate += 1) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      const onError = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE') resolve(true);
        else reject(error);
      };
      server.once('error', onError);
      server.listen(candidate, host, () => {
        server.off('error', onError);
        resolve(false);
      });
    });
    if (!taken) return candidate;
  }
  throw new Error(`No free port between ${port} and ${port + 99}.`);
}
