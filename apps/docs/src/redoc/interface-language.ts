import type { Language } from '../content/contract.ts';
import { french } from './french.ts';
import type { Translate } from './prerender.ts';

/**
 * Fails when a key of the interface has no French.
 *
 * @throws Error that lists the missing keys.
 */
export function assertFrench(
  keys: readonly string[],
  dictionary: Readonly<Record<string, string>> = french,
): void {
  const missing = keys.filter((key) => !dictionary[key]);
  if (missing.length > 0)
    throw new Error(
      `src/redoc/french.ts: ${missing.length} texts of Redoc's interface have no French. Add: ${missing.join(', ')}.`,
    );
}

/** The translate function that Redoc calls for each of its own texts. A text from the contract has no key. */
export function interfaceIn(language: Language): Translate {
  if (language === 'en') return (_key, english) => english;
  return (key, english) => {
    if (!key) return english;
    assertFrench([key]);
    return french[key] ?? english;
  };
}

// Texts that Redoc writes without asking its translate function.
const types: [RegExp, string][] = [
  [/\bArray of objects\b/g, 'Tableau d’objets'],
  [/\bArray of strings\b/g, 'Tableau de chaînes'],
  [/\bArray of\b/g, 'Tableau de'],
  [/\bstring\b/g, 'chaîne'],
  [/\binteger\b/g, 'entier'],
  [/\bnumber\b/g, 'nombre'],
  [/\bboolean\b/g, 'booléen'],
  [/\bobject\b/g, 'objet'],
  [/\bnon-empty\b/g, 'non vide'],
  [/\bitems\b/g, 'éléments'],
  [/\bcharacters\b/g, 'caractères'],
  [/\bdate-time\b/g, 'date et heure'],
];

/** The name of a type with its bounds, such as `integer, [ 1 .. 100 ]`, in the given language. */
export function typeIn(language: Language, english: string): string {
  if (language === 'en') return english;
  return types.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), english);
}

const labels: Record<string, string> = {
  'Enum Value': 'Valeur',
  Description: 'Description',
  'Response status': 'Code de la réponse',
  'Open in new tab': 'Ouvrir dans un nouvel onglet',
};

/**
 * A label that Redoc writes in English only.
 *
 * @throws Error when it has no French here: then Redoc has a text that nobody has translated.
 */
export function labelIn(language: Language, english: string): string {
  if (language === 'en') return english;
  const found = labels[english] ?? Object.values(french).find((text) => text.trim() === english.trim());
  if (!found)
    throw new Error(`src/redoc/interface-language.ts: Redoc's label \`${english}\` has no French. Add it.`);
  return found;
}

const linkWords = { en: 'Link to', fr: 'Lien vers' };

/** What a mark that links to a part of the page says to a screen reader. */
export const linkTo = (language: Language, name: string): string =>
  language === 'fr' ? `${linkWords.fr} « ${name} »` : `${linkWords.en} ${name}`;

/** All that Redoc writes without asking its translate function. */
export const outsideTheDictionary: Record<Language, readonly string[]> = {
  en: [...Object.keys(labels), linkWords.en],
  fr: [...Object.values(labels), linkWords.fr, ...types.map(([, replacement]) => replacement)],
};
