import { parseSync } from 'oxc-parser';

/** One message for users, as in the source of a file. */
export interface ErrorMessage {
  /** The class that is thrown, `stderr` for a printed message, or the property that contains it. */
  kind: string;
  /** The text; expressions are in braces: `{name}: expected {wanted}.` */
  text: string;
}

type Node = Record<string, unknown> & { type: string; start: number; end: number };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/**
 * Every error message in the source of a file, in the order of the file: the text passed to an error class or to `super`,
 * a property named `message`, and what is printed to standard error. In a catalogue of texts (`words/en/`), every sentence.
 */
export function collectErrorMessages(file: string, source: string): ErrorMessage[] {
  const found: ErrorMessage[] = [];
  const add = (kind: string, candidates: unknown[]) => {
    const text = candidates.map((node) => textOf(node, source)).find((each) => each !== undefined);
    // A single word is a code or a kind, not a message.
    if (text !== undefined && /\p{L}{2,}.*\s|\s.*\p{L}{2,}/u.test(text.replaceAll(/\{[^{}]*\}/g, '')))
      found.push({ kind, text });
  };
  const isCatalogue = /words\/en\/\w+\.ts$/.test(file);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    const { type, callee, arguments: args, key, value: member } = value;
    const name = isNode(callee) ? source.slice(callee.start, callee.end) : '';
    if (type === 'NewExpression' && /(?:Error|Exception)$/.test(name)) add(name, args as unknown[]);
    else if (type === 'CallExpression' && name === 'super') add('super', args as unknown[]);
    else if (type === 'CallExpression' && /^(?:console\.error|.*stderr\.write)$/.test(name))
      add('stderr', args as unknown[]);
    else if (type === 'Property' && isNode(key) && key['name'] === 'message') add('message', [member]);
    else if (type === 'Property' && isNode(key) && isCatalogue) {
      const body = isNode(member) && member.type === 'ArrowFunctionExpression' ? member['body'] : member;
      if (textOf(body, source)?.endsWith('.')) add(String(key['name']), [body]);
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseSync(file, source).program);
  return found;
}

/** The text of a string or template, or of a concatenation or choice of them; undefined for any other expression. */
function textOf(node: unknown, source: string): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type === 'TemplateLiteral') {
    const expressions = node['expressions'] as Node[];
    return (node['quasis'] as Node[])
      .map((quasi, index) => {
        const expression = expressions[index];
        return (
          String(Reflect.get(quasi['value'] as object, 'cooked')) +
          (expression ? placeholder(expression, source) : '')
        );
      })
      .join('');
  }
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    const parts = [node['left'], node['right']] as Node[];
    const texts = parts.map((part) => textOf(part, source));
    if (texts.every((text) => text === undefined)) return undefined;
    return parts.map((part, index) => texts[index] ?? placeholder(part, source)).join('');
  }
  if (node.type === 'ConditionalExpression') {
    const [yes, no] = [textOf(node['consequent'], source), textOf(node['alternate'], source)];
    return yes === undefined || no === undefined ? (yes ?? no) : `${yes} / ${no}`;
  }
  return undefined;
}

const placeholder = (node: Node, source: string): string =>
  `{${source.slice(node.start, node.end).replaceAll(/\s+/g, ' ').replaceAll(/[{}]/g, '')}}`;
