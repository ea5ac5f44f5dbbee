import { type Block, blockOf, decodeEntities } from './block.ts';
import {
  codeSpans,
  htmlTokens,
  isCode,
  isElement,
  isNote,
  isOutput,
  READ_ATTRIBUTES,
  separates,
  shapeOfTag,
  type Tag,
} from './html.ts';
import { inlineLinks } from './inline-links.ts';
import type { Facts } from './types.ts';

/** Code of JavaScript between tags. */
const EXPRESSION = /```|\{\s*[[{(]|=>|^\s*\{[\w.?[\]]+\}\s*$/;

/** Collects the facts of the HTML in a Markdown text, which may begin in one node and end in another. */
export class HtmlReader {
  /** How many elements with code are open. */
  inCode = 0;
  /** Keyboards have different keys in different countries. */
  inKeys = false;
  readonly #facts: Facts;
  readonly #add: (character: string, offset: number, length?: number) => void;
  /** An element that shows a program at work, and where it began. */
  #running: { name: string; offset: number } | undefined;

  /** @param add adds a character to the block of Markdown around the HTML */
  constructor(facts: Facts, add: (character: string, offset: number, length?: number) => void) {
    this.#facts = facts;
    this.#add = add;
  }

  /** Reads a piece of HTML that begins at an offset. */
  read(html: string, start: number): void {
    const { prose, spans } = codeSpans(html);
    for (const span of spans) this.#facts.codeSpans.push({ ...span, offset: start + span.offset });
    let inCell = false;
    let inScript = false;
    for (const token of htmlTokens(prose)) {
      const offset = start + token.offset;
      if (token.type === 'text') {
        if (!inScript) this.#text(token.value, offset, inCell ? 'cell' : 'paragraph');
        continue;
      }
      inCell = /^t[dh]$/.test(token.name) && !token.closing;
      if (/^(?:script|style)$/i.test(token.name)) inScript = !token.closing;
      this.#shown(token, offset);
      if (!isElement(token.name)) {
        for (const [index, character] of [...token.raw].entries()) this.#add(character, offset + index);
        continue;
      }
      if (!isNote(token))
        this.#facts.structure.push({ value: shapeOfTag(token), offset, length: token.raw.length });
      if (token.name === 'kbd') this.inKeys = !token.closing;
      if (isCode(token.name)) this.inCode = Math.max(0, this.inCode + (token.closing ? -1 : 1));
      else if (separates(token.name)) this.#add('\n', offset, token.raw.length);
      for (const attribute of token.attributes) this.#attribute(attribute, start);
    }
  }

  #text(value: string, offset: number, kind: Block['kind']): void {
    if (this.inCode > 0) {
      if (!this.inKeys && value.trim() !== '')
        this.#facts.codeSpans.push({ value, offset, length: value.length });
      return;
    }
    // In MDX, the content of a component is Markdown; a fence in it is not prose.
    if (EXPRESSION.test(value)) return;
    const { text, links } = inlineLinks(value);
    for (const { at, label, ...link } of links) {
      this.#facts.links.push({ ...link, offset: offset + at });
      this.#facts.names.push({ offset: offset + at, length: label, isTitle: /^https?:/.test(link.value) });
    }
    this.#read(kind, decodeEntities(text), text, offset);
  }

  #read(kind: Block['kind'], value: string, source: string, start: number): void {
    const block = blockOf(kind, value, source, start);
    if (block) this.#facts.blocks.push(block);
  }

  /** What a program says, and a component that runs in the page, are often left in their language. */
  #shown({ name, closing, attributes }: Tag, offset: number): void {
    if (closing && this.#running?.name === name) {
      const { offset: start } = this.#running;
      this.#facts.names.push({ offset: start, length: offset - start, isTitle: true });
      this.#running = undefined;
    } else if (
      !closing &&
      (isOutput(name) || attributes.some((attribute) => /^(?:v-|[@:][a-z])/.test(attribute.name)))
    )
      this.#running ??= { name, offset };
  }

  #attribute({ name, value, offset }: { name: string; value: string; offset: number }, start: number): void {
    const place = start + offset;
    if (name === 'href' || name === 'src')
      this.#facts.links.push({
        value,
        offset: place,
        length: Math.max(1, value.length),
        kind: name === 'src' ? 'image' : 'link',
      });
    if (READ_ATTRIBUTES.has(name)) this.#read('label', decodeEntities(value), value, place);
  }
}
