import cluster from 'node:cluster';
import { appendFileSync, readFileSync, renameSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Coverage } from '../coverage/counter.ts';
import { operationLines } from '../coverage/lines.ts';
import { coverageLcov, coverageTable } from '../coverage/report.ts';
import type { LoggedRequest, MockOptions } from '../options.ts';
import { createProxy } from '../record/proxy.ts';
import { Replay, readRecording } from '../record/recording.ts';
import { createMockServer, type RunningMock } from '../server/start.ts';
import type { CommandOptions } from './options.ts';
import { FileError, type Served, why } from './served.ts';
import { isSilentWorker, onStop } from './workers.ts';

/** Changes within this number of milliseconds count as one. */
const settleTime = 100;

/** Runs a mock in this process until it is interrupted. */
export async function runOne(
  options: CommandOptions,
  load: (note: (line: string) => void) => Promise<Served>,
): Promise<void> {
  const note = (line: string): void => {
    if (!isSilentWorker()) process.stderr.write(`${line}\n`);
  };
  const log = options.isJsonLog
    ? (entry: object): void => void process.stderr.write(`${JSON.stringify(entry)}\n`)
    : (entry: LoggedRequest): void => void process.stderr.write(`${logLine(entry)}\n`);
  const served = await load(options.isQuiet ? () => undefined : note);
  const mock = await createMockServer(served.document, {
    ...served.options,
    ...options.server,
    ...(options.tls === undefined
      ? {}
      : { https: { cert: readText('--cert', options.tls.cert), key: readText('--key', options.tls.key) } }),
    onWarning: (warning) => note(`warning: ${warning}`),
    ...(options.isVerbose ? { onRequest: log } : {}),
    ...interception(options, note),
  });
  onStop(() => {
    void mock.close().then(() => {
      if (options.coverage !== undefined) writeCoverage(options.coverage, mock, served.file);
      cluster.worker?.disconnect();
      // A watcher keeps the process alive.
      process.exit();
    });
  });
  if (served.watched !== undefined && served.watched.length > 0) watchFiles(served, mock, note);
  if (!options.isQuiet && !isSilentWorker()) process.stdout.write(served.banner(mock));
}

/** What answers before the mock: a real API, or a recording of one. */
function interception(
  { proxy, record, replay }: CommandOptions,
  note: (line: string) => void,
): Pick<MockOptions, 'intercept'> {
  if (replay !== undefined) {
    const recorded = new Replay(readRecording(readText('--replay', replay)));
    return { intercept: (request) => recorded.answer(request) };
  }
  if (proxy === undefined) return {};
  if (record !== undefined) writeText('--record', record, '');
  let forward: ReturnType<typeof createProxy> | undefined;
  return {
    intercept: async (request, contract) => {
      forward ??= createProxy(contract, proxy);
      const { answer, exchange, drift } = await forward(request);
      if (record !== undefined) appendFileSync(record, `${JSON.stringify(exchange)}\n`);
      for (const { operation, side, message } of drift) note(`drift: ${operation} ${side}: ${message}`);
      return answer;
    },
  };
}

/** Reloads everything after a change. An error in a file is reported, and the mock keeps running unchanged. */
function watchFiles(served: Served, mock: RunningMock, note: (line: string) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const reload = async (): Promise<void> => {
    try {
      const next = await served.reload?.();
      if (next === undefined) return;
      mock.mock.replace(next.document, { handlers: next.options.handlers ?? {} });
      note('Reloaded.');
    } catch (error) {
      note(`Not reloaded: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  // Editors replace files, so their folders are watched.
  const folders = new Map<string, Set<string>>();
  for (const file of served.watched ?? [])
    folders.set(dirname(file), (folders.get(dirname(file)) ?? new Set()).add(basename(file)));
  for (const [folder, names] of folders) {
    watch(folder, (_event, name) => {
      if (name === null || !names.has(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void reload(), settleTime);
    });
  }
}

function writeCoverage(target: string, mock: RunningMock, file: string | undefined): void {
  writeText('--coverage', target, coverageText(target, mock.coverage(), file));
}

function coverageText(target: string, coverage: Coverage, file: string | undefined): string {
  if (target.endsWith('.json')) return `${JSON.stringify(coverage, null, 2)}\n`;
  if (!/\.(?:lcov|info)$/.test(target)) return coverageTable(coverage);
  if (file !== undefined) return coverageLcov(coverage, file, operationLines(readText('--coverage', file)));
  const ids = coverage.operations.map(({ operationId }) => operationId);
  return coverageLcov(coverage, 'contract', ({ operationId }) => 1 + ids.indexOf(operationId));
}

function readText(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FileError(`${option} ${file}: ${why(error)}.`);
  }
}

/** Writes a whole file or nothing. A device or a pipe, such as `/dev/stdout`, is written to as it is. */
function writeText(option: string, file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  const isDevice = statSync(file, { throwIfNoEntry: false })?.isFile() === false;
  try {
    writeFileSync(isDevice ? file : draft, text);
    if (!isDevice) renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new FileError(`${option} ${file}: ${why(error)}.`);
  }
}

function logLine({ method, path, query, status, fault, message }: LoggedRequest): string {
  const url = `${path}${query === '' ? '' : `?${query}`}`;
  return [`${status} ${method} ${url}`, fault, message].filter((part) => part !== undefined).join('  ');
}
