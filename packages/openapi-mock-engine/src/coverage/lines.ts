import { isNode, LineCounter, parseDocument } from 'yaml';
import type { OperationCoverage } from './counter.ts';

/** The line of each operation in the text of a contract, from 1; 1 for an operation that is not written there. */
export function operationLines(text: string): (operation: OperationCoverage) => number {
  const lineCounter = new LineCounter();
  // JSON is YAML too.
  const document = parseDocument(text, { lineCounter, uniqueKeys: false });
  return ({ path, method }) => {
    const node = document.getIn(['paths', path, method.toLowerCase()], true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    // A block begins on the line after its key.
    return start === undefined
      ? 1
      : Math.max(1, lineCounter.linePos(start).line - (isFlow(text, start) ? 0 : 1));
  };
}

function isFlow(text: string, at: number): boolean {
  return text[at] === '{';
}
