import { existsSync, readFileSync } from 'node:fs';
import { isApiKey } from '@session-series/client';
import type { Context } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { type Profile, refuseReadableByOthers } from './configuration.ts';

/** The environment variable of the key. */
export const keyVariable = 'SESSION_SERIES_API_KEY';

/** A key and its source. The key is never shown. */
export interface FoundKey {
  key: string;
  /** For messages: the variable, the file, or standard input. */
  source: string;
}

/**
 * Finds the key: a file (`-` is standard input), else the environment, else the profile.
 *
 * @throws CommandError when there is no key, or it is not valid.
 */
export async function findKey(
  context: Pick<Context, 'env' | 'stdin' | 'words'>,
  keyFile: string | undefined,
  profile: Profile,
): Promise<FoundKey> {
  const { env, words } = context;
  const found = await read(context, keyFile, profile);
  const key = found?.key.trim();
  if (!found || !key) throw new CommandError('configuration', words.key.missing(keyVariable, found?.source));
  if (!isApiKey(key)) throw new CommandError('configuration', words.key.malformed(found.source));
  return { key, source: found.source };

  async function read(
    { stdin }: Pick<Context, 'stdin'>,
    file: string | undefined,
    { keyFile: profileFile, apiKey }: Profile,
  ): Promise<FoundKey | undefined> {
    if (file === '-') return { key: await readAll(stdin), source: words.key.standardInput };
    if (file !== undefined) return { key: readKeyFile(file, context), source: file };
    const variable = env[keyVariable];
    if (variable) return { key: variable, source: keyVariable };
    if (profileFile !== undefined) return { key: readKeyFile(profileFile, context), source: profileFile };
    return apiKey === undefined ? undefined : { key: apiKey, source: words.key.profile };
  }
}

function readKeyFile(file: string, { words }: Pick<Context, 'words'>): string {
  // A name without a folder may be the key itself, given by mistake.
  if (!existsSync(file))
    throw new CommandError('noInput', words.key.noFile(/[\\/]/.test(file) ? file : undefined));
  refuseReadableByOthers(file, words);
  return readFileSync(file, 'utf8');
}

/** Reads standard input to its end. */
async function readAll(stdin: Context['stdin']): Promise<string> {
  let text = '';
  for await (const chunk of stdin) text += chunk;
  return text;
}
