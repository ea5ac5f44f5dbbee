import type { Definition, Nodes, Root, Table } from 'mdast';
import { type Block, BlockBuilder, blockOf, decodeEntities, OBJECT } from './block.ts';
import { type ComponentTags, isModule } from './components.ts';
import { reconcile } from './directive.ts';
import { readFrontMatter } from './front-matter.ts';
import {
  codeMarks,
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
import { bareLink } from './link-target.ts';
import { shapeOf, written } from './structure.ts';
import type { Facts, Found } from './types.ts';

/** Invisible marks for the writing direction, which have no meaning in code. */
const withoutControls = (code: string) =>
  code.replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '');

/** A code span as a reader sees it. */
const visible = (code: string) => withoutControls(code).replaceAll(/\s+/g, ' ').trim();

/** Code of JavaScript between tags. */
const EXPRESSION = /```|\{\s*[[{(]|=>|^\s*\{[\w.?[\]]+\}\s*$/;

const isAddress = (label: string) => /^(?:https?:\/\/|www\.)\S+$/.test(label.trim());

/** Walks a Markdown tree once and collects its facts. */
export class Walk {
  readonly #text: string;
  readonly #facts: Facts = {
    codeSpans: [],
    codeBlocks: [],
    links: [],
    structure: [],
    settings: [],
    names: [],
    blocks: [],
  };
  readonly #definitions = new Map<string, Definition>();
  #block = new BlockBuilder('paragraph');
  #depth = 0;
  #inCode = 0;
  /** Keyboards have different keys in different countries. */
  #inKeys = false;
  #tables = 0;
  #column: string | undefined;
  /** An element that shows a program at work, and where it began. */
  #running: { name: string; offset: number } | undefined;
  /** Where the last text or other leaf ended. */
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(tree: Root, components: readonly ComponentTags[]): Facts {
    this.#define(tree);
    this.#visit(tree);
    for (const { raw, offset } of components) this.#html(raw, offset);
    this.#facts.structure.sort((a, b) => a.offset - b.offset);
    return this.#facts;
  }

  #define(node: Nodes): void {
    if (node.type === 'definition' && !this.#definitions.has(node.identifier))
      this.#definitions.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) this.#define(child);
  }

  #visit(node: Nodes): void {
    // GitHub's autolinks leave the texts around them without a position: they follow the previous node.
    const start = node.position?.start.offset ?? this.#end;
    const end = node.position?.end.offset ?? start + written(node).length;
    if (!('children' in node)) this.#end = end;
    else if (node.position) this.#end = start;
    const found = (value: string): Found => ({ value, offset: start, length: Math.max(1, end - start) });
    const { codeSpans, codeBlocks, links, structure, settings, blocks } = this.#facts;
    const source = this.#text.slice(start, end);
    if (node.type === 'paragraph' && isModule(source)) return;
    if (node.type === 'list') this.#depth++;
    const shape = shapeOf(node, source, this.#depth);
    if (shape) structure.push(found(shape));
    if (
      node.type === 'strong' ||
      node.type === 'emphasis' ||
      (node.type === 'link' && /^https?:/.test(node.url))
    )
      this.#facts.names.push({ offset: start, length: end - start, isTitle: node.type === 'link' });
    switch (node.type) {
      case 'yaml': {
        const matter = readFrontMatter(node.value, start + source.indexOf(node.value));
        settings.push(...matter.settings);
        blocks.push(...matter.texts);
        return;
      }
      case 'inlineCode':
        codeSpans.push(found(visible(node.value)));
        this.#block.add(OBJECT, start, end - start);
        return;
      case 'code':
        codeBlocks.push(
          found(
            `${node.lang ?? ''} ${node.meta ?? ''}\n${withoutControls(node.value).replaceAll('\r\n', '\n')}`,
          ),
        );
        return;
      case 'html':
        this.#html(node.value, start);
        return;
      case 'text':
        if (this.#inCode === 0) {
          this.#block.addDecoded(node.value, source, start);
          return;
        }
        if (!this.#inKeys) codeSpans.push(found(visible(node.value)));
        this.#block.add(OBJECT, start, end - start);
        return;
      case 'break':
        this.#block.add('\n', start, end - start);
        return;
      case 'link': {
        const bare = bareLink(node, source);
        const label = node.children.length > 0;
        links.push({
          ...found(bare ?? (label ? node.url : `${node.url} without a label`)),
          kind: bare === undefined ? 'link' : 'bare',
        });
        if (bare === undefined) {
          if (!isAddress(written(node))) break;
          links.push({ value: written(node).trim(), kind: 'label', offset: start, length: end - start });
        }
        this.#block.add(OBJECT, start, bare?.length ?? end - start);
        return;
      }
      case 'image':
      case 'imageReference':
        links.push({
          ...found(node.type === 'image' ? node.url : this.#target(node.identifier)),
          kind: 'image',
        });
        this.#alt(node.alt ?? '', source, start);
        return;
      case 'linkReference':
        links.push({ ...found(this.#target(node.identifier)), kind: 'link' });
        break;
      case 'heading':
      case 'paragraph':
        // A list of pages has their titles.
        if (node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'link')
          this.#facts.names.push({ offset: start, length: end - start, isTitle: true });
        this.#inBlock(new BlockBuilder(node.type), node);
        return;
      case 'tableCell': {
        const filled = this.#inBlock(new BlockBuilder('cell', this.#column), node);
        structure.push(found(filled ? 'table cell' : 'empty table cell'));
        return;
      }
      case 'table':
        this.#table(node);
        return;
      default:
        break;
    }
    if ('children' in node) for (const child of node.children) this.#visit(child);
    if (node.type === 'list') this.#depth--;
  }

  /** Reads the content of a heading, paragraph or cell, and returns whether there is any. */
  #inBlock(builder: BlockBuilder, node: Nodes & { children: readonly Nodes[] }): boolean {
    const outer = this.#block;
    this.#block = builder;
    this.#inCode = 0;
    const { codeSpans, links } = this.#facts;
    const before = codeSpans.length + links.length;
    for (const child of node.children) this.#visit(child);
    const read = builder.build();
    this.#block = outer;
    if (read) reconcile(read, this.#facts);
    return read !== undefined || codeSpans.length + links.length > before;
  }

  #table({ children: rows }: Table): void {
    for (const [index, row] of rows.entries()) {
      const start = row.position?.start.offset ?? this.#end;
      this.#facts.structure.push({ value: 'table row', offset: start, length: 1 });
      for (const [column, cell] of row.children.entries()) {
        this.#column = index === 0 ? undefined : `${this.#tables}/${column}`;
        this.#visit(cell);
      }
    }
    this.#column = undefined;
    this.#tables++;
  }

  #target(identifier: string): string {
    return this.#definitions.get(identifier)?.url ?? `[${identifier}]`;
  }

  #alt(alt: string, source: string, start: number): void {
    const at = Math.max(0, source.indexOf(alt));
    this.#facts.names.push({ offset: start, length: source.length, isTitle: false });
    this.#read('label', alt, source.slice(at), start + at);
    this.#block.add(OBJECT, start, source.length);
  }

  #read(kind: Block['kind'], value: string, source: string, start: number): void {
    const block = blockOf(kind, value, source, start);
    if (block) this.#facts.blocks.push(block);
  }

  #html(html: string, start: number): void {
    const { prose, spans } = codeMarks(html);
    for (const span of spans) this.#facts.codeSpans.push({ ...span, offset: start + span.offset });
    let inCell = false;
    let inScript = false;
    for (const token of htmlTokens(prose)) {
      const offset = start + token.offset;
      if (token.type === 'text') {
        if (this.#inCode > 0 && !this.#inKeys && token.value.trim() !== '')
          this.#facts.codeSpans.push({ value: token.value, offset, length: token.value.length });
        // In MDX, the content of a component is Markdown; a fence in it is not prose.
        if (this.#inCode > 0 || inScript || EXPRESSION.test(token.value)) continue;
        this.#read(inCell ? 'cell' : 'paragraph', decodeEntities(token.value), token.value, offset);
        continue;
      }
      inCell = /^t[dh]$/.test(token.name) && !token.closing;
      if (/^(?:script|style)$/i.test(token.name)) inScript = !token.closing;
      this.#shown(token, offset);
      if (!isElement(token.name)) {
        for (const [index, character] of [...token.raw].entries()) this.#block.add(character, offset + index);
        continue;
      }
      if (!isNote(token))
        this.#facts.structure.push({ value: shapeOfTag(token), offset, length: token.raw.length });
      if (token.name === 'kbd') this.#inKeys = !token.closing;
      if (isCode(token.name)) this.#inCode = Math.max(0, this.#inCode + (token.closing ? -1 : 1));
      else if (separates(token.name)) this.#block.add('\n', offset, token.raw.length);
      for (const attribute of token.attributes) this.#attribute(attribute, start);
    }
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
