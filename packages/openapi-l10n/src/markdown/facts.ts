import type { Nodes } from 'mdast';
import type { MarkdownText } from './parse.ts';

/** A value of a text with the place where it begins. */
export interface Found {
  value: string;
  offset: number;
  length: number;
}

/** What must be the same in a text and in its translation, read from the Markdown trees. */
export interface Facts {
  codeSpans: Found[];
  /** Fenced and indented blocks: the language and meta of the fence, a line break, and the text, byte for byte. */
  codeBlocks: Found[];
  /** Targets of links, images and definitions. */
  links: Found[];
  /** Headings with their depth, lists, list items, tables, rows, cells, quotes, rules and HTML, in order. */
  structure: Found[];
  /** The text of each heading, paragraph, list item and table cell, for sentences and terms. */
  blocks: Found[];
  /** The text with code, link targets, HTML and Markdown's own signs blanked out; offsets stay true. */
  prose: string;
}

const cache = new WeakMap<MarkdownText, Facts>();

/** Reads the facts of a text; they are kept, since every rule asks for them. */
export function factsOf(markdown: MarkdownText): Facts {
  const known = cache.get(markdown);
  if (known) return known;
  const facts = read(markdown);
  cache.set(markdown, facts);
  return facts;
}

function read({ text, tree }: MarkdownText): Facts {
  const facts: Facts = { codeSpans: [], codeBlocks: [], links: [], structure: [], blocks: [], prose: '' };
  const prose = Array.from({ length: text.length }, () => ' ');
  const walk = (node: Nodes) => {
    const offset = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? offset;
    const found = (value: string): Found => ({ value, offset, length: Math.max(1, end - offset) });
    switch (node.type) {
      case 'inlineCode':
        facts.codeSpans.push(found(node.value));
        return;
      case 'code':
        facts.codeBlocks.push(found(`${node.lang ?? ''} ${node.meta ?? ''}\n${node.value}`));
        return;
      case 'html':
        facts.structure.push(found(`html ${node.value.replaceAll(/\s+/g, ' ')}`));
        return;
      case 'text':
        for (let at = offset; at < end; at++) prose[at] = text[at] ?? ' ';
        return;
      case 'link':
      case 'image':
      case 'definition':
        facts.links.push(found(node.url));
        break;
      case 'linkReference':
      case 'imageReference':
        facts.links.push(found(`[${node.identifier}]`));
        break;
      case 'heading':
        facts.structure.push(found(`heading of level ${node.depth}`));
        facts.blocks.push(found(text.slice(offset, end)));
        break;
      case 'paragraph':
      case 'tableCell':
        if (node.type === 'tableCell') facts.structure.push(found('table cell'));
        facts.blocks.push(found(text.slice(offset, end)));
        break;
      case 'list':
        facts.structure.push(found(node.ordered ? 'numbered list' : 'bulleted list'));
        break;
      case 'listItem':
        facts.structure.push(found('list item'));
        break;
      case 'table':
        facts.structure.push(found('table'));
        break;
      case 'tableRow':
        facts.structure.push(found('table row'));
        break;
      case 'blockquote': {
        const alert = /^>\s*\[!(\w+)\]/.exec(text.slice(offset, end));
        facts.structure.push(found(alert ? `alert ${alert[1]}` : 'quotation'));
        break;
      }
      case 'thematicBreak':
        facts.structure.push(found('horizontal rule'));
        break;
      default:
        break;
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  facts.prose = prose.join('');
  return facts;
}

/** What one list has more often than the other, by value. */
export function surplus(of: readonly Found[], over: readonly Found[]): Found[] {
  const left = new Map<string, number>();
  for (const { value } of over) left.set(value, (left.get(value) ?? 0) + 1);
  return of.filter(({ value }) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}
