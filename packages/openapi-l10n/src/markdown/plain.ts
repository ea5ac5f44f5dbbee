import type { Paragraph, PhrasingContent, Root } from 'mdast';

/** Addresses become links without any markup. */
const ADDRESS = /www\./i;

/** What begins a line of a paragraph: nothing that could begin a list, a quotation, a heading or another block. */
export const BEGIN = String.raw`(?:[\p{L}("'’“«\[\x60]|\p{N}(?!\p{N}*[.)]))`;

/** Words and punctuation, in one or more lines, which contain nothing that could begin markup. */
const WORDS = new RegExp(
  String.raw`(?:[\p{L}\p{N},.;'’"“”«»()?!/\u00A0\u202F…–#+=$%}-]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|\{(?![%{*/])| (?![ \n]|$)|:(?!\/)|\n(?=${BEGIN}))+`,
  'uy',
);
const CODE = /`([^`\s](?:[^`\r\n\t\0]*[^`\s\0])?)`(?!`)/uy;
const TARGET = /\]\(([\w:/.#?=%-]+)\)/y;
const PARAGRAPH = new RegExp(String.raw`${BEGIN}[^\n]*(?:\n[^\n]+)*`, 'uy');

/**
 * The Markdown tree of a text in paragraphs without other markup than code spans and links; undefined for all other texts.
 * Most texts of contracts are such texts, and the parser takes twenty times as long.
 */
export function plainTree(text: string): Root | undefined {
  return ADDRESS.test(text) ? undefined : new PlainReader(text).read();
}

class PlainReader {
  readonly #text: string;
  readonly #breaks: number[] = [];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#breaks.push(at);
  }

  read(): Root | undefined {
    const children: Paragraph[] = [];
    let at = this.#afterBreaks(0);
    while (at < this.#text.length) {
      PARAGRAPH.lastIndex = at;
      const end = at + (PARAGRAPH.exec(this.#text)?.[0].length ?? 0);
      const inline = end > at ? this.#inline(at, end) : undefined;
      if (inline?.end !== end) return undefined;
      children.push({ type: 'paragraph', children: inline.children, position: this.#position(at, end) });
      at = this.#afterBreaks(end);
    }
    return children.length === 0
      ? undefined
      : { type: 'root', children, position: this.#position(0, this.#text.length) };
  }

  /** The content from an offset on, as far as it can be read. */
  #inline(start: number, end: number, isLabel = false): { children: PhrasingContent[]; end: number } {
    const children: PhrasingContent[] = [];
    let at = start;
    while (at < end) {
      const node = this.#words(at) ?? this.#code(at) ?? (isLabel ? undefined : this.#link(at, end));
      if (!node) break;
      children.push(node);
      at = node.position?.end.offset ?? end;
    }
    return { children, end: at };
  }

  #words(at: number): PhrasingContent | undefined {
    WORDS.lastIndex = at;
    const value = WORDS.exec(this.#text)?.[0];
    return value === undefined
      ? undefined
      : { type: 'text', value, position: this.#position(at, at + value.length) };
  }

  #code(at: number): PhrasingContent | undefined {
    CODE.lastIndex = at;
    const match = CODE.exec(this.#text);
    return match
      ? {
          type: 'inlineCode',
          value: match[1] ?? '',
          position: this.#position(at, at + match[0].length),
        }
      : undefined;
  }

  #link(at: number, end: number): PhrasingContent | undefined {
    if (this.#text[at] !== '[' || this.#text[at - 1] === '!') return undefined;
    const label = this.#inline(at + 1, end, true);
    TARGET.lastIndex = label.end;
    const target = label.children.length > 0 ? TARGET.exec(this.#text) : null;
    return target
      ? {
          type: 'link',
          title: null,
          url: target[1] ?? '',
          children: label.children as Exclude<PhrasingContent, { type: 'link' | 'linkReference' }>[],
          position: this.#position(at, label.end + target[0].length),
        }
      : undefined;
  }

  #afterBreaks(from: number): number {
    let at = from;
    while (this.#text[at] === '\n') at++;
    return at;
  }

  #position(start: number, end: number) {
    return { start: this.#point(start), end: this.#point(end) };
  }

  #point(offset: number) {
    let line = this.#breaks.length;
    while (line > 0 && (this.#breaks[line - 1] ?? 0) >= offset) line--;
    const start = line === 0 ? 0 : (this.#breaks[line - 1] ?? 0) + 1;
    return { line: line + 1, column: offset - start + 1, offset };
  }
}
