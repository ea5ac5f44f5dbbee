/**
 * Distinguishes the words of one language from all others: its messages, the prose of its contract, and its
 * names of days and months.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parameterNames } from '../../src/contract/parameters.ts';
import { words as english } from '../../src/generated/words.en.ts';
import { words as french } from '../../src/generated/words.fr.ts';

export const languages = ['en', 'fr'] as const;
type Language = (typeof languages)[number];

const prose = { en: english, fr: french };
const locales = { en: 'en-GB', fr: 'fr-FR' };
/** Names that are the same in every language. */
const names = [
  'session-series',
  'Braze',
  'Inc',
  'cURL',
  'TypeScript',
  'CSV',
  'JSON',
  'PNG',
  'SVG',
  'UTC',
  'BOM',
];
/** What `Intl` writes next to numbers: thousands and seconds. */
const units = { en: ['k', 's', 'sec', 'secs'], fr: ['k', 's'] };

/** The messages of a language by their names. */
export async function messagesOf(language: Language): Promise<Record<string, string>> {
  const file = new URL(`../../messages/${language}.json`, import.meta.url);
  const { $schema, ...messages } = JSON.parse(await readFile(file, 'utf8'));
  return messages;
}

/** Every summary and description of the contract in a language. */
async function contractTexts(language: Language): Promise<string[]> {
  const file = new URL(import.meta.resolve(`@session-series/contract/openapi.${language}.json`));
  const texts: string[] = [];
  JSON.parse(await readFile(file, 'utf8'), (key, value) => {
    if ((key === 'summary' || key === 'description') && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}

/**
 * Makes the check for one language.
 *
 * @param data identifiers that the test itself has put on the page.
 * @returns whether a text consists of words of this language, numbers and names only.
 */
export async function knownIn(
  language: Language,
  data: readonly string[],
): Promise<(text: string) => boolean> {
  const messages = Object.values(await messagesOf(language)).map(patternOf);
  const texts = new Set(
    [
      ...Object.values(prose[language].parameters),
      ...Object.values(prose[language].responses),
      ...(await contractTexts(language)),
    ]
      .flatMap((text) => text.split(/`|\n{2,}/))
      .map(plain),
  );
  const tokens = new Set([
    ...names,
    ...parameterNames,
    ...data,
    ...units[language],
    ...calendarOf(locales[language]),
  ]);
  const isData = (text: string) =>
    (text.match(/[\p{L}][\p{L}\p{N}_-]*/gu) ?? []).every((token) => tokens.has(token));
  const isKnown = (text: string, depth = 0): boolean => {
    if (isData(text) || texts.has(text)) return true;
    const isMessage = messages.some((pattern) => {
      const slots = pattern.exec(text)?.slice(1);
      return slots?.every((slot) => depth < 2 && isKnown(plain(slot), depth + 1));
    });
    if (isMessage) return true;
    // A label with its value, or several of them in one line.
    const parts = text.split(/ · |, | – /).map((part) => part.replace(/[\s\d,.:%+−–-]+$/u, ''));
    return (parts.length > 1 || parts[0] !== text) && parts.every((part) => isKnown(part, depth));
  };
  return (text) => isKnown(plain(text));
}

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

function patternOf(message: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${plain(message)
      .split(/\{\w+\}/)
      .map(literal)
      .join('(.+?)')}$`,
    'iu',
  );
}

/** Names of days and months, and the words that `Intl` puts between a date and a time. */
function calendarOf(locale: string): string[] {
  return (['long', 'short'] as const).flatMap((width) => {
    const format = new Intl.DateTimeFormat(locale, {
      weekday: width,
      month: width,
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    return Array.from({ length: 365 }, (_, day) => format.format(Date.UTC(2026, 0, day + 1))).flatMap(
      (text) => text.match(/\p{L}+/gu) ?? [],
    );
  });
}

/**
 * Every text on the page that a reader or a screen reader can encounter, except code and names that are
 * marked as such.
 */
export function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isLeftOut = (element: Element | null) =>
      element?.closest('[translate=no], code, pre, script, style');
    const texts = [
      document.title,
      document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '',
    ];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!isLeftOut(node.parentElement)) texts.push(node.textContent ?? '');
    for (const element of document.body.querySelectorAll('*'))
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder'])
        if (!isLeftOut(element)) texts.push(element.getAttribute(name) ?? '');
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  });
}
