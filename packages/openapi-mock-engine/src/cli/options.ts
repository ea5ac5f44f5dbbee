import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../model/index.ts';
import { reason } from '../reason.ts';

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
