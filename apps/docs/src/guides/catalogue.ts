import { readFileSync } from 'node:fs';
import type { Language } from './contract.ts';

const file = new URL('../../content/catalogue.fr.json', import.meta.url);

/** French translations of English texts from elsewhere: the mock's help, and changesets. */
export const catalogue: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));

/**
 * An English text from elsewhere, in the given language.
 *
 * @param where its source, for error messages.
 * @throws Error if there is no French translation, for example because the text was reworded.
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
