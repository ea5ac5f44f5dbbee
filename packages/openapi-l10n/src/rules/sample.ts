import type { Facts } from '../markdown/types.ts';
import { changeOf } from './code-change.ts';
import { isLanguage, isSamePage } from './link-language.ts';
import { placeOf } from './marks.ts';
import type { Pair } from './rule.ts';

type Languages = Pick<Pair, 'language' | 'sourceLanguage'>;

/** How code in a sentence may differ: it means the same, it is a sample, or it is broken or has other words. */
export type SpanChange = 'same' | 'sample' | 'code';

/** Judges a code span and what the translation has in its place. */
export function spanChange(
  was: string,
  is: string,
  from: Facts,
  to: Facts,
  languages: Languages,
): SpanChange {
  const { language, sourceLanguage } = languages;
  if (isSamePage(was, is, languages) || unquoted(was) === unquoted(is)) return 'same';
  if (was.replaceAll(/\s/g, '') === is.replaceAll(/\s/g, '')) return 'same';
  // Ctrl + C, CTRL + C
  if (was.includes('+') && was.toLowerCase() === is.toLowerCase()) return 'same';
  if (was.replaceAll('…', '...') === is.replaceAll('…', '...')) return 'same';
  if (language.keys?.[is.toLowerCase()] === was.toLowerCase()) return 'same';
  // Treated as a block of a programming language, since words alone may be values that the API reads, such as
  // `every 2 hours`.
  const change = changeOf(`code\n${was}`, `code\n${is}`, sourceLanguage.samples);
  const isSample =
    change !== 'code' ||
    isFilledIn(was, is) ||
    isOtherFile(was, is) ||
    (DATE.test(was) && DATE.test(is) && was.length === is.length) ||
    (/^[\d./-]{6,10}$/.test(was) && figuresOf(was) === figuresOf(is)) ||
    was.replace(/[:.,;]+$/, '') === is.replace(/[:.,;]+$/, '') ||
    was.startsWith(`${is} `) ||
    was.replace(/^(?:https?:\/\/|#)/, '') === is.replace(/^(?:https?:\/\/|#)/, '') ||
    PATH_TO.test(was) ||
    (was.includes('/') && withoutSamples(was) === withoutSamples(is)) ||
    marked(was) === marked(is) ||
    withoutRemarks(was) === withoutRemarks(is) ||
    was.replace(/\/$/, '') === is.replace(/\/$/, '') ||
    // Words in the script of the language, between pieces of code.
    (/\s/.test(is) && /[^\P{L}\p{Script=Latin}]/u.test(is)) ||
    // The name with an ending of the language: `Gita`.
    (/^\p{Lu}\p{L}+$/u.test(was) && is.startsWith(was) && isEnding(is.slice(was.length), language)) ||
    `${was}s` === is ||
    `${is}s` === was ||
    LABEL.test(was) ||
    sourceLanguage.samples?.test(was) ||
    (isInBlock(from, was) && isInBlock(to, is));
  return isSample ? 'sample' : 'code';
}

/** A command with other words for what readers fill in: `cat {{path/to/file}}`. */
function isFilledIn(was: string, is: string): boolean {
  const plain = (command: string) =>
    command.replaceAll(/\{\{.*?\}\}+|<[^<>]+>|(?<=\s)\[\p{L}+\]|^\[\p{L}+(?:, ?\p{L}+)+\]$/gu, '{}');
  return (
    (!/^\{\}$/.test(plain(was)) || was.startsWith('[')) && plain(was) === plain(is) && plain(was) !== was
  );
}

const unquoted = (value: string) => value.replaceAll(/^["'“”«»‘’「」\s]+|["'“”«»‘’「」\s]+$/g, '');

/** Code without a title in square brackets, and without a remark in parentheses: `true (others)`. */
const withoutRemarks = (code: string) =>
  code.replaceAll(/(?<=[\w:])\[[^\]]*[\s\P{ASCII}][^\]]*\]|(?<=\s)\([\p{L}\s]+\)/gu, '§');

/** A path with a mark for each language that it names: `ar/index.md`. */
const marked = (path: string) =>
  path.replaceAll(/(?<=^|\/)[a-z]{2}(?:-[A-Za-z]{2})?(?=\/|$)/g, (code) => (isLanguage(code) ? '*' : code));

/** A file of an example: `example.md`. */
export const isOtherFile = (was: string, is: string) =>
  FILE.test(unquoted(was)) && FILE.exec(unquoted(was))?.[1] === FILE.exec(unquoted(is))?.[1];

/** A date pattern, which may have the letters of the reader's language: AAAA-MM-JJ. */
const DATE = /^[YyAa]{2,4}(?:[-/.:T ]?[MDJdjHhms]{2})+$/;

/** A path of an example, which is words: `path/to/file.js`. */
const PATH_TO = /^\.{0,2}\/?path\/to\//;

/** A path or an address without words in capitals, which readers replace: `USER_NAME/REPO_NAME`. */
const withoutSamples = (value: string) =>
  value.replaceAll(/\p{Lu}[\p{Lu}\d]*(?:_[\p{Lu}\d]+)+|\p{Lu}{6,}/gu, '§');

/** Whether letters may be added to a word of the language. */
const isEnding = (letters: string, { endings }: Languages['language']) =>
  endings !== undefined && new RegExp(`^${endings}$`, 'u').test(letters);

/** The parts of a date, in whatever order. */
const figuresOf = (date: string) => date.split(/\D/).toSorted().join(' ');

const FILE = /^[\p{L}\p{M}\d_-]+(\.[a-z][a-z\d]{1,4})$/u;

/** Words of an interface: "Quick Start", "Hello World!". */
const LABEL = /^\p{Lu}[\p{L}\d]*(?:\s\(?[\p{L}\d]+\)?)+[!?.…:]?$/u;

/** Whether a code block contains the value: a sentence may name it as the example shows it. */
export function isInBlock({ codeBlocks }: Facts, value: string): boolean {
  return codeBlocks.some((block) => placeOf(block.value, value) >= 0);
}
