import { overwriteGetLocale } from '../generated/messages/runtime.js';
import { own } from '../view/view.ts';

/** Languages that the demo speaks. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The language of the address, else the first of the reader's that the demo speaks. */
export function languageOf(search: string, preferred: readonly string[]): Language {
  const asked = [new URLSearchParams(search).get(own.language) ?? '', ...preferred];
  for (const tag of asked) {
    const known = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (known) return known;
  }
  return 'en';
}

let current: Language = 'en';
overwriteGetLocale(() => current);

/** Makes every message speak this language from now on. */
export function speak(language: Language): void {
  current = language;
}
