import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that `start` needs is in use. */
export class BusyPort extends Error {
  override name = 'BusyPort';
}

/**
 * Makes sure that a port is available before spending a minute on the build.
 *
 * @throws {BusyPort} naming the port, and the option that changes it.
 */
export async function assertFree(host: string, port: number, option: string): Promise<void> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new BusyPort(busyLine(port, option, error));
  }
  server.close();
  await once(server, 'close');
}

function busyLine(port: number, option: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : String(error);
  const reason = code === 'EADDRINUSE' ? 'is busy' : `cannot be listened on (${code})`;
  return `Port ${port} ${reason}. Choose another: pnpm start ${option} <port>`;
}
