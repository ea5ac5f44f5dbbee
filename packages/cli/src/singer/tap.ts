import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Values } from '../command-line/option.ts';
import { connect } from '../connection/connect.ts';
import { keyVariable } from '../connection/key.ts';
import { type Context, print } from '../context.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { ClockCheck } from '../export/clock.ts';
import { combine } from '../export/query.ts';
import { exportQueryOf } from '../export/query-options.ts';
import { reportErrors } from '../main.ts';
import { readState, startOf, writeMessages } from './command.ts';
import { keyProperties, recordSchema, streamName } from './messages.ts';

/** The configuration of the tap, written by Singer orchestrators. */
interface TapConfig {
  /** An instance of the contract, or a base URL. */
  instance?: string;
  /** The REST API key; else the environment. */
  api_key?: string;
  /** A profile of the configuration file, instead of instance and key. */
  profile?: string;
  /** The first day, or a date-time. */
  start_date?: string;
  end_date?: string;
  unit?: string;
  time_zone?: string;
  apps?: string[];
  segments?: string[];
  /** Start a mock, and use it. */
  mock?: boolean;
}

/** `tap-session-series`: the options of a Singer tap. @returns the exit code; errors are printed to standard error. */
export function tap(args: readonly string[], context: Context): Promise<number> {
  return reportErrors(args, context, async () => {
    await runTap(args, context);
    return exitCodes.ok;
  });
}

async function runTap(args: readonly string[], context: Context): Promise<void> {
  const { words } = context;
  const { config: file, state: stateFile, catalog, discover } = parse(args, context);
  const config = file === undefined ? {} : readConfig(file, context);
  if (discover) return await print(context, `${JSON.stringify(catalogOf(config, context), null, 2)}\n`);
  if (file === undefined) throw new CommandError('usage', words.singer.noConfig);
  if (config.start_date === undefined) throw new CommandError('data', words.singer.badConfig(file));
  if (catalog !== undefined && !isSelected(catalog, context)) return;
  const state = stateFile === undefined ? undefined : readState(stateFile, context);
  const clock = new ClockCheck(context.now);
  const { instance, profile, mock, api_key } = config;
  const env = api_key === undefined ? context.env : { ...context.env, [keyVariable]: api_key };
  await using connection = await connect(
    { instance, profile, mock },
    { ...context, env },
    { fetch: clock.fetch },
  );
  const { query, calendar } = exportQueryOf(valuesOf(config), context, connection);
  await writeMessages(query, startOf(query, state), calendar, connection, clock, context);
}

function parse(args: readonly string[], { words }: Context) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        config: { type: 'string', short: 'c' },
        state: { type: 'string', short: 's' },
        catalog: { type: 'string' },
        // The old name of a catalog, which some orchestrators still pass.
        properties: { type: 'string', short: 'p' },
        discover: { type: 'boolean', short: 'd', default: false },
      },
    }).values;
  } catch (error) {
    throw new CommandError('usage', words.singer.noConfig, { cause: error });
  }
}

function readConfig(file: string, context: Context): TapConfig {
  const value = readJson(file, context);
  if (!isTapConfig(value)) throw new CommandError('data', context.words.singer.badConfig(file));
  return value;
}

function isTapConfig(value: unknown): value is TapConfig {
  if (typeof value !== 'object' || value === null) return false;
  const config = value as Record<keyof TapConfig, unknown>; // Each value is checked below.
  const texts = ['instance', 'api_key', 'profile', 'start_date', 'end_date', 'unit', 'time_zone'] as const;
  const isAbsentOr = (check: (item: unknown) => boolean) => (item: unknown) =>
    item === undefined || check(item);
  const isText = (item: unknown) => typeof item === 'string';
  const isList = (list: unknown) => Array.isArray(list) && list.every(isText);
  return (
    texts.every((name) => isAbsentOr(isText)(config[name])) &&
    [config.apps, config.segments].every(isAbsentOr(isList)) &&
    isAbsentOr((item) => typeof item === 'boolean')(config.mock)
  );
}

/** The equivalent command-line options. */
function valuesOf({ start_date, end_date, unit, time_zone, apps, segments }: TapConfig): Values {
  return { from: start_date, to: end_date, unit, 'time-zone': time_zone, app: apps, segment: segments };
}

function catalogOf({ apps = [], segments = [] }: TapConfig, { contract }: Context) {
  const keys = keyProperties({ series: combine(apps, segments) });
  const metadata = {
    inclusion: 'available',
    selected: true,
    'table-key-properties': keys,
    'valid-replication-keys': ['time'],
    'forced-replication-method': 'INCREMENTAL',
  };
  return {
    streams: [
      {
        tap_stream_id: streamName,
        stream: streamName,
        key_properties: keys,
        replication_method: 'INCREMENTAL',
        replication_key: 'time',
        schema: recordSchema(contract),
        metadata: [{ breadcrumb: [], metadata }],
      },
    ],
  };
}

/** Whether the catalog selects the stream, in its metadata or, for old catalogs, in its schema. */
function isSelected(file: string, context: Context): boolean {
  // Singer's format; missing parts count as not selected.
  const catalog = readJson(file, context) as {
    streams?: {
      tap_stream_id?: string;
      schema?: { selected?: boolean };
      metadata?: { breadcrumb?: unknown[]; metadata?: { selected?: boolean } }[];
    }[];
  } | null;
  if (!Array.isArray(catalog?.streams)) throw new CommandError('data', context.words.singer.badCatalog(file));
  const stream = catalog.streams.find(({ tap_stream_id }) => tap_stream_id === streamName);
  const own = stream?.metadata?.find(({ breadcrumb }) => breadcrumb?.length === 0)?.metadata?.selected;
  return own ?? stream?.schema?.selected ?? false;
}

function readJson(file: string, { words }: Context): unknown {
  if (!existsSync(file)) throw new CommandError('noInput', words.singer.missingFile(file));
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's message would show part of the file, and possibly of the key.
    throw new CommandError('data', words.singer.badConfig(file));
  }
}
