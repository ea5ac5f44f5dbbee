import type { Language } from '../contract.ts';
import { en, type Words } from './en.ts';
import { connection } from './fr/connection.ts';
import { help } from './fr/help.ts';
import { series } from './fr/series.ts';
import { services } from './fr/services.ts';

export type { Words };

const all: Record<Language, Words> = { en, fr: { ...help, ...series, ...connection, ...services } };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return all[language];
}

/** The language: `--lang`, else from the environment as in POSIX, else English. */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const option = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const locale = option ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '');
  return /^fr\b|^fr_/i.test(locale) ? 'fr' : 'en';
}
