import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Starts workers that share the port, and waits until they have ended. A worker that crashes is replaced.
 *
 * @param address where they listen. Port 0 is replaced by a free port first: were it left to the workers,
 * those that start after the only listening one has crashed would get another, unknown port.
 */
export async function runWorkers(count: number, address: Address): Promise<void> {
  const port = address.port === 0 ? await freePort(address.host) : address.port;
  if (port !== undefined) process.env['MOCK_WORKER_PORT'] = String(port);
  return new Promise((resolve) => {
    let running = count;
    let isStopping = false;
    let hasReported = false;
    const listening = new Set<number>();
    const stop = (): void => {
      isStopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.kill('SIGTERM');
    };
    onStop(stop);
    cluster.on('listening', (worker) => listening.add(worker.id));
    cluster.on('message', (_worker, message: unknown) => {
      if (!hasReported && typeof message === 'string') process.stderr.write(message);
      hasReported = true;
    });
    cluster.on('exit', (worker, code, signal) => {
      // A worker that ended by itself before it listened would fail again; one that was killed would not.
      if (!isStopping && (signal || listening.has(worker.id))) {
        process.stderr.write(
          `Worker ${worker.process.pid} ended (${signal ?? `exit code ${code}`}); another one takes its place.\n`,
        );
        cluster.fork({ MOCK_WORKER_SILENT: '1' });
        return;
      }
      running -= 1;
      // One that was interrupted while it started has not failed.
      if (!isStopping && code !== 0 && code !== null) {
        process.exitCode = code;
        stop();
      }
      if (running === 0) resolve();
    });
    for (let index = 0; index < count; index += 1)
      cluster.fork(index === 0 ? {} : { MOCK_WORKER_SILENT: '1' });
  });
}

interface Address {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
}

/** A port that is free now; none when the host cannot be listened on, which the workers report. */
async function freePort(host = '127.0.0.1'): Promise<number | undefined> {
  const server = createServer();
  try {
    await once(server.listen(0, host), 'listening');
    const address = server.address();
    return typeof address === 'object' ? address?.port : undefined;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}

/** The port that the primary process has chosen for its workers. */
export function workerPort(): number | undefined {
  const port = process.env['MOCK_WORKER_PORT'];
  return cluster.isWorker && port !== undefined ? Number(port) : undefined;
}

/** Whether another process prints the output that is the same for all workers. */
export function isSilentWorker(): boolean {
  return cluster.isWorker && process.env.MOCK_WORKER_SILENT === '1';
}

/** Calls back on the first Ctrl-C or SIGTERM. Later ones are ignored, so that requests in flight can finish. */
export function onStop(stop: () => void): void {
  let isStopping = false;
  const once = (): void => {
    if (!isStopping) stop();
    isStopping = true;
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
}
