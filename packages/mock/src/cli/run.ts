import type { LoggedRequest } from '../options.ts';
import { knownApps, knownSegments } from '../series/catalogue.ts';
import { ListenError, type RunningMock, startMock } from '../start-mock.ts';
import type { CliRequest } from './options.ts';

/** Runs a mock until it is interrupted. */
export async function runMock({ options, verbose }: Extract<CliRequest, { kind: 'start' }>): Promise<void> {
  let mock: RunningMock;
  try {
    mock = await startMock({
      ...options,
      onWarning: (warning) => process.stderr.write(`warning: ${warning}\n`),
      ...(verbose ? { onRequest: logRequest } : {}),
    });
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    const remedy = error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' ? '--host' : '--port';
    process.stderr.write(`${error.message} Choose another one with ${remedy}.\n`);
    process.exitCode = 1;
    return;
  }
  const stop = (): void => {
    void mock.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(banner(mock.url));
}

function banner(url: string): string {
  const list = (known: readonly { id: string; name: string }[]): string =>
    known.map(({ id, name }) => `  ${id.padEnd(18)}${name}`).join('\n');
  return `The mock listens on ${url}\n\nApps\n${list(knownApps)}\nSegments\n${list(knownSegments)}\n\nAny other identifier has a series of its own. Ctrl-C stops the mock.\n`;
}

function logRequest({ method, path, query, status }: LoggedRequest): void {
  process.stderr.write(`${status} ${method} ${path}${query === '' ? '' : `?${query}`}\n`);
}
