import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Placeholder in the text of a block for what is not prose: a code span, a bare link or an image. */
export const OBJECT = '\uFFFC';

/** The rendered text of one heading, paragraph, table cell or label, mapped to its source. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'cell' | 'label';
  /** The text without markup: escapes and entities are decoded, line breaks are spaces, code is {@link OBJECT}. */
  text: string;
  /** The source offset of each character of the text, and of its end. */
  offsets: readonly number[];
  /** The table and column of a body cell, as `0/2`. */
  column?: string | undefined;
}

/** The source range of a part of a block. */
export function placeIn(block: Block, start: number, length: number): { offset: number; length: number } {
  const offset = block.offsets[start] ?? 0;
  const last = block.offsets[start + length - 1] ?? offset;
  return { offset, length: length === 0 ? 0 : last - offset + 1 };
}

/** Collects the text of one block. */
export class BlockBuilder {
  readonly kind: Block['kind'];
  readonly #column: string | undefined;
  #text = '';
  #offsets: number[] = [];
  #end = 0;

  constructor(kind: Block['kind'], column?: string) {
    this.kind = kind;
    this.#column = column;
  }

  /** Adds one character that represents `length` characters of the source. */
  add(character: string, offset: number, length = 1): void {
    this.#text += character;
    for (let index = 0; index < character.length; index++) this.#offsets.push(offset);
    this.#end = offset + length;
  }

  /** Adds a text that Markdown has decoded, aligned with its source. */
  addDecoded(value: string, source: string, start: number): void {
    if (source.startsWith(value)) {
      this.#text += /[\n\r\t]/.test(value) ? value.replaceAll(/[\n\r\t]/g, ' ') : value;
      for (let index = 0; index < value.length; index++) this.#offsets.push(start + index);
      this.#end = start + value.length;
      return;
    }
    let at = 0;
    for (let index = 0; index < value.length; index++) {
      const character = value.charAt(index);
      while (at < source.length && source[at] !== character) {
        const entity = source[at] === '&' ? entityAt(source, at) : undefined;
        if (entity && value.startsWith(entity.value, index)) break;
        at++;
      }
      const entity = source[at] === '&' ? entityAt(source, at) : undefined;
      const length = entity && entity.value !== '&' && character !== '&' ? entity.length : 1;
      this.add(/[\n\r\t]/.test(character) ? ' ' : character, start + at, length);
      at += length;
    }
  }

  /** The block; undefined when it has no text. */
  build(): Block | undefined {
    return /[\p{L}\p{N}\uFFFC]/u.test(this.#text)
      ? { kind: this.kind, text: this.#text, offsets: [...this.#offsets, this.#end], column: this.#column }
      : undefined;
  }
}

/** A block of one decoded text; undefined when it is blank. */
export function blockOf(
  kind: Block['kind'],
  value: string,
  source: string,
  start: number,
): Block | undefined {
  const builder = new BlockBuilder(kind);
  builder.addDecoded(value, source, start);
  return builder.build();
}

/** A text of HTML with its entities decoded. */
export function decodeEntities(html: string): string {
  return html.replaceAll(/&[#A-Za-z\d]+;/g, (entity) => entityAt(entity, 0)?.value ?? entity);
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]*));/y;

function entityAt(source: string, at: number): { value: string; length: number } | undefined {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(source);
  if (!match) return undefined;
  const [whole, decimal, hexadecimal, name = ''] = match;
  const code = decimal ? Number.parseInt(decimal, 10) : hexadecimal ? Number.parseInt(hexadecimal, 16) : 0;
  const value =
    code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : decodeNamedCharacterReference(name);
  return value ? { value, length: whole.length } : undefined;
}
