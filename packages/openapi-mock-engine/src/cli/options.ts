import { type ParseArgsConfig, parseArgs } from 'node:util';
import { FaultSyntaxError, parseFaults } from '../faults/parse.ts';
import { nearest } from '../model/index.ts';
import { frozenTime } from '../options.ts';
import { reason } from '../reason.ts';
import type { ServerOptions } from '../server/start.ts';

/** A mistake in the command line; the message is for users. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One option of a command line, as `--help` and a README list it. */
export interface OptionHelp {
  /** Such as `-p, --port <port>`. */
  usage: string;
  /** What it does, its default in brackets. */
  does: string;
}

/** Options under a heading. */
export interface OptionGroup {
  heading: string;
  options: readonly OptionHelp[];
}

type Known = NonNullable<ParseArgsConfig['options']>;

/** The options of every mock. */
export const sharedOptions = {
  port: { type: 'string', short: 'p', default: '4010' },
  host: { type: 'string', short: 'H', default: '127.0.0.1' },
  workers: { type: 'string', default: '1' },
  https: { type: 'boolean', default: false },
  cert: { type: 'string' },
  key: { type: 'string' },
  seed: { type: 'string', default: '1' },
  now: { type: 'string' },
  'unknown-parameters': { type: 'string', default: 'reject' },
  engine: { type: 'string', default: 'fast' },
  'rate-limit': { type: 'string' },
  'rate-limit-window': { type: 'string' },
  faults: { type: 'string' },
  proxy: { type: 'string' },
  record: { type: 'string' },
  replay: { type: 'string' },
  control: { type: 'string', default: 'on' },
  'control-token': { type: 'string' },
  coverage: { type: 'string' },
  'log-format': { type: 'string', default: 'text' },
  verbose: { type: 'boolean', short: 'v', default: false },
  quiet: { type: 'boolean', short: 'q', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const satisfies Known;

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

/** Values of a command line, by option. */
export interface Values {
  readonly [option: string]: string | boolean | (string | boolean)[] | undefined;
}

/** Reads a command line. @throws UsageError */
export function parseCommandLine(
  args: readonly string[],
  own: Known,
  allowPositionals: boolean,
): { values: Values; positionals: string[] } {
  const options = { ...sharedOptions, ...own };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals });
    return { values, positionals };
  } catch (error) {
    throw new UsageError(explain(error, args, options));
  }
}

function explain(error: unknown, args: readonly string[], options: Known): string {
  const shorts = Object.values(options).flatMap(({ short }) => (short === undefined ? [] : [`-${short}`]));
  const isKnown = (arg: string): boolean => Object.hasOwn(options, arg.slice(2)) || shorts.includes(arg);
  const end = args.indexOf('--');
  const wrong = (end === -1 ? args : args.slice(0, end))
    .map((arg) => arg.split('=')[0] ?? arg)
    .find((arg) => /^-{1,2}[A-Za-z]/.test(arg) && !isKnown(arg));
  if (wrong === undefined) return plain(error);
  const suggestion = nearest(wrong.replace(/^-+/, ''), Object.keys(options));
  return `${wrong}: there is no such option.${suggestion === undefined ? '' : ` Did you mean --${suggestion}?`}`;
}

/** The message of `parseArgs` of Node.js, in one sentence. */
function plain(error: unknown): string {
  const message = reason(error);
  const option = /'(?:-\w, )?(--[\w-]+)/.exec(message)?.[1];
  if (option === undefined) return message.split('. ')[0] ?? message;
  if (/does not take/.test(message)) return `${option}: takes no value.`;
  return /ambiguous/.test(message)
    ? `${option}: expected a value. One that begins with a dash is written as ${option}=-1.`
    : `${option}: expected a value.`;
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
    throw new UsageError(`${option} ${text}: expected an integer from ${from} to ${to}.`);
  }
  return value;
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const value = allowed.find((candidate) => candidate === text);
  if (value === undefined) throw new UsageError(`${option} ${text}: expected ${allowed.join(', ')}.`);
  return value;
}
