import { FaultSyntaxError, parseFaults } from '../faults/parse.ts';
import { frozenTime } from '../options.ts';
import type { ServerOptions } from '../server/start.ts';
import { UsageError, type Values } from './options.ts';

/** The shared options of a command line, parsed. */
export interface CommandOptions {
  server: ServerOptions;
  tls: { cert: string; key: string } | undefined;
  workers: number;
  proxy: string | undefined;
  record: string | undefined;
  replay: string | undefined;
  coverage: string | undefined;
  isVerbose: boolean;
  isQuiet: boolean;
  isJsonLog: boolean;
}

/** Parses the shared options. @throws UsageError */
export function readSharedOptions(values: Values): CommandOptions {
  const text = (name: string): string | undefined =>
    typeof values[name] === 'string' ? values[name] : undefined;
  const host = (text('host') ?? '').trim();
  if (host === '')
    throw new UsageError(
      '--host: an empty value is not allowed. Expected an address of this machine such as 127.0.0.1.',
    );
  const server: ServerOptions = {
    port: integer('--port', text('port') ?? '', 0, 65_535),
    host,
    seed: integer('--seed', text('seed') ?? '', 0, 2_147_483_647),
    unknownParameters: oneOf('--unknown-parameters', text('unknown-parameters') ?? '', [
      'ignore',
      'warn',
      'reject',
    ]),
    engine: oneOf('--engine', text('engine') ?? '', ['fast', 'prism']),
    control: readControl(
      oneOf('--control', text('control') ?? '', ['on', 'off', 'token']),
      text('control-token'),
    ),
  };
  const limit = text('rate-limit');
  if (limit !== undefined) server.rateLimit = integer('--rate-limit', limit, 0, 1_000_000_000);
  const window = text('rate-limit-window');
  if (window !== undefined) server.rateLimitWindow = integer('--rate-limit-window', window, 1, 86_400);
  const now = text('now');
  if (now !== undefined) server.now = time(now);
  const faults = text('faults');
  if (faults !== undefined) server.faults = readFaults(faults);
  const [cert, key] = [text('cert'), text('key')];
  if ((cert === undefined) !== (key === undefined))
    throw new UsageError('--cert and --key: expected both, or neither.');
  if (values.https === true) server.https = true;
  const proxy = text('proxy');
  if (proxy !== undefined && (!URL.canParse(proxy) || !/^https?:/.test(proxy))) {
    throw new UsageError(`--proxy ${proxy}: expected a URL such as https://api.example.com.`);
  }
  if (text('record') !== undefined && proxy === undefined)
    throw new UsageError('--record: needs --proxy, the API to record.');
  if (text('replay') !== undefined && proxy !== undefined)
    throw new UsageError('--replay and --proxy: expected only one of them.');
  const workers = integer('--workers', text('workers') ?? '', 1, 64);
  if (workers > 1 && (text('record') !== undefined || text('coverage') !== undefined)) {
    throw new UsageError('--workers: --record and --coverage need a single process.');
  }
  return {
    server,
    tls: cert === undefined || key === undefined ? undefined : { cert, key },
    workers,
    proxy,
    record: text('record'),
    replay: text('replay'),
    coverage: text('coverage'),
    isVerbose: values.verbose === true,
    isQuiet: values.quiet === true,
    isJsonLog: oneOf('--log-format', text('log-format') ?? '', ['text', 'json']) === 'json',
  };
}

/** A token on the command line is visible to every user of the machine, so it may come from the environment. */
function readControl(choice: 'on' | 'off' | 'token', given: string | undefined): boolean | { token: string } {
  if (choice === 'on') return true;
  if (choice === 'off') return false;
  const token = given ?? process.env.MOCK_CONTROL_TOKEN;
  if (token === undefined || token === '') {
    throw new UsageError('--control token: expected the token in MOCK_CONTROL_TOKEN or --control-token.');
  }
  return { token };
}

function time(text: string): string {
  try {
    frozenTime(text);
  } catch {
    throw new UsageError(
      `--now ${text}: expected a date and a time with an offset that exist, such as 2026-01-31T12:00:00Z.`,
    );
  }
  return text;
}

function readFaults(text: string): string {
  try {
    parseFaults(text);
  } catch (error) {
    if (error instanceof FaultSyntaxError) throw new UsageError(`--faults: ${error.message}`);
    throw error;
  }
  return text;
}

function integer(option: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < from || value > to) {
    const most = option === '--port' ? to : to.toLocaleString('en');
    throw new UsageError(`${option} ${text}: expected an integer from ${from} to ${most}.`);
  }
  return value;
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const value = allowed.find((candidate) => candidate === text);
  if (value === undefined) throw new UsageError(`${option} ${text}: expected ${allowed.join(', ')}.`);
  return value;
}
