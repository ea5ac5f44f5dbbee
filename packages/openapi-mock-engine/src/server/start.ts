import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Coverage } from '../coverage/counter.ts';
import type { RequestFilter } from '../log/request-log.ts';
import { Mock } from '../mock.ts';
import { integer, type LoggedRequest, type MockOptions, oneOf } from '../options.ts';
import { createPrismGuard, type EngineChoice } from '../prism/guard.ts';
import { createMockListener, type TlsFiles } from './listen.ts';
import { selfSigned } from './self-signed.ts';

/** The options of a server: those of the mock, and where to listen. */
export interface ServerOptions extends MockOptions {
  /** 0 for any free one. @default 4010 */
  port?: number;
  /** @default '127.0.0.1', which only this machine can reach */
  host?: string;
  /** `prism` also sends every valid request through all of Prism, which is slower. @default 'fast' */
  engine?: EngineChoice;
  /** HTTPS with HTTP/2: `true` for a self-signed certificate. @default false */
  https?: boolean | TlsFiles;
}

/** A mock that listens. */
export interface RunningMock extends AsyncDisposable, Disposable {
  /** Its address, such as `http://127.0.0.1:4010`. */
  url: string;
  /** The certificate for clients to trust, with HTTPS. */
  certificate: string | undefined;
  /** The mock itself, without its server. */
  mock: Mock;
  /** The latest 1,000 requests, oldest first; only those that match the filter, if there is one. */
  requests(filter?: RequestFilter): LoggedRequest[];
  /** Which operations, statuses, parameters and examples were used since the last reset. */
  coverage(): Coverage;
  /** Replaces the active faults. @throws FaultSyntaxError */
  setFaults(directives: string): void;
  /** Forgets requests, coverage and created resources, refills the budget, and restores the faults of the start. */
  reset(): void;
  /** Stops listening, and finishes requests in flight for at most two seconds. */
  close(): Promise<void>;
  /** With `await using`: closes, and waits for it. */
  [Symbol.asyncDispose](): Promise<void>;
  /** With `using`: stops listening and aborts requests in flight immediately. */
  [Symbol.dispose](): void;
}

/** The port is in use, or the host cannot be listened on. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** The error code of Node.js, such as `EADDRINUSE`. */
  readonly code: string | undefined;

  constructor(message: string, cause: NodeJS.ErrnoException) {
    super(message, { cause });
    this.code = cause.code;
  }
}

/**
 * Starts a mock of a contract.
 *
 * @param document a parsed OpenAPI document
 *
 * @example
 * await using mock = await createMockServer(document, { port: 0 });
 * const response = await fetch(`${mock.url}/pets/7`);
 * console.log(mock.requests({ operationId: 'getPet' }).length); // 1
 *
 * @throws ListenError if the port is taken or the host is not this machine's
 * @throws ContractError @throws FaultSyntaxError @throws RangeError if an option is invalid
 */
export async function createMockServer(document: unknown, options: ServerOptions = {}): Promise<RunningMock> {
  const { port = 4010, host = '127.0.0.1', engine = 'fast', https = false } = options;
  integer('port', port, 0, 65_535);
  oneOf('engine', engine, ['fast', 'prism']);
  if (typeof host !== 'string' || host.trim() === '') {
    throw new RangeError(
      'host: an empty value is not allowed. Expected an address of this machine such as 127.0.0.1, or 0.0.0.0 for all of them.',
    );
  }
  const guard =
    engine === 'prism' ? createPrismGuard(document, (warning) => options.onWarning?.(warning)) : undefined;
  const mock = new Mock(document, options, guard);
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  mock.hosts = isEverywhere(bare) ? [] : [bare.toLowerCase()];
  const tls = https === true ? await selfSigned(bare) : https === false ? undefined : https;
  const server = await createMockListener(mock, tls);
  const sockets = trackSockets(server);
  await listen(server, bare, port);
  // The server listens on TCP, so the address is an object.
  const { port: bound, address, family } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      const force = setTimeout(() => sockets.destroy(), 2_000);
      server.close(() => {
        clearTimeout(force);
        resolve();
      });
      sockets.destroyIdle(server);
    });
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    certificate: tls === undefined ? undefined : String(tls.cert),
    mock,
    requests: (filter) => mock.requests(filter),
    coverage: () => mock.coverage(),
    setFaults: (directives) => mock.setFaults(directives),
    reset: () => mock.reset(),
    close,
    [Symbol.asyncDispose]: close,
    [Symbol.dispose]: () => {
      server.close();
      sockets.destroy();
    },
  };
}

/** Open connections, which node:http2 servers do not track. */
function trackSockets(server: Server) {
  const open = new Set<{ destroy(): void }>();
  for (const event of ['connection', 'secureConnection']) {
    server.on(event, (socket: { destroy(): void; once(event: 'close', done: () => void): void }) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    });
  }
  return {
    destroy: (): void => {
      for (const socket of open) socket.destroy();
    },
    destroyIdle: (idle: Server): void => {
      if ('closeIdleConnections' in idle) idle.closeIdleConnections();
      else for (const socket of open) socket.destroy();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(why(error, host, port), error)),
    );
    server.listen(port, host, resolve);
  });
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function why(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program.`;
  if (error.code === 'EACCES') return `Port ${port} on ${host} needs rights that this user does not have.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `${host} is not an address of this machine.`;
  return `Listening on ${host}:${port} failed: ${error.message}`;
}
