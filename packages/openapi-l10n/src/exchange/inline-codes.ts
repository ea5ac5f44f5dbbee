/** A part of a text that a translator must keep as it is: code, an address, a placeholder. */
export interface InlineCode {
  /** Counts from 1 in the source text. The same code in a translation has the same id. */
  id: number;
  /** The code as in the text, marks included. */
  text: string;
}

/** A text split into words to translate and codes between them. Joined, the pieces are the text again. */
export type Segment = string | InlineCode;

const CODE =
  /(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?\n[^\S\n]*\k<fence>|(?<tick>`+)(?!`)[\s\S]*?(?<!`)\k<tick>(?!`)/u;
const DESTINATION = /(?<=\])\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)|(?<=\])\[[^\]\n]+\]/u;
const MARKUP = /<!--[\s\S]*?-->|<\/?[A-Za-z][^<>\n]*>|<https?:[^<>\s]+>/u;
const ADDRESS =
  /https?:\/\/[^\s<>()"'`\u3000-\u303F\uFF00-\uFFEF]*[^\s<>()"'`.,;:!?\u3000-\u303F\uFF00-\uFFEF]/u;
const PLACEHOLDER =
  /\{\{[^{}\n]+\}\}|[$%]?\{[^{}\s]+\}|%\(\w+\)[sdif]|(?<![\d\p{L}] ?)%(?:\d+\$)?[sd](?![\p{L}\d])/u;
// Numbers that are the same in every language: ISO 8601 dates, versions, status codes. All others belong to the words.
const NUMBER =
  /(?<![\d.,\p{L}-])(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{1,2}:\d{2})?)?|v?\d+\.\d+\.\d+|[1-5]\d{2})(?![\d\p{L}%]|[.,]\d)/u;

const either = (...patterns: RegExp[]) => new RegExp(patterns.map(({ source }) => source).join('|'), 'gu');
const IN_MARKDOWN = either(CODE, DESTINATION, MARKUP, ADDRESS, PLACEHOLDER, NUMBER);
const IN_PLAIN_TEXT = either(ADDRESS, PLACEHOLDER, NUMBER);

/**
 * Cuts a text into words and inline codes.
 *
 * @param codes the codes of the source, when the text is a translation of it: equal codes get equal ids
 */
export function splitInline(text: string, markdown: boolean, codes: readonly InlineCode[] = []): Segment[] {
  const open = [...codes];
  let next = Math.max(0, ...codes.map(({ id }) => id)) + 1;
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(markdown ? IN_MARKDOWN : IN_PLAIN_TEXT)) {
    if (match.index > end) segments.push(text.slice(end, match.index));
    const known = open.findIndex((code) => code.text === match[0]);
    const [code] = known >= 0 ? open.splice(known, 1) : [{ id: next++, text: match[0] }];
    if (code) segments.push(code);
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push(text.slice(end));
  return segments;
}

/** The inline codes among the pieces of a text. */
export const codesOf = (segments: readonly Segment[]): InlineCode[] =>
  segments.filter((segment) => typeof segment !== 'string');
