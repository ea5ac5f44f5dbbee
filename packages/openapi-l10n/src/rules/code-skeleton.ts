/**
 * What is left of code when everything that people read is taken out: strings of words, texts between tags, labels in
 * attributes. Two blocks with the same skeleton differ in such texts only.
 *
 * @param isData whether it is data, in which a single word is a value
 */
export function skeletonOf(code: string, isData: boolean): string {
  return code
    .replaceAll(LABELS, (_, name: string) => `${name}=§`)
    .replaceAll(STRING, (whole, _quote: string, words: string, next: string | undefined) =>
      isRead(words, isData || next !== undefined) ? `§${next ?? ''}` : whole,
    )
    .replaceAll(/[^<>;]*/g, (text, at: number, all: string) =>
      isBetweenTags(all, at, text) && /\p{L}/u.test(text) ? '§' : text,
    )
    .replaceAll(/§[^\S\n]*\n?\s*(?=§)/g, '')
    .replaceAll(/\s+/g, '');
}

const LABELS =
  /(?<![\w-])(title|alt|label|aria-label|placeholder|description|caption|text|heading|content)=(?:"[^"]*"|'[^']*'|\{`[^`]*`\})/g;

/** A string of one line, and the colon after a key; or a template. */
const STRING = /(?<!\\)(["'`])((?:\\.|\$\{[^{}]*\}|(?!\1)[^\\\n]|(?<=`[^`]*)\n(?=[^`]*`))*)\1(\s*:(?!:))?/g;

/** Whether a string is words for people. */
const isRead = (words: string, isValue: boolean) => {
  const text = words.replaceAll(/\$\{[^{}]*\}|\{\w+\}|\\[nt]|%\w/g, ' ');
  if (!/\p{L}/u.test(text) || /^\s*(?:\.{0,2}\/|https?:|@|--|#\w+$)/.test(text)) return false;
  if (/\p{L}\s+.*\p{L}|[^\P{L}\p{Script=Latin}]|[\u00C0-\u024F]/su.test(text)) return true;
  return !isValue && /^\s*[\p{L}\p{M}\s]+[:!?.…,]*\s*$/u.test(text);
};

/** A text between two tags; what is in braces in it is a value that the page fills in. */
function isBetweenTags(all: string, at: number, text: string): boolean {
  return (
    all[at - 1] === '>' &&
    !/[=-]/.test(all[at - 2] ?? '') &&
    all[at + text.length] === '<' &&
    !/=|&&|\|\||\(\)/.test(text.replaceAll(/\{[^{}]*\}/g, ''))
  );
}

/** What a translation of prose keeps, in any order: code spans, targets, names, settings. */
export function keptInProse(text: string): string {
  const kept = text.match(KEPT) ?? [];
  return kept
    .map((part) => part.trim())
    .toSorted()
    .join('\n');
}

const KEPT =
  /`[^`\n]+`|(?<=\]\()[^)\s]+|https?:\/\/[^\s)]+|[A-Za-z\d]+(?:[_=\\@$]+[A-Za-z\d]+)+|(?<=^|\s)--?[a-z][\w-]*|\$\{?\w+|^#{1,6}(?=\s)|^:::+[\w-]*|<\/?[A-Za-z][\w.-]*/gm;
