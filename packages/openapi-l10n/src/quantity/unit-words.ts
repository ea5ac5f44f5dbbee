import type { Language } from '../languages/language.ts';
import { type Block, placeIn } from '../markdown/block.ts';
import { SCALES } from './read.ts';

/** A unit that is written as a word, with a number or without: `an hour`, `in milliseconds`. */
export interface UnitWord {
  /** Its name in English. */
  unit: string;
  written: string;
  offset: number;
  length: number;
}

/** Before a second that is a span of time; elsewhere it may be the second of a row. */
const SPAN =
  /(?:\d|\b(?:per|an?|each|every|par|une|la|chaque|few|quelques|in|en))[\s\u00A0\u202F]$|\/[\s\u00A0]?$|[lL]['’]$/u;

/** The units of a block that are written as words. */
export function unitWordsIn(block: Block, { units }: Language): UnitWord[] {
  return [...block.text.matchAll(/(?<![\p{L}\d_-])\p{L}{3,}(?![\p{L}\d_])/gu)].flatMap((match) => {
    const [written] = match;
    const unit = units.get(written.toLowerCase());
    if (
      !unit ||
      unit in SCALES ||
      (unit === 'second' && !/s$/.test(written) && !SPAN.test(block.text.slice(0, match.index)))
    )
      return [];
    return [{ unit, written, ...placeIn(block, match.index, written.length) }];
  });
}

/** The units that stand in one list only: one in each, where one has been written for the other. */
export function mistaken(
  source: readonly UnitWord[],
  translation: readonly UnitWord[],
): { from: UnitWord; to: UnitWord } | undefined {
  const alone = (of: readonly UnitWord[], other: readonly UnitWord[]) =>
    of.filter(({ unit }) => !other.some((word) => word.unit === unit));
  const [[from], [to]] = [alone(source, translation), alone(translation, source)];
  return from && to && { from, to };
}
