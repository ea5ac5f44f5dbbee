import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A port that `start` needs is in use. */
export class BusyPort extends Error {
  override name = 'BusyPort';
}

/**
 * Makes sure that ports are available before spending a minute on the build, and replaces 0 by a free port.
 *
 * @param ports by the name of the server, such as `mock`, whose option is `--mock-port`
 * @throws {BusyPort} naming the port, and the option that changes it.
 */
export async function choosePorts<Name extends string>(
  host: string,
  ports: Readonly<Record<Name, number>>,
): Promise<Record<Name, number>> {
  // All are held until the last one is known, so that no two servers get the same one.
  await using held = new AsyncDisposableStack();
  const chosen: Record<string, number> = { ...ports };
  for (const name of Object.keys(ports) as Name[]) {
    const server = held.use(createServer());
    try {
      await once(server.listen(ports[name], host), 'listening');
    } catch (error) {
      throw new BusyPort(busyLine(ports[name], `--${name}-port`, error));
    }
    ({ port: chosen[name] } = server.address() as AddressInfo); // it listens on a port, not on a pipe
  }
  return chosen as Record<Name, number>; // it has the names of `ports`
}

function busyLine(port: number, option: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : String(error);
  const reason = code === 'EADDRINUSE' ? 'is busy' : `cannot be listened on (${code})`;
  return `Port ${port} ${reason}. Choose another: pnpm start ${option} <port>`;
}
