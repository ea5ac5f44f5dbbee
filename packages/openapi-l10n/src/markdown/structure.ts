import type { Nodes } from 'mdast';

/**
 * The name of a node in the structure of a text; undefined for nodes that do not count.
 *
 * @param source the source of the node
 * @param depth the number of lists around it
 */
export function shapeOf(node: Nodes, source: string, depth: number): string | undefined {
  const within = depth > 1 ? ` at depth ${depth}` : '';
  switch (node.type) {
    case 'heading':
      return `heading of level ${node.depth}`;
    case 'list': {
      const from = node.ordered && (node.start ?? 1) !== 1 ? ` from ${node.start}` : '';
      return `${node.ordered ? 'numbered' : 'bulleted'} list${from}${within}`;
    }
    case 'listItem': {
      const task = typeof node.checked === 'boolean' ? (node.checked ? ', ticked' : ', not ticked') : '';
      return `list item${within}${task}`;
    }
    case 'blockquote': {
      const alert = /^>\s*\[!(\w+)\]/.exec(source)?.[1];
      return alert ? `alert ${alert.toUpperCase()}` : 'quotation';
    }
    case 'paragraph':
    case 'table':
      return node.type;
    case 'thematicBreak':
      return 'horizontal rule';
    case 'footnoteReference':
      return `footnote ${node.identifier}`;
    default:
      return undefined;
  }
}

/** The text of a node, without markup. */
export const written = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(written).join('') : '';
