import { type Client, type ClientOptions, createClient, type Hooks } from '@session-series/client';
import { logHooks } from '@session-series/client/log';
import { createThrottle } from '@session-series/client/throttle';
import type { Values } from '../command-line/option.ts';
import { type Context, note } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import type { Names } from '../export/columns.ts';
import { version } from '../version.ts';
import { type Profile, readConfiguration } from './configuration.ts';
import { type FoundKey, findKey } from './key.ts';
import { readNames } from './names.ts';

/** The environment variable of the instance. */
export const instanceVariable = 'SESSION_SERIES_INSTANCE';

/** The environment variable of the profile. */
export const profileVariable = 'SESSION_SERIES_PROFILE';

/** The options of a connection. */
export interface ConnectionOptions {
  /** The name of an instance of the contract, or the base URL of another server. */
  instance?: string | undefined;
  /** A file that contains the key; `-` is standard input. */
  keyFile?: string | undefined;
  /** A profile of the configuration file. */
  profile?: string | undefined;
  /** A file with names of apps and segments. */
  names?: string | undefined;
  /** Start a mock, and use it. */
  mock?: boolean | undefined;
}

const userAgent = `session-series-cli/${version}`;

/** How requests are sent, and who is notified of retries. */
export type RequestOptions = Pick<ClientOptions, 'maxRetries' | 'maxConcurrency' | 'fetch'> & Hooks;

/** A connection to a server. */
export interface Connection extends AsyncDisposable {
  client: Client;
  /** The name of the instance, or the base URL. */
  instance: string;
  /** The key, which must not appear in messages. */
  key: FoundKey;
  names: Names;
  /** The time zone of the profile. */
  timeZone: string | undefined;
}

/**
 * Finds the server, the key and the names; sends nothing.
 *
 * @throws CommandError for missing or invalid settings.
 */
export async function connect(
  options: ConnectionOptions,
  context: Context,
  clientOptions: RequestOptions = {},
): Promise<Connection> {
  const { words } = context;
  const given =
    options.names === undefined ? new Map<string, string>() : await readNames(options.names, words);
  if (options.mock) return await connectToMock(given, clientOptions);
  const profile = readProfile(options.profile, context);
  const instance = instanceOf(options.instance, profile, context);
  const key = await findKey(context, options.keyFile, profile);
  return {
    client: clientFor(instance, key.key, clientOptions, context),
    instance,
    key,
    names: new Map([...Object.entries(profile.names ?? {}), ...given]),
    timeZone: profile.timeZone,
    async [Symbol.asyncDispose]() {},
  };
}

async function connectToMock(names: Names, options: RequestOptions): Promise<Connection> {
  const { knownApps, knownSegments, startMock } = await import('@session-series/mock');
  const mock = await startMock({ port: 0 });
  const key = { key: 'mock-key', source: 'mock' };
  return {
    client: createClient({ ...options, userAgent, baseUrl: mock.url, apiKey: key.key }),
    instance: 'mock',
    key,
    names: new Map([
      ...[...knownApps, ...knownSegments].map(({ id, name }) => [id, name] as const),
      ...names,
    ]),
    timeZone: undefined,
    [Symbol.asyncDispose]: () => mock.close(),
  };
}

/** The named profile, else `default` if it exists. @throws CommandError for an unknown name. */
export function readProfile(name: string | undefined, context: Pick<Context, 'env' | 'words'>): Profile {
  const { profiles } = readConfiguration(context);
  const wanted = name ?? context.env[profileVariable];
  const profile = profiles[wanted ?? 'default'];
  if (!profile && wanted !== undefined) {
    throw new CommandError(
      'configuration',
      context.words.configuration.unknownProfile(wanted, Object.keys(profiles)),
    );
  }
  return profile ?? {};
}

/** The instance from the option, environment or profile. @throws CommandError for a missing or unknown one. */
export function instanceOf(
  given: string | undefined,
  profile: Profile,
  { env, contract, words }: Pick<Context, 'env' | 'contract' | 'words'>,
): string {
  const instance = given ?? (env[instanceVariable] || profile.instance);
  const known = [...contract.instances.keys()];
  if (!instance) throw new CommandError('configuration', words.instance.missing(instanceVariable, known));
  const name = known.find((candidate) => candidate.toLowerCase() === instance.toLowerCase());
  if (name !== undefined) return name;
  if (/^https?:\/\//i.test(instance)) return instance;
  // Not shown, since it may be a key by mistake.
  throw new CommandError('configuration', words.instance.unknown(known));
}

function clientFor(
  instance: string,
  apiKey: string,
  options: RequestOptions,
  { contract, words }: Context,
): Client {
  const baseUrl = contract.instances.get(instance)?.url ?? instance;
  try {
    return createClient({ ...options, throttle: createThrottle(), userAgent, baseUrl, apiKey });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandError('configuration', words.instance.refused(error.message.replaceAll(apiKey, '…')));
  }
}

/** With `--verbose`, prints each retry and each wait of the client on standard error. Messages never contain the key. */
export function logger(values: Values, context: Context): Hooks {
  return values['verbose'] === true ? logHooks({ warn: (message) => note(context, message) }) : {};
}
