import type { Language } from '../languages/language.ts';
import { type Block, placeIn } from '../markdown/block.ts';

/** The names of large numbers, which stand where a unit does. */
export const SCALES: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12 };

/** The unit at the beginning of a text: a sign with or without a space, or a word, after a hyphen too. */
export function unitAfter(
  text: string,
  { units, qualifiers }: Pick<Language, 'units' | 'qualifiers'>,
): string | undefined {
  const match = /^(?:[\s\u00A0\u202F]|-(?=\p{L}))?([%$€£¥]|\p{L}+)([\s\u00A0\u202F]\p{L}+)?/u.exec(text);
  if (!match) return undefined;
  const [, word = '', next = ''] = match;
  const both = `${word}${next}`.toLowerCase().replaceAll(/[\s\u00A0\u202F]/g, ' ');
  if (qualifiers.has(word)) return unitAfter(next, { units, qualifiers });
  const phrase = next === '' ? undefined : units.get(both);
  return phrase ?? units.get(word) ?? (word.length > 2 ? units.get(word.toLowerCase()) : undefined);
}

/** A unit that is written as a word, with a number or without: `an hour`, `in milliseconds`. */
export interface UnitWord {
  /** Its name in English. */
  unit: string;
  /** Whether a figure stands before it, with which it is compared. */
  counted: boolean;
  written: string;
  offset: number;
  length: number;
}

/** The units of a block that are written as words. */
export function unitWordsIn(block: Block, { units }: Language): UnitWord[] {
  return [
    ...block.text.matchAll(/(?:(?<=[\p{L}\d$€£¥]\/)\p{L}{1,2}|(?<![\p{L}\d_-])\p{L}{2,})(?![\p{L}\d_/])/gu),
  ].flatMap((match) => {
    const [written] = match;
    const unit = units.get(written.toLowerCase());
    if (
      !unit ||
      unit in SCALES ||
      (unit === 'second' && !/s$/.test(written) && !isSpan(block.text, match.index))
    )
      return [];
    const counted = /\d[\s\u00A0\u202F-]?$/.test(block.text.slice(0, match.index));
    return [{ unit, counted, written, ...placeIn(block, match.index, written.length) }];
  });
}

/** Whether the word "second" at a place is a span of time, and not the second of a row. */
export function isSpan(text: string, at: number): boolean {
  return /(?:\d|\b(?:per|one|an?|each|every|par|une|la|chaque|in|en))[\s\u00A0\u202F]$|\/[\s\u00A0]?$/u.test(
    text.slice(0, at),
  );
}

/** The units without a figure that stand in one list only: one in each, where one has been written for the other. */
export function mistaken(
  source: readonly UnitWord[],
  translation: readonly UnitWord[],
): { from: UnitWord; to: UnitWord } | undefined {
  const alone = (of: readonly UnitWord[], other: readonly UnitWord[]) =>
    of.filter(({ unit, counted }) => !counted && !other.some((word) => word.unit === unit));
  const [[from], [to]] = [alone(source, translation), alone(translation, source)];
  return from && to && { from, to };
}
