import { parseSync } from 'oxc-parser';

/** A title of a test without a subject, which nobody understands alone in a failing report. */
const FRAGMENT =
  /^(?:is|are|was|were|has|have|can|may|must|should|answers|creates|fails|finds|gets|gives|hands|keeps|leaves|makes|passes|prints|reads|records|refuses|rejects|reports|returns|runs|sends|shows|takes|throws|uses|works|writes|by|of|not|and|but|or)\b/;

/** The titles of tests in a file that are fragments, with their offsets. */
export function fragmentsIn(file: string, text: string): { title: string; offset: number }[] {
  const found: { title: string; offset: number }[] = [];
  visit(parseSync(file, text).program, (callee, [first]) => {
    if (!/^(?:test|it)$/.test(rootOf(callee)) || first === undefined) return;
    const title = text.slice(first.start + 1, first.end - 1);
    if (/^["'`]$/.test(text[first.start] ?? '') && FRAGMENT.test(title))
      found.push({ title, offset: first.start + 1 });
  });
  return found;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [member: string]: unknown;
}

function visit(node: unknown, onCall: (callee: Node, args: Node[]) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, onCall);
  } else if (typeof node === 'object' && node !== null) {
    const call = node as Node; // each object of the tree is a node, or one of its parts
    if (call.type === 'CallExpression') onCall(call['callee'] as Node, call['arguments'] as Node[]);
    for (const member of Object.values(node)) visit(member, onCall);
  }
}

/** The name that a call begins with: `test` of `test('…')`, `test.each(rows)('…')` and `` test.for`…`('…') ``. */
function rootOf({ type, name, object, callee, tag }: Node): string {
  if (type === 'Identifier') return String(name);
  const inner = object ?? callee ?? tag;
  return inner === undefined ? '' : rootOf(inner as Node); // the parts of an expression are nodes
}
