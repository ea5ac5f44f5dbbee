import { locales, overwriteGetLocale } from '../generated/messages/runtime.js';
import { own } from '../view/names.ts';

export { locales };
/** A language of the demo: one with a file in `messages/`. */
export type Locale = (typeof locales)[number];

/** A language with the region whose formats are used; most languages need none. */
export const localeTag = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/** The language in the URL, else the reader's first one that the demo supports. */
export function localeOf(search: string, preferred: readonly string[]): Locale {
  const asked = [new URLSearchParams(search).get(own.locale) ?? '', ...preferred];
  for (const tag of asked) {
    const known = locales.find((locale) => tag.toLowerCase().split('-')[0] === locale);
    if (known) return known;
  }
  return 'en';
}

let current: Locale = 'en';
overwriteGetLocale(() => current);

/** Sets the language of every message. */
export function setLocale(locale: Locale): void {
  current = locale;
}

/** The first day of the week in the reader's region: 0 is Sunday, 1 is Monday. */
export function weekStartOf(locale: Locale, preferred: readonly string[]): number {
  const regional = preferred.find((tag) => tag.toLowerCase().startsWith(locale)) ?? localeTag(locale);
  // The cast: TypeScript's library does not know week information yet, and some browsers lack it.
  const info = new Intl.Locale(regional).maximize() as Intl.Locale & {
    getWeekInfo?(): { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  const firstDay = (info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? 1;
  return firstDay % 7;
}
