#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { help } from './cli/help.ts';
import { readOptions, UsageError } from './cli/options.ts';
import { runMock } from './cli/run.ts';
import { version } from './generated/version.ts';

// A mock runs for weeks: short-lived objects take a few megabytes, instead of the 130 that they grow to under load.
setFlagsFromString('--optimize-for-size');

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
