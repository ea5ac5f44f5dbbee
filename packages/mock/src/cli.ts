#!/usr/bin/env node
import { help } from './cli/help.ts';
import { readOptions, UsageError } from './cli/options.ts';
import { runMock } from './cli/run.ts';
import { version } from './generated/version.ts';

try {
  const request = readOptions(process.argv.slice(2));
  if (request.kind === 'help') process.stdout.write(help);
  else if (request.kind === 'version') process.stdout.write(`${version}\n`);
  else await runMock(request);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\nRun session-series-mock --help for all options.\n`);
  process.exitCode = 2;
}
