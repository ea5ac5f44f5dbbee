import type { Paragraph, Root } from 'mdast';

/**
 * One line of words and punctuation without markup, from a letter to its last visible character.
 * It contains nothing that could begin markup: * _ ` [ ] < > & # ~ | \ @ + and URLs.
 */
const PLAIN = /^\p{L}(?:[\p{L}\p{N},.;'’"“”«»()?!/\u00A0\u202F…–-]| (?! |$)|:(?!\/))*$/u;
const ADDRESS = /www\./i;

/**
 * The Markdown tree of a text without markup; undefined for all other texts. Most titles, summaries and labels
 * are such texts, and the parser takes a hundred times as long.
 */
export function plainTree(text: string): Root | undefined {
  if (!PLAIN.test(text) || ADDRESS.test(text)) return undefined;
  const position = () => ({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  });
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: text, position: position() }],
    position: position(),
  };
  return { type: 'root', children: [paragraph], position: position() };
}
