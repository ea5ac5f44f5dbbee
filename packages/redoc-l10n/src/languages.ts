import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InputError, readSource } from 'openapi-l10n';
import english from '../languages/en.json' with { type: 'json' };
import { isObject } from './json.ts';

/** The texts of the interface in one language, by key. */
export type Words = Readonly<Record<WordKey, string>>;

/** The name of one text of the interface. */
export type WordKey = keyof typeof english;

/** The fallback for languages without a file and for missing texts. */
const fallbackLanguage = 'en';

const folder = new URL('../languages/', import.meta.url);

/** The tags of the languages that this package includes. */
export const knownLanguages = (): string[] =>
  readdirSync(folder)
    .flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? [])
    .sort();

/**
 * Reads the texts of a language: those of the given file, or those of this package; `fr-CA` falls back to `fr`.
 *
 * @param own a JSON or YAML file with words that replace or add to those of this package.
 * @param warn is called with each language or text for which English is used.
 * @throws {InputError} when the file cannot be read, or has an unknown key.
 */
export async function readWords(
  language: string,
  own: string | undefined,
  warn: (message: string) => void,
): Promise<Words> {
  const tags = [language, language.split('-')[0] ?? language];
  const known = tags.find((tag) => existsSync(fileOf(tag)));
  const base = known === undefined ? {} : await readFileOf(fileOf(known));
  const added = own === undefined ? {} : await readFileOf(own);
  const words = { ...english, ...base, ...added };
  if (known === undefined && own === undefined)
    warn(
      `Language \`${language}\`: no interface texts; using English. Available: ${knownLanguages().join(', ')}. Add a file with \`languages\` in the configuration.`,
    );
  else {
    const missing = Object.keys(english).filter((key) => !(key in base) && !(key in added));
    if (missing.length > 0)
      warn(`Language \`${language}\`: English is used for ${missing.length} texts: ${missing.join(', ')}.`);
  }
  return words;
}

const fileOf = (tag: string): string => fileURLToPath(new URL(`${tag}.json`, folder));

async function readFileOf(file: string): Promise<Record<string, string>> {
  const { value, locate } = await readSource(file);
  if (!isObject(value))
    throw new InputError(`${file}: the file contains no texts`, { expected: 'keys with texts' });
  for (const [key, text] of Object.entries(value)) {
    const known = key in english || key.replace(/\.(zero|one|two|few|many)$/, '.other') in english;
    if (!known || typeof text !== 'string')
      throw new InputError(known ? `\`${key}\` is not a text` : `\`${key}\` is not a text of the interface`, {
        place: locate([key]),
        expected: `one of the keys of languages/${fallbackLanguage}.json, with a text`,
      });
  }
  return value as Record<string, string>; // checked above
}

/** Fills the `{name}` placeholders of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** A text that depends on a number, such as “3 properties”, in the grammar of the language. */
export function counted(
  words: Words,
  language: string,
  key: 'searchCount' | 'properties',
  count: number,
): string {
  const category = new Intl.PluralRules(language).select(count);
  const forms: Readonly<Record<string, string>> = words;
  return fill(forms[`${key}.${category}`] ?? words[`${key}.other`], { count });
}
