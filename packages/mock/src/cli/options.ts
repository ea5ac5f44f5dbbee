import { parseArgs } from 'node:util';
import { FaultSyntaxError, parseFaults } from '../faults/parse.ts';
import { nearest } from '../request/nearest.ts';
import type { StartOptions } from '../start-mock.ts';

/** A mistake in the command line; the message is for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the command line asks for. */
export type CliRequest =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'start'; options: StartOptions; verbose: boolean; workers: number; data: string | undefined };

/** The options as `parseArgs` of `node:util` wants them. */
export const known = {
  port: { type: 'string', short: 'p', default: '4010' },
  host: { type: 'string', short: 'h', default: '127.0.0.1' },
  seed: { type: 'string', default: '1' },
  now: { type: 'string' },
  data: { type: 'string' },
  'unknown-parameters': { type: 'string', default: 'reject' },
  'rate-limit': { type: 'string' },
  'rate-limit-window': { type: 'string' },
  faults: { type: 'string' },
  engine: { type: 'string', default: 'fast' },
  workers: { type: 'string', default: '1' },
  verbose: { type: 'boolean', short: 'v', default: false },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Reads the command line. @throws UsageError */
export function readOptions(args: readonly string[]): CliRequest {
  const values = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const options: StartOptions = {
    port: integer('--port', values.port, 0, 65_535),
    host: values.host,
    seed: integer('--seed', values.seed, 0, 2_147_483_647),
    unknownParameters: oneOf('--unknown-parameters', values['unknown-parameters'], [
      'ignore',
      'warn',
      'reject',
    ]),
    engine: oneOf('--engine', values.engine, ['fast', 'prism']),
  };
  if (values['rate-limit'] !== undefined) {
    options.rateLimit = integer('--rate-limit', values['rate-limit'], 0, 1_000_000_000);
  }
  if (values['rate-limit-window'] !== undefined) {
    options.rateLimitWindow = integer('--rate-limit-window', values['rate-limit-window'], 1, 86_400);
  }
  if (values.now !== undefined) {
    if (Number.isNaN(Date.parse(values.now))) {
      throw new UsageError(
        `--now ${values.now}: expected an ISO 8601 date-time such as 2026-01-31T12:00:00Z.`,
      );
    }
    options.now = values.now;
  }
  if (values.faults !== undefined) options.faults = faults(values.faults);
  return {
    kind: 'start',
    options,
    verbose: values.verbose,
    workers: integer('--workers', values.workers, 1, 64),
    data: values.data,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, strict: true }).values;
  } catch (error) {
    const wrong = args
      .map((arg) => arg.split('=')[0] ?? arg)
      .find((arg) => arg.startsWith('-') && !isKnown(arg));
    if (wrong !== undefined) {
      const word = wrong.replace(/^-+/, '');
      // A single letter resembles nothing.
      const question = word.length < 2 ? '' : ` Did you mean --${nearest(word, Object.keys(known))}?`;
      throw new UsageError(`${wrong}: there is no such option.${question}`);
    }
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isKnown(arg: string): boolean {
  return Object.keys(known).includes(arg.slice(2)) || ['-p', '-h', '-v'].includes(arg);
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

function faults(text: string): string {
  try {
    parseFaults(text);
  } catch (error) {
    if (error instanceof FaultSyntaxError) throw new UsageError(`--faults: ${error.message}`);
    throw error;
  }
  return text;
}
