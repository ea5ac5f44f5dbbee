import type { Definition, Nodes, Root, Table } from 'mdast';
import { BlockBuilder, blockOf, OBJECT } from './block.ts';
import { type ComponentTags, isModule } from './components.ts';
import { reconcile } from './directive.ts';
import { readFrontMatter } from './front-matter.ts';
import { HtmlReader } from './html-reader.ts';
import { bareLink } from './link-target.ts';
import { shapeOf, written } from './structure.ts';
import type { Facts, Found } from './types.ts';

/** Invisible marks for the writing direction, which have no meaning in code. */
const withoutControls = (code: string) =>
  code.replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '');

/** A code span as a reader sees it. */
const visible = (code: string) => withoutControls(code).replaceAll(/\s+/g, ' ').trim();

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
  #tables = 0;
  #column: string | undefined;
  /** Where the last text or other leaf ended. */
  #end = 0;
  readonly #html = new HtmlReader(this.#facts, (character, offset, length) =>
    this.#block.add(character, offset, length),
  );

  constructor(text: string) {
    this.#text = text;
  }

  read(tree: Root, components: readonly ComponentTags[]): Facts {
    this.#define(tree);
    this.#visit(tree);
    for (const { raw, offset } of components) this.#html.read(raw, offset);
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
        this.#html.read(node.value, start);
        return;
      case 'text':
        if (this.#html.inCode === 0) {
          this.#block.addDecoded(node.value, source, start);
          return;
        }
        if (!this.#html.inKeys) codeSpans.push(found(visible(node.value)));
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
    this.#html.inCode = 0;
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
      // A row may end before its last cells, which are empty then.
      while (this.#facts.structure.at(-1)?.value === 'empty table cell') this.#facts.structure.pop();
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
    const label = blockOf('label', alt, source.slice(at), start + at);
    if (label) this.#facts.blocks.push(label);
    this.#block.add(OBJECT, start, source.length);
  }
}
