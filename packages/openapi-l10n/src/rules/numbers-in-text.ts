import type { Language } from '../languages/types.ts';
import { type Block, OBJECT } from '../markdown/block.ts';
import { withAsciiDigits } from '../quantity/digits.ts';
import type { Quantity, WordQuantity } from '../quantity/quantity.ts';
import { quantitiesIn, wordQuantitiesIn } from '../quantity/read.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { withoutNames } from './tokens.ts';

/** The numbers of some blocks, in digits and in words. */
export interface Numbers {
  blocks: readonly Block[];
  figures: Quantity[];
  words: WordQuantity[];
  /** The texts of some of the blocks, by their offsets, with names. */
  raw: (isNear: (offset: number) => boolean) => string;
}

/** Reads the numbers of blocks, without those of names, placeholders and set phrases. */
export function numbersIn(prose: readonly Block[], language: Language): Numbers {
  const blocks = prose.map((block) => ({ ...block, text: plain(block.text, language) }));
  return {
    blocks,
    figures: blocks.flatMap((block) => quantitiesIn(block, language)),
    words: blocks.flatMap((block) => wordQuantitiesIn(block, language)),
    raw: (isNear) =>
      withAsciiDigits(
        prose
          .filter(({ offsets: [offset = 0] }) => isNear(offset))
          .map(({ text }) => text)
          .join('\n'),
      ),
  };
}

/** A text without placeholders, names and set phrases, whose digits are not numbers. */
function plain(text: string, { idioms, decimalSeparators }: Language): string {
  const read = withAsciiDigits(withoutNames(withoutPlaceholders(text)));
  if (!/\d/.test(read))
    return idioms ? read.replaceAll(idioms, (phrase) => OBJECT.repeat(phrase.length)) : read;
  const named = read.replaceAll(BASE, (name) => OBJECT.repeat(name.length));
  // A list without a space: 5,6,7, or sections 2,3 and 4.
  const listed = named.replaceAll(SEVERAL, (list) => list.replaceAll(',', ' '));
  const prose = decimalSeparators.includes(',') ? listed : listed.replaceAll(LIST, ' ');
  return idioms ? prose.replaceAll(idioms, (phrase) => OBJECT.repeat(phrase.length)) : prose;
}

/** A notation, not a number. */
const BASE =
  /(?<![\d/])24\/7(?![\d/])|(?<=[\w.]\/)\d{5,}|(?<!\p{L})(?:base[\s\u00A0-]?(?:16|32|36|58|62|64)|(?:iso|bcp)[\s\u00A0-]?\d{1,5})(?!\d)/giu;
const SEVERAL = /(?<![\d,.])\d{1,2}(?:,\d{1,2}){2,}(?![\d,]|\.\d)/g;
const LIST = /(?<=(?<![\d,.])\d{1,2}),(?=\d{1,2}\s\p{L}+\s\d)/gu;
