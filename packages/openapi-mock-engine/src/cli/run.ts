import cluster from 'node:cluster';
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Coverage } from '../coverage/counter.ts';
import { operationLines } from '../coverage/lines.ts';
import { coverageLcov, coverageTable } from '../coverage/report.ts';
import { ContractError } from '../model/index.ts';
import type { LoggedRequest } from '../options.ts';
import { reason } from '../reason.ts';
import { createMockServer, type RunningMock } from '../server/start.ts';
import { checkFolder, readText, writeText } from './files.ts';
import { interception } from './interception.ts';
import type { CommandOptions } from './read-options.ts';
import { FileError, type Served } from './served.ts';
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
  if (options.coverage !== undefined) checkFolder('--coverage', options.coverage);
  const { options: intercepting, begin, summary } = interception(options, note);
  const mock = await createMockServer(served.document, {
    ...served.options,
    ...options.server,
    ...(options.tls === undefined
      ? {}
      : { https: { cert: readText('--cert', options.tls.cert), key: readText('--key', options.tls.key) } }),
    onWarning: (warning) => note(`warning: ${warning}`),
    ...(options.isVerbose ? { onRequest: log } : {}),
    ...intercepting,
  }).catch((error: unknown) => {
    throw inFile(served, error);
  });
  try {
    begin();
  } catch (error) {
    await mock.close();
    throw error;
  }
  onStop(() => {
    void mock.close().then(() => {
      const found = summary();
      if (found !== undefined && !options.isQuiet) note(found);
      try {
        if (options.coverage !== undefined) writeCoverage(options.coverage, mock, served.file);
      } catch (error) {
        process.stderr.write(`${reason(error)}\n`);
        process.exitCode = 1;
      }
      cluster.worker?.disconnect();
      // A watcher keeps the process alive.
      process.exit();
    });
  });
  if (served.watched !== undefined && served.watched.length > 0) watchFiles(served, mock, note);
  if (!options.isQuiet && !isSilentWorker()) process.stdout.write(served.banner(mock));
}

/** An error of the contract, with its file. */
function inFile({ source }: Served, error: unknown): unknown {
  return error instanceof ContractError && source !== undefined
    ? new FileError(`${source}: ${error.message}`)
    : error;
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
      note(`Not reloaded: ${reason(inFile(served, error))}`);
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

function logLine({ method, path, query, status, fault, message }: LoggedRequest): string {
  const url = `${path}${query === '' ? '' : `?${query}`}`;
  return [`${status} ${method} ${url}`, fault, message].filter((part) => part !== undefined).join('  ');
}
