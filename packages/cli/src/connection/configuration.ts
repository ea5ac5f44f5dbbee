import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { writeTextAtomically } from '../export/files.ts';
import type { Words } from '../words/words.ts';

/** The environment variable of the configuration file. */
export const configurationVariable = 'SESSION_SERIES_CONFIG';

/** The saved settings of a profile. */
export interface Profile {
  /** The name of an instance, or the base URL of another server. */
  instance?: string;
  /** A file that contains only the key. */
  keyFile?: string;
  /** The key itself. The configuration file is only readable by its owner. */
  apiKey?: string;
  timeZone?: string;
  /** Names of apps and segments by identifier. */
  names?: Record<string, string>;
}

/** The content of the configuration file. */
export interface Configuration {
  profiles: Record<string, Profile>;
}

/** The path of the configuration file: `$SESSION_SERIES_CONFIG`, else in the platform's configuration folder. */
export function configurationFile(env: Context['env']): string {
  const given = env[configurationVariable];
  if (given) return given;
  const folder =
    process.platform === 'win32'
      ? (env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'))
      : (env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? homedir(), '.config'));
  return join(folder, 'session-series', 'config.json');
}

/**
 * Reads the configuration file; without one, there are no profiles.
 *
 * @throws CommandError when it is invalid, or when others can read it, since it may contain a key.
 */
export function readConfiguration({ env, words }: Pick<Context, 'env' | 'words'>): Configuration {
  const file = configurationFile(env);
  if (!existsSync(file)) return { profiles: {} };
  refuseReadableByOthers(file, words);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's message would show part of the file, and possibly of the key.
    throw new CommandError('configuration', words.configuration.notJson(file));
  }
  if (!isConfiguration(value)) throw new CommandError('configuration', words.configuration.noProfiles(file));
  return value;
}

/** Writes the configuration file, only readable by its owner. */
export async function writeConfiguration(env: Context['env'], configuration: Configuration): Promise<string> {
  const file = configurationFile(env);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  await writeTextAtomically(file, `${JSON.stringify(configuration, null, 2)}\n`, 0o600);
  return file;
}

/** Refuses a file with a key that other users of this machine can read, except on Windows, which has no such mode. */
export function refuseReadableByOthers(file: string, words: Words): void {
  if (process.platform === 'win32') return;
  const { mode } = statSync(file);
  if ((mode & 0o077) !== 0)
    throw new CommandError('configuration', words.configuration.readableByOthers(file));
}

function isConfiguration(value: unknown): value is Configuration {
  if (!isRecord(value) || !isRecord(value['profiles'])) return false;
  return Object.values(value['profiles']).every(
    (profile) =>
      isRecord(profile) &&
      ['instance', 'keyFile', 'apiKey', 'timeZone'].every(
        (name) => profile[name] === undefined || typeof profile[name] === 'string',
      ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
