import type { AddressInfo } from 'node:net';
import { Mock } from './mock.ts';
import type { LoggedRequest, MockOptions } from './options.ts';
import { createServerLane, type EngineChoice } from './prism/lane.ts';
import { createMockServer } from './server/serve.ts';

/** Where a mock's server listens, beside how it answers. */
export interface StartOptions extends MockOptions {
  /** 0 for any free one. @default 4010 */
  port?: number;
  /** @default '127.0.0.1', which only this machine can reach */
  host?: string;
  /** `prism` sends every request through all of Prism, which is slower and answers the same. @default 'fast' */
  engine?: EngineChoice;
}

/** A mock that listens. */
export interface RunningMock extends AsyncDisposable, Disposable {
  /** Its address, such as `http://127.0.0.1:4010`. */
  url: string;
  /** The latest 1,000 requests, oldest first. */
  requests(): LoggedRequest[];
  /** Replaces the faults in force. @throws FaultSyntaxError */
  setFaults(directives: string): void;
  /** Forgets every request, refills the budget, and begins the faults of the start anew. */
  reset(): void;
  /** Finishes what is in flight, for at most two seconds, and stops listening. */
  close(): Promise<void>;
  /** With `await using`: closes, and waits for it. */
  [Symbol.asyncDispose](): Promise<void>;
  /** With `using`: stops listening and breaks what is in flight, at once. */
  [Symbol.dispose](): void;
}

/** The port is taken, or the host cannot be listened on. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** Of Node.js, such as `EADDRINUSE`. */
  readonly code: string | undefined;

  constructor(message: string, cause: NodeJS.ErrnoException) {
    super(message, { cause });
    this.code = cause.code;
  }
}

/**
 * Starts a mock.
 *
 * @example
 * await using mock = await startMock({ port: 0 });
 * const response = await fetch(`${mock.url}/sessions/data_series?length=3`, {
 *   headers: { Authorization: 'Bearer any-key' },
 * });
 *
 * @throws ListenError if the port is taken or the host is not this machine's
 * @throws FaultSyntaxError if `faults` is wrong @throws RangeError if `now` is no time
 */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const { port = 4010, host = '127.0.0.1', engine } = options;
  const mock = new Mock(options, createServerLane(engine));
  const server = createMockServer(mock);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(why(error, host, port), error)),
    );
    server.listen(port, host, resolve);
  });
  // Listening on TCP, so the address is neither a pipe's name nor missing.
  const { port: bound, address, family } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      const force = setTimeout(() => server.closeAllConnections(), 2_000);
      server.close(() => {
        clearTimeout(force);
        resolve();
      });
      server.closeIdleConnections();
    });
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    requests: () => mock.log.list(),
    setFaults: (directives) => mock.setFaults(directives),
    reset: () => mock.reset(),
    close,
    [Symbol.asyncDispose]: close,
    [Symbol.dispose]: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function why(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program.`;
  if (error.code === 'EACCES') return `Port ${port} on ${host} needs rights that this user does not have.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `${host} is no address of this machine.`;
  return `Listening on ${host}:${port} failed: ${error.message}`;
}
