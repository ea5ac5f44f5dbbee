import { withoutAnyLanguage } from './link-language.ts';
import { isHeaderName } from './name-shapes.ts';

/** What the strings are: texts of a program, arguments of a command, or values of data. */
type Strings = 'texts' | 'arguments' | 'values';

/**
 * The code without everything that people read: strings, texts between tags, labels in attributes.
 * Two blocks with the same skeleton differ in such texts only.
 *
 * @param strings a single word in a string is a value in data, and often in commands
 */
export function skeletonOf(code: string, strings: Strings): string {
  const plain = strings === 'values' ? withoutYamlTexts(code) : code;
  return withOwnNames(plain)
    .replaceAll(LABELS, (_, name: string) => `${name}=§`)
    .replaceAll(STRING, (whole, _quote: string, words: string, next: string | undefined) =>
      isRead(words, isKey(next, strings) ? 'values' : strings) ? `§${next ?? ''}` : whole,
    )
    .replaceAll(/[^<>;]*/g, (text, at: number, all: string) =>
      isBetweenTags(all, at, text) && /\p{L}/u.test(text) ? '§' : text,
    )
    .replaceAll(/§[^\S\n]*\n?\s*(?=§)/g, '')
    .replaceAll(/><\/[\w.-]+>/g, '/>')
    .replaceAll(/\s+/g, '');
}

/** Whether a colon makes a string a key; in a program, with a space before it, it belongs to a condition. */
const isKey = (colon: string | undefined, strings: Strings) =>
  colon !== undefined && !(strings === 'texts' && /^\s/.test(colon));

/** Texts of more than one word in YAML, in one line or in a block. */
const withoutYamlTexts = (code: string) =>
  code
    .replaceAll(
      /(?<=^[ \t]*(?:- )?[\w.-]+:[ \t]+)(?!["'{[&*|>])(?=\S*\p{L}\S*[ \t]+\S|[^\n]*[^\P{L}\p{Script=Latin}])[^\n]+$/gmu,
      '§',
    )
    .replaceAll(/(?<=^[ \t]*- )(?!["'{[&*|>])(?=\p{L}+ \p{L}+ \p{L}+)[^\n:]+$/gmu, '§')
    .replaceAll(
      /(?<=^([ \t]*)(?:- )?[\w.-]+:[ \t]*[|>][-+]?[ \t]*\n)(?:\1[ \t]+[^\n]*(?:\n|$)|[ \t]*\n)+/gm,
      '§\n',
    );

/** Names of functions and variables that the sample declares may be translated: they are numbered in their order. */
function withOwnNames(code: string): string {
  const own = [...code.matchAll(DECLARED)].map(([, name = '']) => name);
  let text = code;
  for (const [index, name] of [...new Set(own)].entries())
    text = text.replaceAll(
      new RegExp(`(?<![\\p{L}\\d_$])${name.replaceAll('$', '\\$')}(?![\\p{L}\\d_$])`, 'gu'),
      `§${index}`,
    );
  return text;
}

const DECLARED =
  /(?<![\w.])(?:def|function|func|fn|const|let|var|class|interface|enum|type)[ \t]+([\p{L}_$][\p{L}\d_$]{2,})/gu;

const LABELS =
  /(?<![\w-])(title|alt|label|aria-label|placeholder|description|caption|text|heading|content)=(?:"[^"]*"|'[^']*'|\{`[^`]*`\})/g;

/** A string of one line, and the colon after a key; or a template. */
const STRING = /(?<!\\)(["'`])((?:\\.|\$\{[^{}]*\}|(?!\1)[^\\\n]|(?<=`[^`]*)\n(?=[^`]*`))*)\1(\s*:(?!:))?/g;

/** Whether a string is words for people. */
const isRead = (words: string, strings: Strings) => {
  if (strings === 'texts') return true;
  if (isHeaderLine(words)) return false;
  const text = words.replaceAll(/\$\{[^{}]*\}|\{\w+\}|\\[nt]|%\w/g, ' ');
  if (!/\p{L}/u.test(text) || /^\s*(?:\.{0,2}\/|https?:|@|--|#\w+$)/.test(text)) return false;
  if (/\p{L}\s+.*\p{L}|[^\P{L}\p{Script=Latin}]|[\u00C0-\u024F]/su.test(text)) return true;
  return strings === 'arguments' && /^\s*[\p{L}\p{M}\s]+[:!?.…,]*\s*$/u.test(text);
};

/** A string with an HTTP header and its value: `Accept: text/csv`. */
export const isHeaderLine = (string: string) => isHeaderName(/^["'`]?([\w-]+):\s/.exec(string)?.[1] ?? '');

/** A text between two tags; what is in braces in it is a value that the page fills in. */
function isBetweenTags(all: string, at: number, text: string): boolean {
  return (
    all[at - 1] === '>' &&
    !/[=-]/.test(all[at - 2] ?? '') &&
    all[at + text.length] === '<' &&
    !/=|&&|\|\||\(\)/.test(text.replaceAll(/\{[^{}]*\}/g, ''))
  );
}

/**
 * What a translation of prose keeps, in any order: code spans, targets, names, settings.
 *
 * @param files whether relative targets count, which a sample may translate: `./image.png`
 */
export function keptInProse(text: string, files = true): string {
  const kept =
    (files ? text : text.replaceAll(/(?<=\]\()\.{0,2}\/?[\p{L}\d_-]+\.\w{2,4}(?=\))/gu, '')).match(KEPT) ??
    [];
  return kept
    .map((part) => withoutAnyLanguage(part.trim()))
    .toSorted()
    .join('\n');
}

const KEPT =
  /`(?!\p{L}+(?:\s+\p{L}+)+`)[^`\n]+`|(?<=\]\(<?)(?!#)[^)\s>]+|https?:\/\/[^\s)"'<>]+|[A-Za-z\d]+(?:[_=\\@$]+[A-Za-z\d]+)+|(?<=^|\s)--?[a-z][\w-]*|\$\{?\w+|^#{1,6}(?=\s)|^:::+[\w-]*|<\/?[A-Za-z][\w.-]*/gmu;
