import { readFileSync } from 'node:fs';
import type { Language } from './contract.ts';

const file = new URL('../../content/catalogue.fr.json', import.meta.url);

/** The French of texts that are written elsewhere in English: by the mock's help, and by changesets. */
export const catalogue: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));

/**
 * An English text that was written elsewhere, in the given language.
 *
 * @param where what wrote it, for the message of an error.
 * @throws Error when it has no French yet, or no longer, because somebody has reworded it.
 */
export function inLanguage(language: Language, english: string, where: string): string {
  if (language === 'en' || english === '') return english;
  const found = catalogue[english];
  if (!found)
    throw new Error(
      `apps/docs/content/catalogue.fr.json has no French for ${JSON.stringify(english)}, from ${where}. Add it.`,
    );
  return found;
}
