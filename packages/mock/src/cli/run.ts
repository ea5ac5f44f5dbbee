import cluster from 'node:cluster';
import { contract } from '../generated/contract.ts';
import type { LoggedRequest } from '../options.ts';
import { createModel } from '../series/model.ts';
import type { SessionSource } from '../series/source.ts';
import { ListenError, startMock } from '../start-mock.ts';
import { DataError, readData } from './data.ts';
import type { CliRequest } from './options.ts';

type StartRequest = Extract<CliRequest, { kind: 'start' }>;

/** Runs a mock until it is interrupted, in one process or in several that share the port. */
export async function runMock(request: StartRequest): Promise<void> {
  try {
    if (request.workers > 1 && cluster.isPrimary) await runWorkers(request);
    else await runOne(request);
  } catch (error) {
    if (!(error instanceof ListenError) && !(error instanceof DataError)) throw error;
    const message = `${error.message}${remedy(error)}\n`;
    process.exitCode = 1;
    // All workers fail alike, and the first to end stops the others: the primary process tells it, once.
    if (cluster.worker === undefined) process.stderr.write(message);
    else cluster.worker.send(message, () => cluster.worker?.disconnect());
  }
}

async function runOne({ options, verbose, data }: StartRequest): Promise<void> {
  const note = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  // Each worker reads the file; one of them tells about it.
  const silent = cluster.isWorker && cluster.worker?.id !== 1;
  const source =
    data === undefined ? createModel(options.seed) : readData(data, silent ? () => undefined : note);
  const mock = await startMock({
    ...options,
    source,
    onWarning: (warning) => note(`warning: ${warning}`),
    ...(verbose ? { onRequest: (entry) => note(logLine(entry)) } : {}),
  });
  const stop = (): void => {
    void mock.close().then(() => cluster.worker?.disconnect());
  };
  onStop(stop);
  const others = `Any other identifier has ${data === undefined ? 'a series of its own' : 'no sessions'}.`;
  if (!silent) process.stdout.write(banner(mock.url, source, others));
}

/** Starts the workers and waits until they have ended. A worker that fails ends them all. */
function runWorkers({ workers }: StartRequest): Promise<void> {
  return new Promise((resolve) => {
    let running = workers;
    const stop = (): void => {
      for (const worker of Object.values(cluster.workers ?? {})) worker?.kill('SIGTERM');
    };
    onStop(stop);
    let told = false;
    cluster.on('message', (_worker, message: unknown) => {
      if (!told && typeof message === 'string') process.stderr.write(message);
      told = true;
    });
    cluster.on('exit', (_worker, code) => {
      running -= 1;
      if (code !== 0 && code !== null) {
        process.exitCode = code;
        stop();
      }
      if (running === 0) resolve();
    });
    for (let count = 0; count < workers; count += 1) cluster.fork();
  });
}

/** Calls back on the first Ctrl-C or SIGTERM. Later ones change nothing: what is in flight is given its time. */
function onStop(stop: () => void): void {
  let stopping = false;
  const once = (): void => {
    if (!stopping) stop();
    stopping = true;
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
}

function remedy(error: Error): string {
  if (!(error instanceof ListenError)) return '';
  return ` Choose another one with ${error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' ? '--host' : '--port'}.`;
}

function banner(url: string, { apps, segments }: SessionSource, others: string): string {
  const width = 2 + Math.max(...[...apps, ...segments].map(({ id }) => id.length));
  const list = (known: SessionSource['apps']): string =>
    known.map(({ id, name }) => `  ${id.padEnd(width)}${name === id ? '' : name}`.trimEnd()).join('\n') ||
    '  none';
  return [
    `The mock listens on ${url}`,
    '',
    `Apps\n${list(apps)}`,
    `Segments\n${list(segments)}`,
    '',
    others,
    '',
    `Try       curl -H 'Authorization: Bearer any-key' '${url}${sample()}'`,
    `Control   ${url}/_mock`,
    'Stop      Ctrl-C',
    '',
  ].join('\n');
}

/** A request that the contract's examples make up: the first operation with what it requires. */
function sample(): string {
  const [operation] = contract.operations;
  if (operation === undefined) return '/';
  const required = operation.query.filter((parameter) => parameter.required);
  return `${operation.path}?${required.map(({ name, example = '' }) => `${name}=${example}`).join('&')}`;
}

function logLine({ method, path, query, status, fault, message }: LoggedRequest): string {
  const url = `${path}${query === '' ? '' : `?${query}`}`;
  return [`${status} ${method} ${url}`, fault, message].filter((part) => part !== undefined).join('  ');
}
