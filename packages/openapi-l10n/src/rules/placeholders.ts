import { type Block, placeIn } from '../markdown/block.ts';
import type { Found } from '../markdown/types.ts';

const DATE_PART =
  'Y{2,4}|y{2,4}|A{4}|a{4}|M{1,4}|D{1,2}|d{1,2}|J{2}|j{2}|H{1,2}|h{1,2}|m{2}|s{2}|S{1,3}|X{2,3}|Z';

const DATE_PATTERN = new RegExp(
  `(?<![\\p{Script=Latin}\\d])(?:Y{2,4}|y{2,4}|A{4}|a{4}|MM|DD|dd|JJ|jj|HH|hh|mm)(?:['’]?[-/.:T ]?['’]?(?:${DATE_PART}))+(?![\\p{Script=Latin}\\d])`,
  'gu',
);

/** The forms of placeholders, including JSON objects and date patterns such as `YYYY-MM-dd`. */
const PLACEHOLDERS = new RegExp(
  [
    /\{\s*["«“][^{}]*\}/u, // {"name": 1}
    /\[\s*["«“][^[\]]*["»”]\s*\]/u, // ["a", "b"]
    /\{\{(?:[^{}\n]|\$\{[^{}\n]*\})*\}\}|[$%]?\{[^{}\s\uFFFC]+\}/, // {{name}}, {name}, ${name}, %{name}
    /%\(\w+\)[sdif]|(?<![\d\p{Script=Latin}]|\d[\u00A0\u202F ])%(?:\d+\$)?[sdif@](?![\p{Script=Latin}\d])/u, // %(name)s, %s, %1$s
    /<\/?\d+\/?>/u, // <0>, </0>
    /<[\p{Script=Latin}_][\p{Script=Latin}\d_.-]{0,40}>/u, // <id>, but not <the name of the file>
    /(?<=^|[ (]):[a-z][A-Za-z_]*(?![\p{Script=Latin}\d:])/u, // :id
    DATE_PATTERN,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** The placeholders in the prose of a text, except date patterns. */
export function placeholders(blocks: readonly Block[]): Found[] {
  return matches(blocks, PLACEHOLDERS).filter(
    ({ value }) => value.replace(DATE_PATTERN, '') !== '' && !FORMATTING.test(value),
  );
}

/** HTML that only formats words. */
const FORMATTING = /^<\/?(?:a|b|br|em|i|kbd|p|small|span|strong|sub|sup|u)\/?>$/;

/** The date patterns in the prose of a text. */
export function datePatterns(blocks: readonly Block[]): Found[] {
  return matches(blocks, DATE_PATTERN);
}

/** A text with spaces in place of date patterns. */
export const withoutDatePatterns = (text: string): string =>
  MAYBE.test(text) ? text.replaceAll(DATE_PATTERN, (match) => ' '.repeat(match.length)) : text;

/** Characters of placeholders, which most texts do not contain. */
const MAYBE = /[{[<%:]|YY|yy|AA|aa|MM|DD|dd|JJ|jj|HH|hh|mm/;

function matches(blocks: readonly Block[], pattern: RegExp): Found[] {
  return blocks.flatMap((block) =>
    !MAYBE.test(block.text)
      ? []
      : [...block.text.matchAll(pattern)].map((match) => ({
          value: match[0],
          ...placeIn(block, match.index, match[0].length),
        })),
  );
}

/** A text with the characters of placeholders replaced with `·`, except braces. */
export function withoutPlaceholders(text: string): string {
  if (!MAYBE.test(text)) return text;
  return text.replaceAll(PLACEHOLDERS, (match) => match.replaceAll(/[^{}]/gu, '·'));
}
