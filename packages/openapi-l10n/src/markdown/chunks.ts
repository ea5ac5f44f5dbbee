import type { Nodes, Root, RootContent } from 'mdast';
import { BEGIN, plainTree } from './plain.ts';

/** Blocks that may contain blank lines at the beginning of a line, and definitions, which count everywhere. */
const SPANNING = /^[ \t]*(?:`{3}|~{3})|^---|^\+\+\+|<|\]:|\{[/%{]/m;
/** What ends a list or a quotation after a blank line. */
const APART = new RegExp(`(?:${BEGIN}|>)`, 'uy');
const CHUNK = /[^\n]+(?:\n[^\n]+)*/g;

/**
 * The Markdown tree of a text that has plain paragraphs between other blocks: only the other blocks are parsed. Undefined
 * for a text without plain paragraphs, and for one whose blocks may contain blank lines.
 *
 * @param parse makes the tree of a part of the text
 */
export function chunkedTree(text: string, parse: (part: string) => Root): Root | undefined {
  if (!text.includes('\n\n') || SPANNING.test(text)) return undefined;
  const children: RootContent[] = [];
  let [hasPlain, line, counted] = [false, 0, 0];
  const add = (tree: Root, offset: number) => {
    for (; counted < offset; counted++) if (text[counted] === '\n') line++;
    for (const child of tree.children) children.push(moved(child, offset, line));
  };
  let [start, end] = [-1, 0]; // the blocks that are not plain
  const close = () => {
    if (start >= 0) add(parse(text.slice(start, end)), start);
    start = -1;
  };
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    APART.lastIndex = index;
    const isApart = APART.test(text);
    const plain = isApart ? plainTree(chunk) : undefined;
    if (start < 0 || isApart) {
      close();
      start = index;
    }
    end = index + chunk.length;
    if (!plain) continue;
    hasPlain = true;
    add(plain, index);
    start = -1;
  }
  if (!hasPlain) return undefined;
  close();
  const lines = text.split('\n');
  return {
    type: 'root',
    children,
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: text.length },
    },
  };
}

/** A node of a part of a text, with its position in the text. */
function moved<Node extends Nodes>(node: Node, offset: number, line: number): Node {
  for (const point of [node.position?.start, node.position?.end]) {
    if (!point) continue;
    point.offset = (point.offset ?? 0) + offset;
    point.line += line;
  }
  if ('children' in node) for (const child of node.children) moved(child, offset, line);
  return node;
}
